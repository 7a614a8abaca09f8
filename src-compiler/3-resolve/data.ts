/** Data figures: a CSV file -> a series of values with a source for each row. */
import { isSourceId } from '../../src-library/format/paths.ts'
import { confidences, type Confidence } from '../../src-library/model/confidence.ts'
import type { FigureData } from '../../src-library/model/figure.ts'
import { decimalSigns, numberOf, type DecimalSign } from '../../src-library/model/numerals.ts'
import type { Source } from '../../src-library/model/source.ts'
import type { Report } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'
import type { SourceText } from '../1-read/text.ts'
import { parseCsv, type CsvCell, type Separator } from './csv.ts'

/** Columns that say something about their row, and are not drawn. */
const aboutRow: readonly string[] = ['source', 'confidence', 'note']

/** No page shows more. */
const mostRows = 20_000

export type DataRules = { readonly sources: ReadonlyMap<string, Source>; readonly requireSources: boolean }

/** The series of a file. Null after reporting its faults. */
export function readData(file: SourceText, report: Report, rules: DataRules): FigureData | null {
  const parsed = parseCsv(file.text)
  if ('fault' in parsed) {
    report(
      'bad-data',
      parsed.fault.at,
      parsed.fault.message,
      'Put cells with quotes or commas in quotes, and double the quotes inside.',
    )
    return null
  }
  const [head = [], ...rows] = parsed.rows
  if (!isHead(head, report) || !areRows(rows, head, parsed.separator, report)) return null
  if (head.length === 1 && rows.some(([cell]) => /[^\s:~]\s*[ \t:~]\s*\S/.test(cell?.value ?? ''))) {
    const message = 'This file has one column: its cells are parted by no comma, semicolon, tab or bar.'
    report('separator-read', head[0]?.at ?? null, message, 'Put a comma between the cells of a row.')
  }
  if (parsed.separator !== ',') {
    const message = `The cells of this file are parted by ${nameOf[parsed.separator]}; in numbers a comma is read as the sign of decimals.`
    report('separator-read', { start: 0, end: head.at(-1)?.at.end ?? 1 }, message)
  }
  const drawn = head.flatMap(({ value }, column) =>
    aboutRow.includes(value) ? [] : [{ name: value, column }],
  )
  const about = (row: readonly CsvCell[], name: string): CsvCell | undefined =>
    row[head.findIndex(({ value }) => value === name)]
  return {
    kind: 'data',
    path: file.path,
    columns: drawn.map(({ name, column }) => ({
      name,
      ...typeOf(
        rows.map((row) => row[column]?.value ?? ''),
        parsed.separator,
      ),
    })),
    rows: rows.map((row) => ({
      cells: drawn.map(({ column }) => (row[column]?.value ?? '').normalize('NFC')),
      sources: sourcesOf(row, about(row, 'source'), report, rules),
      confidence: confidenceOf(about(row, 'confidence'), report),
      note: (about(row, 'note')?.value ?? '').normalize('NFC'),
    })),
  }
}

function isHead(head: readonly CsvCell[], report: Report): boolean {
  const names = head.map(({ value }) => value)
  const fault = head.find(({ value }, column) => value === '' || names.indexOf(value) !== column)
  if (fault) {
    const message =
      fault.value === '' ? 'A column has no name.' : `Two columns are called \`${fault.value}\`.`
    report('bad-data', fault.at, message, 'Name each column in the first row.')
  } else if (names.every((name) => aboutRow.includes(name))) {
    report(
      'bad-data',
      { start: 0, end: 1 },
      'There is no column to draw.',
      'Name the columns in the first row.',
    )
  } else return true
  return false
}

const nameOf: Readonly<Record<Separator, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a bar',
}

function areRows(
  rows: readonly (readonly CsvCell[])[],
  head: readonly CsvCell[],
  separator: Separator,
  report: Report,
): boolean {
  if (rows.length === 0) report('bad-data', { start: 0, end: 1 }, 'There are no rows of data.')
  if (rows.length > mostRows) {
    const at = rows[mostRows]?.[0]?.at ?? null
    report(
      'too-much',
      at,
      `This file has ${rows.length} rows; ${mostRows} is the most.`,
      'Make several figures of it.',
    )
    return false
  }
  const uneven = rows.filter((row) => row.length !== head.length)
  for (const row of uneven) {
    const at = { start: row[0]?.at.start ?? 0, end: row.at(-1)?.at.end ?? 0 }
    const message = `This row has ${row.length} cells and there are ${head.length} columns.`
    report('bad-data', at, message, `Put a cell that holds ${nameOf[separator]} in quotes.`)
  }
  return rows.length > 0 && uneven.length === 0
}

/** Numbers where every known value is one, with one sign of decimals: in files of semicolons and tabs the comma, if it can be. */
function typeOf(
  values: readonly string[],
  separator: Separator,
): { readonly values: 'number' | 'text'; readonly decimal?: ',' } {
  const known = values.filter((value) => value !== '')
  const isIn = (decimal: DecimalSign): boolean => known.every((value) => numberOf(value, decimal) !== null)
  const order = separator === ',' ? decimalSigns : decimalSigns.toReversed()
  const decimal = known.length > 0 ? order.find(isIn) : undefined
  if (decimal === undefined) return { values: 'text' }
  const matters = known.some((value) => numberOf(value, '.') !== numberOf(value, ','))
  return decimal === ',' && matters ? { values: 'number', decimal } : { values: 'number' }
}

function sourcesOf(
  row: readonly CsvCell[],
  cell: CsvCell | undefined,
  report: Report,
  { sources, requireSources }: DataRules,
): readonly string[] {
  const ids = (cell?.value ?? '').split(/\s+/).filter((id) => id !== '')
  if (ids.length === 0 && requireSources) {
    const at = cell ?? row[0]
    report(
      'figure-without-source',
      at?.at ?? null,
      'This row has no source.',
      'Name one in the column `source`.',
    )
  }
  const known = ids.filter((id) => {
    if (isSourceId(id) && sources.has(id)) return true
    report(
      'unknown-source',
      cell?.at ?? null,
      `There is no source \`${id}\` in sources.yaml.`,
      didYouMean(id, sources.keys()),
    )
    return false
  })
  return [...new Set(known)]
}

function confidenceOf(cell: CsvCell | undefined, report: Report): Confidence | null {
  if (!cell || cell.value === '') return null
  const confidence = confidences.find((one) => one === cell.value) ?? null
  if (!confidence) {
    const message = `\`confidence\` should be one of ${confidences.join(', ')}; it is \`${cell.value}\`.`
    report('bad-value', cell.at, message, didYouMean(cell.value, confidences))
  }
  return confidence
}
