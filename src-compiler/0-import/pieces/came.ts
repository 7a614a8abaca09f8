/** The text of a document as it came, in pieces: paragraphs, headings, items, rows. Every visible word is in one of them. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Piece, Remark, RemarkCode } from '../draft.ts'
import { inlineTags, shownText } from '../ledger.ts'

const blockTags = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav note-text ol optgroup option p pre section
  select summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)

/** More than these are joined to the last one. */
const mostPieces = 20_000

/** The texts of the pieces, in order, with white space folded. */
export function pieceTexts(tree: Root): readonly string[] {
  const texts: string[] = []
  let open = ''
  const close = (): void => {
    const text = open.replace(/\s+/g, ' ').trim()
    open = ''
    if (text === '') return
    const last = texts.length - 1
    if (texts.length < mostPieces) texts.push(text)
    else texts[last] = `${texts[last] ?? ''} ${text}`
  }
  const read = (nodes: readonly (RootContent | ElementContent)[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') {
        if (node.type === 'text') open += node.value
        continue
      }
      if (node.tagName === 'tr' && node.children.every(isPlainCell)) {
        close()
        open = cellsOf(node).join(' · ')
        close()
      } else if (blockTags.has(node.tagName) || node.children.some(holdsBlock)) {
        close()
        read(node.children)
        close()
      } else {
        const text = shownText(node)
        open += inlineTags.has(node.tagName) ? text : ` ${text} `
      }
    }
  }
  read(tree.children)
  close()
  return texts
}

const holdsBlock = (node: ElementContent): boolean =>
  node.type === 'element' && (blockTags.has(node.tagName) || node.children.some(holdsBlock))

/** A cell of words, or of one paragraph. A table that lays out a page has more in its cells. */
const isPlainCell = (node: ElementContent): boolean =>
  node.type !== 'element' ||
  node.children.every((child) => !holdsBlock(child) || (child.type === 'element' && isPlainParagraph(child)))
const isPlainParagraph = (node: Element): boolean =>
  /^(?:p|div)$/.test(node.tagName) && !node.children.some(holdsBlock)

const cellsOf = (row: Element): readonly string[] =>
  row.children.map((cell) => shownText(cell).replace(/\s+/g, ' ').trim()).filter((text) => text !== '')

/** What a person could not see, or what the document never showed: it is told, and not offered. */
const unseen: ReadonlySet<RemarkCode> = new Set([
  'hidden-text',
  'comments-left-out',
  'tracked-changes',
  'secret-properties',
])

export const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
/** Equal for texts of the same words. */
export const keyOf = (text: string): string => wordsOf(text).join(' ')

/** Why each piece may have been left out, by the words that remarks tell; null where no remark has them. */
export function codesOf(
  texts: readonly string[],
  title: string,
  remarks: readonly Remark[],
): readonly (RemarkCode | null)[] {
  const told = toldBy(remarks)
  const called = keyOf(title)
  return texts.map((text) => {
    const key = keyOf(text)
    const found = told.find(({ words }) => words.includes(` ${key} `))
    return found?.code ?? (key === called && key !== '' ? 'page-title' : null)
  })
}

/** Pieces that the tree does not hold and remarks tell, such as the header of a page of paper. */
export function toldBeside(texts: readonly string[], remarks: readonly Remark[]): readonly Piece[] {
  // A remark may have its words from several pieces, without the blanks between them.
  const all = withoutBlanks(texts.map(keyOf).join(''))
  return remarks.flatMap((remark): readonly Piece[] => {
    const { code, words } = remark
    if (words === undefined || unseen.has(code)) return []
    const key = keyOf(words)
    return key === '' || all.includes(withoutBlanks(key)) ? [] : [{ text: words, isKept: false, code }]
  })
}

const withoutBlanks = (key: string): string => key.replaceAll(' ', '')

export const isUnseen = (code: RemarkCode | null): boolean => code !== null && unseen.has(code)

const toldBy = (remarks: readonly Remark[]): readonly { code: RemarkCode; words: string }[] =>
  remarks.map(({ code, text, words }) => ({ code, words: ` ${keyOf(words ?? text)} ` }))
