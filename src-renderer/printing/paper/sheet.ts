/**
 * The sheet: its size, its margins and the `@page` rules of one document.
 * Widths come from measured characters a line (docs/printing.md): Literata at
 * 12 points sets 73 of them in 150 mm.
 */
import type { PaperSize, PrintJob, PrintTextSize } from '../../../src-library/model/print.ts'
import { formatDate } from '../../messages/dates.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import type { Dossier } from '../dossier/dossier.ts'

/** Millimetres. */
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** Width of the text. */
  readonly measure: number
}

const papers: Record<PaperSize, { width: number; height: number }> = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  Letter: { width: 215.9, height: 279.4 },
}

/** As wide as a line of 60 to 75 characters may be; the largest size takes what the paper has. */
const measures: Record<PrintTextSize, number> = { 12: 150, 14: 160, 16: 168, 18: 172 }

export function sheetOf({ paper, preset, textSize }: Pick<PrintJob, 'paper' | 'preset' | 'textSize'>): Sheet {
  const { width, height } = papers[paper]
  const small = paper === 'A5'
  const edge = small ? 14 : 18
  // Training sheets are written on during the lesson: the margin for that is on the right.
  const wished = preset === 'training' ? Math.min(measures[textSize], 138) : measures[textSize]
  const room = width - 2 * edge - (preset === 'training' && small ? 18 : 0)
  const measure = Math.min(wished, room)
  // The rest is at the left, for holes and a binder.
  const right = preset === 'training' ? width - measure - edge - 4 : Math.min(22, width - measure - edge)
  return {
    width,
    height,
    top: small ? 22 : 26,
    bottom: small ? 20 : 24,
    right,
    left: width - measure - right,
    measure,
  }
}

/** Of a table's letters, as a share of the text's: large print is for tables too. */
export const tableSize = (textSize: PrintTextSize): number => (textSize >= 16 ? 1 : 0.86)

/** Of the text on a page, in CSS pixels: 96 an inch. */
export const textHeight = ({ height, top, bottom }: Sheet): number => ((height - top - bottom) * 96) / 25.4

/** Characters of an address that fit on a line of the list of sources. */
export function addressCharacters(sheet: Sheet, textSize: PrintTextSize): number {
  const points = (sheet.measure - 10) / 0.3528
  // Noto Sans, at 0.8 of the text's size: 0.57 of it is its average width in addresses.
  return Math.floor(points / (textSize * 0.8 * 0.57))
}

/** A CSS string that holds any text: everything but plain letters and digits is escaped, so that no title can end it. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9 ]/gu,
    (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${escaped}"`
}

/** Names of the pages; each part has its own, which also makes it begin a page. */
export const pageName = {
  cover: 'cover',
  contents: 'contents',
  part: (position: number): string => `part-${position}`,
  end: 'end',
} as const

/** Pages of one name: their running heads, and the edition in their feet; null says no more than the month. */
export type NamedPages = {
  readonly name: string
  readonly head: { readonly document: string; readonly section: string }
  readonly edition: string | null
}

/** The pages of a dossier: each part has its own. */
export function pagesOf(dossier: Dossier, words: PaperWords): readonly NamedPages[] {
  const edition = [...new Set(dossier.packs.map((pack) => pack.edition))].join(', ')
  if (dossier.sheet) {
    const head = dossier.parts[0]?.runningHead ?? { document: '', section: '' }
    const section = dossier.sheet.client ? '' : words.sheet.office
    return [
      {
        name: pageName.part(0),
        head: { document: head.document, section },
        edition: dossier.sheet.client ? null : edition,
      },
    ]
  }
  const document = dossier.parts[0]?.runningHead.document ?? ''
  return [
    { name: pageName.cover, head: { document: '', section: '' }, edition },
    { name: pageName.contents, head: { document, section: words.contents }, edition },
    ...dossier.parts.map((part, position) => ({
      name: pageName.part(position),
      head: part.runningHead,
      edition: part.edition,
    })),
    { name: pageName.end, head: { document, section: words.endMatter }, edition },
  ]
}

/**
 * The rules of a document's pages. Chromium has no `string-set`, so each part
 * has a named page with its running head in it.
 */
export function pageRules(
  job: Pick<PrintJob, 'paper' | 'preset' | 'textSize' | 'printedOn'>,
  pages: readonly NamedPages[],
  words: PaperWords,
): readonly string[] {
  const { width, height, top, right, bottom, left } = sheetOf(job)
  const gap = job.paper === 'A5' ? 4.5 : 6
  const printed = words.printed(formatDate(job.printedOn, words.language))
  const month = formatDate(job.printedOn.slice(0, 7), words.language)
  const page = ({ name, head, edition }: NamedPages): readonly string[] => [
    `@page ${name} {
      @top-left { content: ${cssString(head.document)}; }
      @top-right { content: ${cssString(head.section)}; }
      @bottom-left { content: ${cssString(edition === null ? month : `${words.edition(edition)} · ${printed}`)}; }
    }`,
    `.${name} { page: ${name}; }`,
  ]
  const [before, between, after] = words.pageOf
  const box = `font: 9pt/1.35 'Noto Sans'; color: #000`
  return [
    `@page {
      size: ${width}mm ${height}mm;
      margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
      page-margin-safety: add;
      @top-left { ${box}; vertical-align: bottom; padding-bottom: ${gap}mm; text-align: left; }
      @top-right { ${box}; overflow-wrap: anywhere; vertical-align: bottom; padding-bottom: ${gap}mm; text-align: right; }
      @bottom-left { ${box}; vertical-align: top; padding-top: ${gap}mm; text-align: left; }
      @bottom-right {
        ${box}; vertical-align: top; padding-top: ${gap}mm; text-align: right;
        content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)};
      }
    }`,
    ...pages.flatMap(page),
  ]
}
