/**
 * Values in rows as RFC 4180 has them, with each cell's place. What parts the cells is a comma, a semicolon, a tab or a bar:
 * spreadsheets write semicolons where the comma is the sign of decimals, as in Azerbaijani and Russian.
 */
import type { TextRange } from '../1-read/text.ts'

export type CsvCell = { readonly value: string; readonly at: TextRange }
export type CsvFault = { readonly at: TextRange; readonly message: string }

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** The more often a sign is part of a text, the later. */
const surest: readonly Separator[] = ['\t', ';', ',', '|']

export type Csv = {
  readonly separator: Separator
  readonly rows: readonly (readonly CsvCell[])[]
}

/** Rows of cells, parted by what parts them best; lines without anything in their cells are passed over. Or the first thing that is not CSV. */
export function parseCsv(text: string): Csv | { readonly fault: CsvFault } {
  const named = /^sep=([,;\t|])(?:\r\n|\n|\r|$)/i.exec(text)
  const said = separators.find((one) => one === named?.[1])
  if (said) {
    const parsed = parseWith(said, text, named?.[0].length ?? 0)
    return 'fault' in parsed ? parsed : { separator: said, ...parsed }
  }
  const readings = separators
    .filter((one) => one === ',' || text.includes(one))
    .map((separator) => ({ separator, parsed: parseWith(separator, text, 0) }))
  // A comma inside cells can part every row alike, as in `2019;5,1`; a semicolon or a tab hardly does so by chance.
  const even = surest
    .flatMap((one) => readings.find(({ separator }) => separator === one) ?? [])
    .find(({ parsed }) => 'rows' in parsed && isEven(parsed.rows))
  const widest = readings.reduce((best, one) => (headOf(one.parsed) > headOf(best.parsed) ? one : best))
  const { separator, parsed } = even ?? widest
  return 'fault' in parsed ? parsed : { separator, ...parsed }
}

type Parsed = { readonly rows: readonly (readonly CsvCell[])[] } | { readonly fault: CsvFault }

const headOf = (parsed: Parsed): number => ('rows' in parsed ? (parsed.rows[0]?.length ?? 0) : 1)

/** Whether all rows have as many cells as the first, and more than one. */
const isEven = (rows: readonly (readonly CsvCell[])[]): boolean =>
  rows.length > 1 && (rows[0]?.length ?? 0) > 1 && rows.every((row) => row.length === rows[0]?.length)

function parseWith(
  separator: Separator,
  text: string,
  start: number,
): { readonly rows: readonly (readonly CsvCell[])[] } | { readonly fault: CsvFault } {
  const rows: CsvCell[][] = []
  let row: CsvCell[] = []
  let position = start
  const ends = new RegExp(`[${separator}\\r\\n]`)
  while (position < text.length || row.length > 0) {
    const cell = text[position] === '"' ? readQuoted(text, position, ends) : readPlain(text, position, ends)
    if ('message' in cell) return { fault: cell }
    row.push(cell)
    position = cell.at.end
    if (text[position] === separator) {
      position++
      continue
    }
    if (row.some(({ value, at }) => value !== '' || text[at.start] === '"')) rows.push(row)
    row = []
    position += text.startsWith('\r\n', position) ? 2 : 1
  }
  return { rows }
}

function readPlain(text: string, start: number, ends: RegExp): CsvCell | CsvFault {
  let end = start
  while (end < text.length && !ends.test(text[end] ?? '')) end++
  const value = text.slice(start, end)
  const quote = value.indexOf('"')
  if (quote === -1) return { value: value.trim(), at: { start, end } }
  const at = { start: start + quote, end: start + quote + 1 }
  return { at, message: 'A quote stands inside a cell that does not begin with one.' }
}

function readQuoted(text: string, start: number, ends: RegExp): CsvCell | CsvFault {
  let end = start + 1
  for (;;) {
    const quote = text.indexOf('"', end)
    if (quote === -1) return { at: { start, end: start + 1 }, message: 'This quote is never closed.' }
    end = quote + 1
    if (text[end] !== '"') break
    end++
  }
  if (end < text.length && !ends.test(text[end] ?? '')) {
    return { at: { start: end, end: end + 1 }, message: 'After a closing quote the cell must end.' }
  }
  return { value: text.slice(start + 1, end - 1).replaceAll('""', '"'), at: { start, end } }
}
