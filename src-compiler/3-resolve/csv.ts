/** Comma-separated values as RFC 4180 has them, with each cell's place. */
import type { At } from '../1-read/text.ts'

export type CsvCell = { readonly value: string; readonly at: At }
export type CsvFault = { readonly at: At; readonly message: string }

/** Rows of cells; lines without anything in them are passed over. Or the first thing that is not CSV. */
export function parseCsv(
  text: string,
): { readonly rows: readonly (readonly CsvCell[])[] } | { readonly fault: CsvFault } {
  const rows: CsvCell[][] = []
  let row: CsvCell[] = []
  let position = 0
  while (position < text.length || row.length > 0) {
    const cell = text[position] === '"' ? readQuoted(text, position) : readPlain(text, position)
    if ('message' in cell) return { fault: cell }
    row.push(cell)
    position = cell.at.end
    if (text[position] === ',') {
      position++
      continue
    }
    if (row.length > 1 || row[0]?.value !== '') rows.push(row)
    row = []
    position += text.startsWith('\r\n', position) ? 2 : 1
  }
  return { rows }
}

function readPlain(text: string, start: number): CsvCell | CsvFault {
  let end = start
  while (end < text.length && !/[,\r\n]/.test(text[end] ?? '')) end++
  const value = text.slice(start, end)
  const quote = value.indexOf('"')
  if (quote === -1) return { value: value.trim(), at: { start, end } }
  const at = { start: start + quote, end: start + quote + 1 }
  return { at, message: 'A quote stands inside a cell that does not begin with one.' }
}

function readQuoted(text: string, start: number): CsvCell | CsvFault {
  let end = start + 1
  for (;;) {
    const quote = text.indexOf('"', end)
    if (quote === -1) return { at: { start, end: start + 1 }, message: 'This quote is never closed.' }
    end = quote + 1
    if (text[end] !== '"') break
    end++
  }
  if (end < text.length && !/[,\r\n]/.test(text[end] ?? '')) {
    return { at: { start: end, end: end + 1 }, message: 'After a closing quote the cell must end.' }
  }
  return { value: text.slice(start + 1, end - 1).replaceAll('""', '"'), at: { start, end } }
}
