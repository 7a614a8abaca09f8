/**
 * Marks the words that were searched for, through the browser's highlights: the
 * text stays one untouched tree, so copying, printing and screen readers meet no
 * extra elements. https://www.w3.org/TR/css-highlight-api-1/
 */
import { canHighlight, drawMarks } from './drawnmarks.ts'
import { firstWhere } from './hold.ts'
import { liveRange } from './liverange.ts'
import type { Range as TextRange } from '../../src-library/search/result.ts'

export const markHighlight = 'mark'
export const currentHighlight = 'mark-current'

const lines = 'p, li, td, th, h1, h2, h3, h4, h5, h6, caption, figcaption, dfn, pre'

/** A line of text as it reads, though it may be split over several nodes by emphasis and links. */
export type TextLine = { text: string; readonly pieces: { readonly node: Text; readonly start: number }[] }

/** Not the author's text: margins and the numbers of sources; charts, which say their table again. */
const apparatus = '.margin, .citation, .number, .article-end, .dateline, .chart'
export const isApparatus = (element: Element): boolean => element.closest(apparatus) !== null

/** The lines of `root`'s text in document order, but for text within what is skipped: one by one, for it may be long. */
export function* linesOf(
  root: HTMLElement,
  skipped: (element: Element) => boolean = isApparatus,
): Generator<TextLine> {
  let last: { within: Element | null; line: TextLine } | null = null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement
    if (!parent || skipped(parent)) continue
    const within = parent.closest(lines)
    if (!last || last.within !== within) {
      if (last) yield last.line
      last = { within, line: { text: '', pieces: [] } }
    }
    last.line.pieces.push({ node, start: last.line.text.length })
    last.line.text += node.data
  }
  if (last) yield last.line
}

/**
 * A range of a line as one of the page. It is static: the browser corrects every live range at every change of the
 * page, and thousands of them make each change take seconds.
 */
export function pageRange(line: TextLine, range: TextRange): StaticRange | null {
  const from = line.pieces.findLast(({ start }) => start <= range.start)
  const to = line.pieces.findLast(({ start }) => start < range.end)
  if (!from || !to) return null
  return new StaticRange({
    startContainer: from.node,
    startOffset: range.start - from.start,
    endContainer: to.node,
    endOffset: range.end - to.start,
  })
}

/** The first range at or below an element, by halving; the number of ranges if there is none. */
export function firstRangeFrom(ranges: readonly AbstractRange[], element: Element): number {
  const below = Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_CONTAINED_BY
  return firstWhere(ranges.length, (at) => {
    const node = ranges[at]?.startContainer
    return node !== undefined && (element.compareDocumentPosition(node) & below) !== 0
  })
}

/** Shows these marks in place of any before; none at all where there are none. */
export function showMarks(ranges: readonly StaticRange[], current: StaticRange | null): void {
  highlight(markHighlight, ranges)
  highlight(currentHighlight, current ? [liveRange(current)] : [])
}

/** Gives a highlight its ranges; the style sheets say how it looks. */
export function highlight(name: string, ranges: readonly AbstractRange[]): void {
  if (!canHighlight()) return drawMarks(name, ranges)
  if (ranges.length === 0) return void CSS.highlights.delete(name)
  const shown = new Highlight()
  for (const range of ranges) shown.add(range)
  CSS.highlights.set(name, shown)
}
