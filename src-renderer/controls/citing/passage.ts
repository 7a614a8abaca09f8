/**
 * The selection in an article, as text that can be pasted anywhere. Blocks
 * become lines. Marks of sources and notes stay apart from the text, because
 * an article's numbers mean nothing outside it. It is read from the drawn page,
 * because only the page knows where a selection begins and ends.
 */
import { leadAnchor } from '../../../src-library/model/article.ts'

export type CopiedPart =
  | { readonly kind: 'text'; readonly text: string }
  /** A mark of a source, or of a note, by id. */
  | { readonly kind: 'source' | 'note'; readonly id: string }

/** The selected part of one section. */
export type SelectedPassage = { readonly anchor: string; readonly pieces: readonly CopiedPart[] }

/** Parts of the column of text that are not text: margins, notes and sources at the end, words for screen readers. */
const apparatus = '.margin, .article-end, .visually-hidden, .notice'
/** Blocks that plain text sets apart by an empty line; the others begin a line. */
const apart = 'p, h1, h2, h3, h4, h5, h6, table, ul, ol, blockquote, figure, pre, dl, .box, section'
const lines = 'li, tr, caption, figcaption, div, dt, dd, br'

/**
 * Empty where nothing of a section's text is selected. `column` holds an article's sections; `sources` is the name of the
 * column that a table's marks move to.
 */
export function passagesIn(column: HTMLElement, range: Range, sources: string): readonly SelectedPassage[] {
  const writer = new Writer(sources)
  read(column, range, writer)
  return writer.passages()
}

/** `number` is an item's in its list; `level` counts the items around a node. */
function read(node: Node, range: Range, writer: Writer, level = 0, number = 0): void {
  if (!range.intersectsNode(node)) return
  if (node instanceof Text) {
    const start = node === range.startContainer ? range.startOffset : 0
    const end = node === range.endContainer ? range.endOffset : node.length
    const text = node.data.slice(start, end)
    return writer.text(node.parentElement?.closest('pre') ? text : text.replace(/\s+/gu, ' '))
  }
  if (!(node instanceof HTMLElement) || node.matches(apparatus)) return
  const { source, note } = node.dataset
  if (source !== undefined) return writer.mark({ kind: 'source', id: source })
  if (note !== undefined) return writer.mark({ kind: 'note', id: note })
  writer.enter(node.closest<HTMLElement>('section[data-anchor]')?.dataset['anchor'] ?? leadAnchor)
  const gap = node.matches(apart) ? 2 : node.matches(lines) ? 1 : 0
  writer.gap(node.parentElement?.closest('li, td, th') ? Math.min(gap, 1) : gap)
  // A row that is selected in part begins with its first selected cell.
  const cell = node instanceof HTMLTableCellElement ? node : null
  if (cell) writer.cell(cell.previousElementSibling !== null && !cell.contains(range.startContainer))
  const row = node instanceof HTMLTableRowElement ? node : null
  if (row) writer.row(hasMarksInText(row))
  const isItem = node instanceof HTMLLIElement
  if (isItem && !node.contains(range.startContainer))
    writer.begin(`${indent.repeat(level)}${bulletOf(node, number)}`)
  let item = node instanceof HTMLOListElement ? node.start : 0
  for (const child of node.childNodes)
    read(child, range, writer, isItem ? level + 1 : level, child instanceof HTMLLIElement ? item++ : 0)
  if (row) writer.endRow(row.querySelector('td') === null)
  writer.gap(node.parentElement?.closest('li, td, th') ? Math.min(gap, 1) : gap)
}

/** Whether marks follow the text of cells: then “24” would be copied as “24[2]”, which no spreadsheet can count. */
function hasMarksInText(row: HTMLTableRowElement): boolean {
  const table = row.closest('table')
  const marks = table ? [...table.querySelectorAll<HTMLElement>('[data-source], [data-note]')] : []
  return marks.some((mark) => !mark.closest('td')?.matches('.marks') && !mark.closest('caption'))
}

/** One level of a nested list. */
const indent = '  '

/** `number` is the item's by its place in the list; an item may have one of its own. */
function bulletOf(item: HTMLLIElement, number: number): string {
  if (!(item.parentElement instanceof HTMLOListElement)) return '– '
  return `${item.hasAttribute('value') ? item.value : number}. `
}

/** Joins pieces; white space between blocks is written only when something follows it. */
class Writer {
  readonly #passages = new Map<string, CopiedPart[]>()
  #anchor = leadAnchor
  #pending = ''
  /** Marks of the row that is read, for a column of their own; null where there is none. */
  #marks: CopiedPart[] | null = null
  readonly #sources: string

  constructor(sources: string) {
    this.#sources = sources
  }

  enter(anchor: string): void {
    if (anchor === this.#anchor) return
    this.#anchor = anchor
    this.#pending = ''
  }

  text(text: string): void {
    const visible = this.#isFresh() ? text.trimStart() : text
    if (visible === '') return
    if (visible === ' ' && this.#pending !== '') return
    this.#write({ kind: 'text', text: this.#pending === '' ? visible : this.#pending + visible.trimStart() })
  }

  mark(mark: CopiedPart): void {
    if (this.#marks) return void this.#marks.push(mark)
    if (/[\n\t]/.test(this.#pending)) this.#write({ kind: 'text', text: this.#pending })
    this.#write(mark)
  }

  /** At least so many line feeds, whatever comes next. */
  gap(feeds: number): void {
    if (feeds === 0 || this.#isFresh() || this.#pending.endsWith(' ')) return
    // Empty cells at the end of a row stay.
    const cells = /^\t*/.exec(this.#pending)?.[0] ?? ''
    const known = this.#pending.length - this.#pending.replaceAll('\n', '').length
    this.#pending = cells + '\n'.repeat(Math.max(known, feeds))
  }

  /** An empty cell keeps its place as a full one does. */
  cell(follows: boolean): void {
    if (follows) this.#pending = this.#pending.trimEnd() === '' ? this.#pending + '\t' : '\t'
  }

  row(hasMarks: boolean): void {
    this.#marks = hasMarks ? [] : null
  }

  endRow(isHead: boolean): void {
    const marks = this.#marks
    this.#marks = null
    if (!marks) return
    this.cell(true)
    if (isHead) this.text(this.#sources)
    else for (const mark of marks) this.mark(mark)
  }

  /** Begins an item: its first block goes on in the same line. */
  begin(bullet: string): void {
    this.#pending += bullet
  }

  passages(): readonly SelectedPassage[] {
    return [...this.#passages].map(([anchor, pieces]) => ({ anchor, pieces }))
  }

  #isFresh(): boolean {
    return !this.#passages.has(this.#anchor) && this.#pending === ''
  }

  #write(piece: CopiedPart): void {
    this.#pending = ''
    const pieces = this.#passages.get(this.#anchor)
    if (pieces) pieces.push(piece)
    else this.#passages.set(this.#anchor, [piece])
  }
}
