/** Gives the drawn document its page: size, margins, measures, and what the PDF is called. */
import type { PaperWords } from '../../messages/en-printing.ts'
import {
  cardPageRules,
  pageRules,
  sheetOf,
  cellGap,
  tableSize,
  textHeight,
  textWidth,
  type Furniture,
} from './sheet.ts'

/** The page's size, running heads and feet, and what the PDF is called. */
export function setPaper(
  job: Parameters<typeof pageRules>[0],
  about: { readonly title: string; readonly language: string; readonly furniture: Furniture },
  words: PaperWords,
): void {
  adopt(pageRules(job, about.furniture, words))
  name(about)
  const root = document.documentElement
  root.style.setProperty('--text-size', `${job.textSize}pt`)
  root.style.setProperty('--table-size', String(tableSize(job.textSize)))
  root.style.setProperty('--cell-gap', `${cellGap(job.textSize)}em`)
  const sizes = sheetOf(job)
  root.style.setProperty('--measure', `${textWidth(sizes)}px`)
  root.style.setProperty('--text-height', `${textHeight(sizes)}px`)
}

/** Cards: a page without margins, heads and feet. */
export function setCardPaper(
  job: Parameters<typeof cardPageRules>[0] & { readonly textSize: number },
  about: { readonly title: string; readonly language: string },
): void {
  adopt(cardPageRules(job))
  name(about)
  document.documentElement.style.setProperty('--text-size', `${job.textSize}pt`)
}

/** A constructed sheet, because the content security policy forbids inline styles. */
function adopt(rules: readonly string[]): void {
  const sheet = new CSSStyleSheet()
  for (const rule of rules) sheet.insertRule(rule, sheet.cssRules.length)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

function name({ title, language }: { readonly title: string; readonly language: string }): void {
  document.title = title
  document.documentElement.lang = language
}
