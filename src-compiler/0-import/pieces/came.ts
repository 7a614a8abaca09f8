/** The text of a document as it came, in pieces: paragraphs, headings, items, rows. Every visible word is in one of them. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Piece, Remark, RemarkCode } from '../draft.ts'
import { inlineTags, shownText } from '../ledger.ts'
import type { PiecePosition } from './place.ts'

const blockTags = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav note-text ol optgroup option p pre section
  select summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)

/** More than these are joined to the last one. */
const mostPieces = 20_000

export type PlacedText = { readonly text: string; readonly place: PiecePosition | null }

/** What the nodes below are in. */
type Inside = {
  readonly group: number
  readonly place: PiecePosition | null
  readonly depth: number
  readonly item: number | null
}

/** The pieces, in order, with white space folded. */
export function cameIn(tree: Root): readonly PlacedText[] {
  const pieces: { text: string; place: PiecePosition | null }[] = []
  /** The pieces that call notes, by the note. */
  const callers = new Map<string, number>()
  let open = ''
  let [groups, items] = [0, 0]
  const close = (place: PiecePosition | null): void => {
    const text = open.replace(/\s+/g, ' ').trim()
    open = ''
    if (text === '') return
    const last = pieces.at(-1)
    if (pieces.length < mostPieces || !last) pieces.push({ text, place })
    else last.text = `${last.text} ${text}`
  }
  const noteCalls = (node: RootContent | ElementContent): void => {
    if (node.type !== 'element') return
    if (node.tagName === 'note-mark') callers.set(String(node.properties['id'] ?? ''), pieces.length)
    else node.children.forEach(noteCalls)
  }
  const inner = (node: Element, inside: Inside): Inside => {
    const { tagName } = node
    const heading = /^h([1-6])$/.exec(tagName)
    // In a cell or a definition nothing has a place of its own.
    if (inside.place?.kind === 'inside') return inside
    if (heading && inside.group === 0)
      return { ...inside, place: { kind: 'heading', level: Number(heading[1]) } }
    if (!containers.has(tagName)) return inside
    const group = inside.group === 0 ? ++groups : inside.group
    switch (tagName) {
      case 'ul':
      case 'ol':
        return { ...inside, group, depth: inside.depth + 1 }
      case 'li': {
        const { depth, item: below } = inside
        const item = ++items
        const isNumbered = listOf.get(node) === 'ol'
        return { ...inside, group, item, place: { kind: 'item', group, depth, isNumbered, item, below } }
      }
      case 'blockquote':
        return inside.place ? inside : { ...inside, group, place: { kind: 'quotation', group } }
      case 'note-text':
        return {
          ...inside,
          group,
          place: { kind: 'note', group, id: String(node.properties['id'] ?? ''), calledBy: null },
        }
      case 'table':
        return { ...inside, group }
      default:
        return { ...inside, group, place: { kind: 'inside', group } }
    }
  }
  const listOf = new Map<Element, string>()
  const read = (nodes: readonly (RootContent | ElementContent)[], inside: Inside): void => {
    for (const node of nodes) {
      if (node.type !== 'element') {
        if (node.type === 'text') open += node.value
        continue
      }
      if (node.tagName === 'tr' && node.children.every(isPlainCell)) {
        close(inside.place)
        const cells = cellsOf(node)
        noteCalls(node)
        open = cells.filter((text) => text !== '').join(' · ')
        close(inside.place ?? { kind: 'row', group: inside.group, cells: [...cells] })
      } else if (blockTags.has(node.tagName) || node.children.some(holdsBlock)) {
        close(inside.place)
        for (const child of node.children)
          if (child.type === 'element' && child.tagName === 'li') listOf.set(child, node.tagName)
        const within = inner(node, inside)
        read(node.children, within)
        close(within.place)
      } else {
        noteCalls(node)
        const text = shownText(node)
        open += inlineTags.has(node.tagName) ? text : ` ${text} `
      }
    }
  }
  read(tree.children, { group: 0, place: null, depth: 0, item: null })
  close(null)
  return pieces.map(({ text, place }) => ({
    text,
    place: place?.kind === 'note' ? { ...place, calledBy: callers.get(place.id) ?? null } : place,
  }))
}

export const pieceTexts = (tree: Root): readonly string[] => cameIn(tree).map(({ text }) => text)

const containers = new Set([
  'ul',
  'ol',
  'li',
  'blockquote',
  'note-text',
  'table',
  'td',
  'th',
  'caption',
  'dt',
  'dd',
])

export const holdsBlock = (node: RootContent | ElementContent): boolean =>
  node.type === 'element' && (blockTags.has(node.tagName) || node.children.some(holdsBlock))

/** A cell of words, or of one paragraph. A table that lays out a page has more in its cells. */
const isPlainCell = (node: ElementContent): boolean =>
  node.type !== 'element' ||
  node.children.every((child) => !holdsBlock(child) || (child.type === 'element' && isPlainParagraph(child)))
const isPlainParagraph = (node: Element): boolean =>
  /^(?:p|div)$/.test(node.tagName) && !node.children.some(holdsBlock)

const cellsOf = (row: Element): readonly string[] =>
  row.children
    .filter(({ type }) => type === 'element')
    .map((cell) => shownText(cell).replace(/\s+/g, ' ').trim())

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
  const wordsOfRemarks = toldBy(remarks)
  const called = keyOf(title)
  return texts.map((text) => {
    const key = keyOf(text)
    const found = wordsOfRemarks.find(({ words }) => words.includes(` ${key} `))
    return found?.code ?? (key === called && key !== '' ? 'page-title' : null)
  })
}

/** Pieces that the tree does not hold and remarks tell, such as the header of a page of paper. */
export function piecesOfRemarks(texts: readonly string[], remarks: readonly Remark[]): readonly Piece[] {
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
