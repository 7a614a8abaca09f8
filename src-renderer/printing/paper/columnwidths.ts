/**
 * Widths of a table's columns on paper. The engine shares out the room by the widths of whole cells, so that a remark
 * of many words gets two words a line beside a column of short names. Here the room goes where it saves lines.
 * Lengths are CSS pixels.
 */

/** A cell as the lengths of the words of its text; none where it is empty. */
export type CellWords = readonly number[]

export type TableText = {
  /** As many cells in each row as there are columns. */
  readonly rows: readonly (readonly CellWords[])[]
  /** Between two words. */
  readonly space: number
  /** Of each column, beside its text. */
  readonly padding: readonly number[]
  /** Of each column that holds a drawing: no less than `least`, and `wanted` where there is room. */
  readonly drawings: readonly ({ readonly least: number; readonly wanted: number } | null)[]
  /** Of the whole table. */
  readonly room: number
  /** The column that takes what no text needs; null shares it among all. */
  readonly spare: number | null
}

/** A cell of no more words and no longer than this, in spaces, is kept on one line where all columns have room for that. */
const short = { words: 4, length: 36 }
/** Share of a table's lines: where breaking its short cells makes it as low as that, they are broken. */
const worthwhile = 0.8
/** Words measured one by one are a little longer or shorter than in a line. */
const tolerance = 1
/** Pixels that are moved from one column to another at a time, until no move helps. */
const steps = [64, 32, 16, 8, 4]
/** No table needs as many; a bound all the same. */
const mostMoves = 400

/** The columns' widths with their padding; null where not even the longest words fit side by side. */
export function columnWidths(table: TableText): readonly number[] | null {
  const columns = table.padding.map((_, column) => column)
  const cells = columns.map((column) => table.rows.map((row) => row[column] ?? []))
  const outer = (column: number, inner: number): number =>
    Math.max(inner, 1) + (table.padding[column] ?? 0) + tolerance
  const whole = columns.map((column) => {
    const longest = Math.max(0, ...(cells[column] ?? []).map((cell) => lengthOf(cell, table.space)))
    return outer(column, Math.max(longest, table.drawings[column]?.wanted ?? 0))
  })
  if (sum(whole) <= table.room) return withSpare(whole, table)

  const leastOf = (keeping: boolean) => (column: number) => {
    const kept = (cell: CellWords): number =>
      keeping && isShort(cell, table.space) ? lengthOf(cell, table.space) : Math.max(0, ...cell)
    return outer(column, Math.max(0, ...(cells[column] ?? []).map(kept), table.drawings[column]?.least ?? 0))
  }
  const kinds = [true, false].flatMap((keeping) => {
    const least = columns.map(leastOf(keeping))
    if (sum(least) > table.room) return []
    const widths = moved(startOf(least, whole, table.room), least, table)
    return [{ widths, lines: heightOf(widths.map((width, column) => columnLines(table, column, width))) }]
  })
  const [first, second] = kinds
  if (!first) return null
  return second && second.lines < worthwhile * first.lines ? second.widths : first.widths
}

/** Whether a cell is better not broken. */
export function isShort(cell: CellWords, space: number): boolean {
  return cell.length <= short.words && lengthOf(cell, space) <= short.length * space
}

/** Lines that a cell takes in so much room for its text. */
export function linesOf(cell: CellWords, room: number, space: number): number {
  let lines = cell.length > 0 ? 1 : 0
  let used = 0
  for (const word of cell) {
    const next = used === 0 ? word : used + space + word
    if (next <= room || used === 0) used = next
    else {
      lines++
      used = word
    }
  }
  return lines
}

const lengthOf = (cell: CellWords, space: number): number => sum(cell) + space * Math.max(0, cell.length - 1)

const sum = (lengths: readonly number[]): number => lengths.reduce((all, one) => all + one, 0)

function withSpare(widths: readonly number[], { room, spare }: TableText): readonly number[] {
  const left = room - sum(widths)
  const all = sum(widths)
  return widths.map((width, column) => {
    if (spare === null) return width + (left * width) / all
    return column === spare ? width + left : width
  })
}

/** The least widths, and the rest to the columns that lack most: those of long texts. */
function startOf(least: readonly number[], whole: readonly number[], room: number): number[] {
  const lacks = whole.map((width, column) => (width - (least[column] ?? 0)) ** 2)
  const share = (room - sum(least)) / Math.max(1, sum(lacks))
  return least.map((width, column) => width + share * (lacks[column] ?? 0))
}

/** Moves room between columns as long as the table gets shorter, or its cells do. */
function moved(start: number[], least: readonly number[], table: TableText): readonly number[] {
  const widths = [...start]
  const lines = widths.map((width, column) => columnLines(table, column, width))
  let best = costOf(lines)
  let moves = 0
  for (const step of steps) {
    for (let improved = true; improved && moves < mostMoves;) {
      improved = false
      for (const from of widths.keys()) {
        for (const to of widths.keys()) {
          const [given, taken] = [(widths[from] ?? 0) - step, (widths[to] ?? 0) + step]
          if (to === from || given < (least[from] ?? 0)) continue
          const tried = [...lines]
          tried[from] = columnLines(table, from, given)
          tried[to] = columnLines(table, to, taken)
          const cost = costOf(tried)
          if (cost > best - 0.01) continue
          best = cost
          moves++
          improved = true
          widths[from] = given
          widths[to] = taken
          lines.splice(0, lines.length, ...tried)
        }
      }
    }
  }
  return widths
}

/**
 * Lines of each cell, and a hundredth of what it would take if a line could end anywhere: a whole line less is seldom
 * one step away, and this shows the way there.
 */
function columnLines({ rows, padding, space }: TableText, column: number, width: number): readonly number[] {
  const room = Math.max(1, width - (padding[column] ?? 0) - tolerance)
  return rows.map((row) => {
    const cell = row[column] ?? []
    return linesOf(cell, room, space) + Math.min(0.99, lengthOf(cell, space) / room / 100)
  })
}

/** Lines of all rows, with the hundredths of `columnLines`. */
function heightOf(columns: readonly (readonly number[])[]): number {
  const rows = columns[0]?.keys() ?? []
  return sum([...rows].map((row) => Math.max(...columns.map((lines) => lines[row] ?? 0))))
}

/** Of two tables that are as high, the one with the fewer lines in its cells costs less. */
function costOf(columns: readonly (readonly number[])[]): number {
  return 1000 * heightOf(columns) + sum(columns.flatMap((lines) => lines.map((own) => own * own)))
}
