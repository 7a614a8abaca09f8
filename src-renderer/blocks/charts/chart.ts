/**
 * The chart of a data figure: a series for each column besides the years, row below row. It follows from the values
 * alone, so an author chooses nothing. docs/decisions/0013-charts.md gives the reasons for its look.
 *
 *   first column all years, another of numbers     bars from zero, all columns of a figure on one scale
 *   first column all years, another of placements  a mark a year in the lane of its placement, joined by steps
 *   anything else                                  no chart; the table is always there
 */
import type { Confidence } from '../../../src-library/model/confidence.ts'
import type { DataRow, FigureData } from '../../../src-library/model/figure.ts'
import { numberOf, type DecimalSign } from '../../../src-library/model/numerals.ts'

/** Years from the first to the last of them; the same twice for one. */
export type Years = { readonly from: number; readonly to: number }

/** The mark of a value for which no official or first-hand source was read. */
export type Doubt = Exclude<Confidence, 'primary'>

export type Point = {
  readonly years: Years
  /** The value as the table has it; empty when it is not known. */
  readonly text: string
  /** For bars the share of the figure's largest value, 0 to 1; for steps the lane from 0; null when not known. */
  readonly place: number | null
  readonly doubt: Doubt | null
}

type NamedPoints = { readonly name: string; readonly points: readonly Point[] }
export type BarSeries = NamedPoints & { readonly kind: 'bars' }
export type StepSeries = NamedPoints & {
  readonly kind: 'steps'
  /** Names of the lanes, best first. */
  readonly lanes: readonly string[]
}
export type Series = BarSeries | StepSeries

/** Ordered placements we know, best first. 22 USC 7107(b) names those of the US report. */
const scales: readonly (readonly string[])[] = [['Tier 1', 'Tier 2', 'Tier 2 Watch List', 'Tier 3']]

/** A page has no room for more, and a reader no eye. */
const mostSeries = 4
const mostRows = 60
/** Of a number: a longer one would leave no room for its bar. */
const mostCharacters = 12
/** A longer gap is one row that names its years, so that a century without data is no page without ink. */
const longestDrawnGap = 3

/** How the values of a column are placed: along a bar that grows from zero, or in one of the lanes. */
type Scale = {
  readonly column: number
  readonly name: string
  readonly place: (text: string) => number | null
} & ({ readonly kind: 'bars' } | { readonly kind: 'steps'; readonly lanes: readonly string[] })

/** The series of a figure in the order of its columns; empty when a chart can't be drawn honestly. */
export function seriesOf(data: FigureData): readonly Series[] {
  const rows = datedRows(data)
  if (!rows) return []
  const lines = withGaps([...rows].sort((one, other) => one.year - other.year))
  if (lines.length > mostRows) return []
  return scalesOf(data).map(({ column, name, place, ...scale }) => ({
    ...scale,
    name,
    points: lines.map((line) => pointOf(line, column, place)),
  }))
}

/**
 * The series of two figures on one axis: both have a line for each year that either of them names, and for the years
 * between. Null where one of them has no chart, or both together are too long for a page.
 */
export function onOneAxis(
  one: FigureData,
  other: FigureData,
): readonly [readonly Series[], readonly Series[]] | null {
  const [ones, others] = [datedRows(one), datedRows(other)]
  if (!ones || !others || scalesOf(one).length === 0 || scalesOf(other).length === 0) return null
  const years = [...new Set([...ones, ...others].map(({ year }) => year))].sort((a, b) => a - b)
  const named = years.flatMap((year) => {
    const rows = [ones, others].map((all) => all.filter((row) => row.year === year))
    const lines = Math.max(...rows.map(({ length }) => length))
    return Array.from({ length: lines }, (_, line) => ({
      year,
      rows: rows.map((all) => all[line]?.row ?? null),
    }))
  })
  const axis = named.flatMap((line, index) => {
    const before = named[index - 1]?.year ?? line.year
    const missing = gap(before + 1, line.year - 1).map(({ years }) => ({ years, rows: [null, null] }))
    return [...missing, { years: { from: line.year, to: line.year }, rows: line.rows }]
  })
  if (axis.length > mostRows) return null
  const drawn = (data: FigureData, side: 0 | 1): readonly Series[] =>
    scalesOf(data).map(({ column, name, place, ...scale }) => ({
      ...scale,
      name,
      points: axis.map(({ years, rows }) => pointOf({ years, row: rows[side] ?? null }, column, place)),
    }))
  return [drawn(one, 0), drawn(other, 1)]
}

/** The mark beside a value in a row of the table, if a figure has no picture of its own. */
export type Mark = Pick<Point, 'place' | 'doubt' | 'text'> & {
  /** Of steps: the lane of the year before, if the row above has it. */
  readonly before: number | null
  /** Of steps: whether the row below has the year after, with a value. */
  readonly goesOn: boolean
}

export type MarkedColumn = {
  readonly column: number
  /** Of steps; null for bars. */
  readonly lanes: readonly string[] | null
  /** One for each row of the figure, in its order. */
  readonly marks: readonly Mark[]
}

/** Columns of bars that a table has room for beside its numbers; of more, the first alone is drawn. */
const mostMarked = 2

/** The columns of a figure's table that get a bar or a step in each row; none when that can't be done honestly. */
export function markedColumnsOf(data: FigureData): readonly MarkedColumn[] {
  const rows = datedRows(data)
  if (!rows || rows.length > mostRows) return []
  const all = scalesOf(data)
  return (all.length > mostMarked ? all.slice(0, 1) : all).map((scale) => {
    const points = rows.map(({ row, year }) =>
      pointOf({ years: { from: year, to: year }, row }, scale.column, scale.place),
    )
    const follows = (index: number): boolean => rows[index]?.year === (rows[index - 1]?.year ?? 0) + 1
    return {
      column: scale.column,
      lanes: scale.kind === 'steps' ? scale.lanes : null,
      marks: points.map(({ place, doubt, text }, index) => ({
        place,
        doubt,
        text,
        before: follows(index) ? (points[index - 1]?.place ?? null) : null,
        goesOn: follows(index + 1) && typeof points[index + 1]?.place === 'number',
      })),
    }
  })
}

function scalesOf(data: FigureData): readonly Scale[] {
  const columns = data.columns
    .map(({ name, decimal }, column) => {
      const amount = (text: string): number | null => amountOf(text, decimal ?? '.')
      return { name, column, amount, known: known(data.rows, column) }
    })
    .slice(1)
    .filter((one) => one.known.length > 1)
  const amounts = columns.filter((one) => one.known.every((text) => one.amount(text) !== null))
  const largest = Math.max(...amounts.flatMap((one) => one.known.map((text) => one.amount(text) ?? 0)))
  return columns
    .flatMap(({ name, column, amount, known }): Scale[] => {
      const lanes = scales.find((scale) => known.every((text) => scale.includes(text)))
      if (lanes) return [{ kind: 'steps', column, name, lanes, place: (text) => lanes.indexOf(text) }]
      if (!amounts.some((one) => one.column === column)) return []
      return [{ kind: 'bars', column, name, place: (text) => (amount(text) ?? 0) / (largest || 1) }]
    })
    .slice(0, mostSeries)
}

/** The rows with the year that each begins with; null where one begins with anything else. */
function datedRows(data: FigureData): readonly Dated[] | null {
  const rows = data.rows.map((row) => ({ row, year: yearOf(row.cells[0] ?? '') }))
  return rows.every((one): one is Dated => one.year !== null) ? rows : null
}

type Dated = { readonly row: DataRow; readonly year: number }
type Line = { readonly years: Years; readonly row: DataRow | null }

const known = (rows: readonly DataRow[], column: number): readonly string[] =>
  rows.map(({ cells }) => cells[column] ?? '').filter((text) => text !== '')

function yearOf(text: string): number | null {
  return /^[12]\d{3}$/.test(text) ? Number(text) : null
}

/** A number as the compiler reads it. Null if it gets no bar, because it is negative or its text is too long. */
function amountOf(text: string, decimal: DecimalSign): number | null {
  const value = text.length > mostCharacters || /^[-−]/.test(text) ? null : numberOf(text, decimal)
  return value !== null && value >= 0 ? value : null
}

/** Years that no row names stand between those that have one: time keeps its distance. */
function withGaps(rows: readonly Dated[]): readonly Line[] {
  return rows.flatMap(({ row, year }, index): Line[] => {
    const before = rows[index - 1]?.year ?? year
    return [...gap(before + 1, year - 1), { years: { from: year, to: year }, row }]
  })
}

function gap(from: number, to: number): readonly Line[] {
  const length = to - from + 1
  if (length < 1) return []
  if (length > longestDrawnGap) return [{ years: { from, to }, row: null }]
  return Array.from({ length }, (_, index) => ({
    years: { from: from + index, to: from + index },
    row: null,
  }))
}

function pointOf({ years, row }: Line, column: number, place: (text: string) => number | null): Point {
  const text = row?.cells[column] ?? ''
  const confidence = row?.confidence ?? null
  return {
    years,
    text,
    place: text === '' ? null : place(text),
    doubt: text === '' || confidence === 'primary' ? null : confidence,
  }
}
