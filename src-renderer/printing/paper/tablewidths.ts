/**
 * Measures the words of the drawn tables and sets their columns' widths, in place of those set before. To be called when fonts are in; the view is as
 * wide on screen as on paper. In a table whose words are wider than the page (crowding.ts) only the long words are broken.
 */
import { unbroken } from './addresses.ts'
import { columnWidths, isShort, linesOf, type CellWords } from './columnwidths.ts'

/** Rows that are looked at, taken evenly from the whole: more would not change the widths. */
const mostRows = 120
/** In em of the table's letters, for a bar or a step (blocks/charts/RowMark.svelte). */
const drawing = { least: 4.5, wanted: 11 }
/** In em as well: a word up to this is whole in a table that breaks words, and a longer one is broken anywhere. */
const ordinary = 11
const piece = 3

/** A word that is broken anywhere, as words of about this length. */
const inPieces = (length: number, most: number): readonly number[] =>
  Array.from({ length: Math.ceil(length / most) }, () => most)

export function setColumnWidths(root: HTMLElement): void {
  const letters = document.createElement('canvas').getContext('2d')
  if (!letters) return
  const lengths = new Map<string, number>()
  const lengthOf = (word: string, font: string): number => {
    const key = `${font} ${word}`
    const length = lengths.get(key) ?? ((letters.font = font), letters.measureText(word).width)
    lengths.set(key, length)
    return length
  }
  // All are measured before one is changed, so that the page is laid out once.
  const measured = [...root.querySelectorAll('.table-frame table')].flatMap((table) =>
    table instanceof HTMLTableElement ? [measure(table, lengthOf)] : [],
  )
  for (const { table, widths, whole } of measured) {
    if (!widths) continue
    const columns = widths.map((width) => {
      const column = document.createElement('col')
      column.style.width = `${width}px`
      return column
    })
    const group = document.createElement('colgroup')
    group.append(...columns)
    table.insertBefore(group, table.tHead)
    for (const cell of whole) cell.classList.add('whole')
  }
}

/** Undoes `setColumnWidths`. Widths for other letters would be in the way of the next measuring. */
export function forgetColumnWidths(root: HTMLElement): void {
  for (const group of root.querySelectorAll('.table-frame colgroup')) group.remove()
  for (const cell of root.querySelectorAll('.table-frame .whole')) cell.classList.remove('whole')
}

type Measured = {
  readonly table: HTMLTableElement
  readonly widths: readonly number[] | null
  /** Cells that fit on a line. */
  readonly whole: readonly Element[]
}

function measure(table: HTMLTableElement, lengthOf: (word: string, font: string) => number): Measured {
  const body = [...table.tBodies].flatMap(({ rows }) => [...rows])
  const step = Math.max(1, Math.ceil(body.length / mostRows))
  const looked = [...(table.tHead?.rows ?? []), ...body.filter((_, at) => at % step === 0)]
  const style = getComputedStyle(table)
  const fontOf = (weight: string): string => `${weight} ${style.fontSize} ${style.fontFamily}`
  const [plain, bold] = [fontOf('400'), fontOf('700')]
  const [first] = body
  const cells = [...(first?.cells ?? [])]
  const room = table.parentElement?.clientWidth ?? 0
  const size = Number.parseFloat(style.fontSize)
  const padding = cells.map((cell) => {
    const { paddingLeft, paddingRight } = getComputedStyle(cell)
    return Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
  })
  const share = room / Math.max(1, cells.length) - Math.max(0, ...padding) - 2
  const most = table.classList.contains('crowded') ? Math.max(share, ordinary * size) : Infinity
  const wordsOf = (cell: Element): CellWords =>
    (cell.textContent ?? '')
      .split(/[ \t\n\u2009]+/u)
      .filter((word) => word !== '')
      .flatMap(unbroken)
      .map((word) => lengthOf(word, cell.tagName === 'TH' || cell.querySelector('strong') ? bold : plain))
      .flatMap((length) => (length > most ? inPieces(length, piece * size) : [length]))
  const rows = looked.map((row) =>
    [...row.cells].flatMap((cell) => {
      const words = wordsOf(cell)
      // A head over a value and its drawing is no longer than both.
      return cell.colSpan > 1 ? [words, ...Array.from({ length: cell.colSpan - 1 }, () => [])] : [words]
    }),
  )
  const last = cells.length - 1
  const widths = columnWidths({
    rows,
    space: lengthOf(' ', plain),
    padding,
    drawings: cells.map((cell) =>
      cell.classList.contains('drawn')
        ? { least: drawing.least * size, wanted: drawing.wanted * size }
        : null,
    ),
    room,
    spare: spareOf(cells, last),
  })
  const space = lengthOf(' ', plain)
  const fits = (cell: HTMLTableCellElement): boolean => {
    const room = (widths?.[cell.cellIndex] ?? 0) - (padding[cell.cellIndex] ?? 0)
    return isShort(wordsOf(cell), space) && linesOf(wordsOf(cell), room, space) === 1
  }
  const whole = widths
    ? looked.flatMap((row) => (row.parentElement === table.tHead ? [] : [...row.cells].filter(fits)))
    : []
  return { table, widths, whole }
}

/** The last column of text; null where the last has numbers, for a number far from its row’s name is hard to follow. */
function spareOf(cells: readonly HTMLTableCellElement[], last: number): number | null {
  const drawn = cells.findLastIndex((cell) => cell.classList.contains('drawn'))
  const text = cells.findLastIndex(
    (cell) => cell.dataset['align'] !== 'right' && !cell.classList.contains('marks'),
  )
  if (text > drawn && text >= last - 1 && text > 0) return text
  return drawn > 0 ? drawn : null
}
