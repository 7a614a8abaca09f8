/**
 * Marks the words that were searched for, through the browser's highlights: the
 * text stays one untouched tree, so copying, printing and screen readers meet no
 * extra elements. https://www.w3.org/TR/css-highlight-api-1/
 */
import type { Range as TextRange } from '../../src-library/search/result.ts'

export const markHighlight = 'mark'
export const currentHighlight = 'mark-current'

const lines = 'p, li, td, th, h1, h2, h3, h4, h5, h6, caption, figcaption, dfn, pre'

/** A line of text as it reads, though it may be split over several nodes by emphasis and links. */
type Line = { text: string; readonly pieces: { readonly node: Text; readonly start: number }[] }

/** Not the author's text: margins and the numbers of sources; charts, which say their table again. */
const apparatus = '.margin, .citation, .number, .article-end, .dateline, .chart'
export const isApparatus = (element: Element): boolean => element.closest(apparatus) !== null

/** Every range of `root`'s text that `find` names, in document order, but for text within what is skipped. */
export function rangesIn(
  root: HTMLElement,
  find: (text: string) => readonly TextRange[],
  skipped: (element: Element) => boolean = isApparatus,
): Range[] {
  return linesOf(root, skipped).flatMap((line) => find(line.text).map((range) => domRange(line, range)))
}

function linesOf(root: HTMLElement, skipped: (element: Element) => boolean): Line[] {
  const found: Line[] = []
  let last: { within: Element | null; line: Line } | null = null
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement
    if (!parent || skipped(parent)) continue
    const within = parent.closest(lines)
    if (!last || last.within !== within) {
      last = { within, line: { text: '', pieces: [] } }
      found.push(last.line)
    }
    last.line.pieces.push({ node, start: last.line.text.length })
    last.line.text += node.data
  }
  return found
}

function domRange(line: Line, range: TextRange): Range {
  const from = line.pieces.findLast(({ start }) => start <= range.start)
  const to = line.pieces.findLast(({ start }) => start < range.end)
  const result = document.createRange()
  if (from) result.setStart(from.node, range.start - from.start)
  if (to) result.setEnd(to.node, range.end - to.start)
  return result
}

/** Shows these marks in place of any before; none at all where there are none. */
export function showMarks(ranges: readonly Range[], current: Range | null): void {
  highlight(markHighlight, ranges)
  highlight(currentHighlight, current ? [current] : [])
}

/** Gives a highlight its ranges; the style sheets say how it looks. */
export function highlight(name: string, ranges: readonly Range[]): void {
  if (ranges.length > 0) CSS.highlights.set(name, new Highlight(...ranges))
  else CSS.highlights.delete(name)
}
