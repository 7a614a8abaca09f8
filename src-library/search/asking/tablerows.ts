/**
 * The rows of a hit's table that say what was asked. A section that is mostly a small table answers by its rows: as a line of
 * text, cells without their column heads mean nothing. Rows are read from the section's text, where `textOfBlock` writes one
 * a line: so a snippet needs no article.
 */
import type { Marker } from './marks.ts'
import type { SnippetLine } from './snippet.ts'

export type HitTable = {
  readonly head: readonly string[]
  readonly rows: readonly (readonly SnippetLine[])[]
  /** Rows of the table that are not shown. */
  readonly more: number
}

const betweenCells = ' | '
/** Rows that are shown at most, and rows that a small table has at most. */
const mostShown = 3
const mostRows = 24
const mostColumns = 5
/** Share of a section's text from which on its table is what it is. */
const leastShare = 0.35

/** Null where the section is no table, and where its other text says what was asked and the table does not. */
export function tableRows(text: string, marker: Marker, language?: string): HitTable | null {
  const lines = text.split('\n')
  const table = tableIn(lines)
  if (table === null) return null
  const [head = [], ...rows] = table.rows.map((line) => line.split(betweenCells))
  if (rows.length > mostRows || head.length > mostColumns) return null
  const length = (some: readonly string[]): number => some.reduce((sum, line) => sum + line.length, 0)
  if (length(table.rows) < leastShare * length(lines)) return null
  const marked = rows.map((cells) => cells.map((cell) => ({ text: cell, ranges: marker.in(cell, language) })))
  const marksIn = (cells: readonly SnippetLine[]): number =>
    cells.reduce((sum, { ranges }) => sum + ranges.length, 0)
  const others = lines.filter((_, at) => at < table.from || at >= table.from + table.rows.length)
  const isSaidElsewhere = others.some((line) => marker.in(line, language).length > 0)
  const matching = marked.filter((cells) => marksIn(cells) > 0)
  if (matching.length === 0 && isSaidElsewhere) return null
  const shown = (matching.length > 0 ? matching : marked).slice(0, mostShown)
  return { head, rows: shown, more: rows.length - shown.length }
}

/** The first table: lines that follow one another and have as many cells each. */
function tableIn(
  lines: readonly string[],
): { readonly from: number; readonly rows: readonly string[] } | null {
  const cellsOf = (line: string): number => line.split(betweenCells).length
  for (let from = 0; from < lines.length; from++) {
    const cells = cellsOf(lines[from] ?? '')
    if (cells < 2) continue
    let to = from + 1
    while (to < lines.length && cellsOf(lines[to] ?? '') === cells) to++
    if (to - from >= 3) return { from, rows: lines.slice(from, to) }
    from = to - 1
  }
  return null
}
