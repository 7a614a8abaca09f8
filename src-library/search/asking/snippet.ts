/** The passages shown under a hit: the lines of a section that match most of the query. */
import type { Range } from '../result.ts'
import { fold } from '../words/fold.ts'
import type { Marker } from './marks.ts'

export type SnippetLine = { readonly text: string; readonly ranges: readonly Range[] }

/** Characters of a line, about: words stay whole. */
const lineLength = 160

/**
 * One or two lines of a section's text, marked; the beginning if no word of
 * the query is in it, as when only its heading matched. Empty for an empty text.
 */
export function snippet(text: string, marker: Marker, language?: string, lines = 2): readonly SnippetLine[] {
  const blocks = blocksOf(text)
  const passages = blocks.flatMap((block) => passagesOf(block, marker.in(block, language)))
  const best: { readonly place: number; readonly line: SnippetLine }[] = []
  const said = new Set<string>()
  for (let n = 0; n < lines; n++) {
    let most = 0
    let chosen = -1
    passages.forEach(({ words }, i) => {
      const fresh = new Set(words.filter((word) => !said.has(word))).size
      const worth = fresh * 10 + Math.min(words.length, 9)
      if ((n === 0 || fresh > 0) && worth > most && !best.some(({ place }) => place === i)) {
        most = worth
        chosen = i
      }
    })
    const passage = passages[chosen]
    if (!passage) break
    for (const word of passage.words) said.add(word)
    best.push({ place: chosen, line: passage.line })
  }
  if (best.length === 0) return blocks.slice(0, 1).map((block) => cut(block, 0, []))
  return best.sort((a, b) => a.place - b.place).map(({ line }) => line)
}

const blocksOf = (text: string): string[] =>
  text
    .split('\n')
    .map((block) => block.trim())
    .filter((block) => block !== '')

type SnippetCandidate = { readonly line: SnippetLine; readonly words: readonly string[] }

/** One passage for each mark that the passage before it does not show. */
function passagesOf(block: string, ranges: readonly Range[]): SnippetCandidate[] {
  const passages: SnippetCandidate[] = []
  let shown = -1
  for (const range of ranges) {
    if (range.start < shown) continue
    const line = cut(block, range.start, ranges)
    shown = range.start + lineLength - before
    passages.push({
      line,
      words: line.ranges.map(({ start, end }) => fold(line.text.slice(start, end).toLowerCase())),
    })
  }
  return passages
}

/** Characters shown before the first mark. */
const before = 50

/** A line of the block around a place, cut between words, with an ellipsis where it was cut. */
function cut(block: string, around: number, ranges: readonly Range[]): SnippetLine {
  let start = Math.max(0, around - before)
  if (block.length - start < lineLength) start = Math.max(0, block.length - lineLength)
  if (start > 0) start = wordEdge(block, start, around)
  let end = Math.min(block.length, start + lineLength)
  if (end < block.length) end = lastEdge(block, Math.max(around, start) + 1, end)
  const head = start > 0 ? '… ' : ''
  const text = head + block.slice(start, end).trimEnd() + (end < block.length ? ' …' : '')
  const move = head.length - start
  return {
    text,
    ranges: ranges
      .filter((range) => range.start >= start && range.end <= end)
      .map((range) => ({ start: range.start + move, end: range.end + move })),
  }
}

/** The first word that starts at or after `from`, but not after `limit`. */
function wordEdge(text: string, from: number, limit: number): number {
  const space = text.indexOf(' ', from - 1)
  return space === -1 || space + 1 > limit ? limit : space + 1
}

/** The last space before `to`; `to` itself in a text without spaces, but never half a character. */
function lastEdge(text: string, from: number, to: number): number {
  const space = text.lastIndexOf(' ', to)
  if (space > from) return space
  return /[\udc00-\udfff]/.test(text.charAt(to)) ? to - 1 : to
}
