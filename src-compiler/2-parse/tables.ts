/** Tables and their captions. */
import type { Paragraph, PhrasingContent, Table, TableRow } from 'mdast'
import type { TextRange } from '../1-read/text.ts'
import type { Conversion } from './conversion.ts'
import { convertText, rangeOf } from './inlines.ts'
import type { ParsedBlock, ParsedCell } from './tree.ts'

/** No page shows more; a head without end would be repeated as empty cells in each short row. */
const mostColumns = 100

const captionSign = /^Table:\s*/

/** The inlines of a paragraph `Table: …`; null if it is none. */
export function splitCaption(node: Paragraph, { text }: Conversion): readonly PhrasingContent[] | null {
  const [first, ...rest] = node.children
  // Not with a backslash before the colon.
  const isWritten = text.text.startsWith('Table:', first?.position?.start.offset)
  if (first?.type !== 'text' || !isWritten || !captionSign.test(first.value)) return null
  return [{ ...first, value: first.value.replace(captionSign, '') }, ...rest]
}

export function convertTable(
  node: Table,
  caption: readonly PhrasingContent[] | null,
  at: TextRange,
  conversion: Conversion,
  depth: number,
): ParsedBlock {
  const columns = node.children[0]?.children.length ?? 0
  if (columns > mostColumns) {
    const message = `This table has ${columns} columns; ${mostColumns} is the most.`
    conversion.report('text-too-long', at, message, 'Make several tables of it.')
    return { kind: 'table', at, caption: null, align: [], head: [], rows: [] }
  }
  const [head = [], ...rows] = node.children.map((row) =>
    row.children.map((cell) => convertText(cell.children, rangeOf(cell, at), conversion, depth + 2, 'other')),
  )
  return {
    kind: 'table',
    at,
    caption: caption && convertText(caption, at, conversion, depth + 1, 'other'),
    align: head.map((_, column) => node.align?.[column] ?? null),
    head,
    rows: rows.map((row, i) => {
      const rowAt = rangeOf(node.children[i + 1] ?? node, at)
      return evenRow(row, head.length, rowAt, conversion)
    }),
  }
}

/**
 * The rows of a table, and the lines directly below it. In GFM only an empty line ends a table, so it makes rows of
 * lines that were meant to follow the table. Here, lines without a bar after the last row with one are text.
 */
export function splitRows(
  node: Table,
  { text, report }: Conversion,
): { readonly table: Table; readonly below: readonly TableRow[] } {
  const isRow = (row: TableRow): boolean => {
    const { start = 0, end = 0 } = { start: row.position?.start.offset, end: row.position?.end.offset }
    return /(?<!\\)\|/.test(text.text.slice(start, end))
  }
  // Rows whose head begins with a bar all begin with one.
  const begins = (row: TableRow): boolean => text.text[row.position?.start.offset ?? 0] === '|'
  const [head] = node.children
  for (const row of head && begins(head) ? node.children.filter((one) => isRow(one) && !begins(one)) : [])
    report(
      'uneven-table',
      rangeOf(row, { start: 0, end: 1 }),
      'This line does not begin with a bar, as the lines above do; it is read as a row.',
      'Put a bar before its first cell, or an empty line before it; write \\| for a bar that is text.',
    )
  const rows = node.children.findLastIndex(isRow) + 1
  const below = node.children.slice(Math.max(1, rows))
  for (const row of node.children.slice(1, rows).filter((one) => !isRow(one))) {
    report(
      'uneven-table',
      rangeOf(row, { start: 0, end: 1 }),
      'This line has no bar; it is read as the first cell of a row.',
      'Put bars around its cells, or an empty line before and after it.',
    )
  }
  const [first] = below
  if (first) {
    report(
      'uneven-table',
      rangeOf(first, { start: 0, end: 1 }),
      'This line stands directly below a table; it is read as text after it.',
      'Put an empty line before it; if it is a row, put bars around its cells.',
    )
  }
  return { table: { ...node, children: node.children.slice(0, node.children.length - below.length) }, below }
}

/** GFM drops the cells beyond the head's; nothing an author wrote is dropped here. */
function evenRow(
  row: readonly ParsedCell[],
  width: number,
  at: TextRange,
  { report }: Conversion,
): readonly ParsedCell[] {
  if (row.length === width) return row
  if (row.length < width) return [...row, ...Array.from({ length: width - row.length }, () => [])]
  report(
    'uneven-table',
    at,
    `This row has ${row.length} cells and the head has ${width}: the last ones were joined.`,
    'Write \\| for a bar that is text.',
  )
  const bar = { kind: 'text' as const, at, value: ' | ' }
  const joined = row.slice(width - 1).flatMap((cell, i) => (i === 0 ? cell : [bar, ...cell]))
  return [...row.slice(0, width - 1), joined]
}
