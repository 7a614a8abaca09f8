/**
 * Cuts a table whose columns have no room side by side into several, one below the other. Each begins with the first
 * column, so that a row keeps its name. To be called when fonts are in, and once for a table.
 */
import { printingLanguage, printingWordsIn } from '../../messages/printing.ts'

/**
 * The columns of each table, rising and without the first; null where one table has room for all, or where cutting is no
 * way. `least`: what the longest word of each column takes, in pixels.
 */
export function groupsOf(least: readonly number[], room: number): readonly (readonly number[])[] | null {
  const [first = 0, ...others] = least
  const left = room - Math.min(first, room / 2)
  const fill = (most: number): readonly (readonly number[])[] => {
    const groups: number[][] = []
    let used = Infinity
    for (const [at, width] of others.entries()) {
      // A word that is wider than the page is broken all the same.
      const own = Math.min(width, left)
      const group = groups.at(-1)
      if (group && used + own <= left && group.length < most) {
        group.push(at + 1)
        used += own
      } else {
        groups.push([at + 1])
        used = own
      }
    }
    return groups
  }
  const { length } = fill(Infinity)
  if (length < 2) return null
  const even = fill(Math.ceil(others.length / length))
  return even.length === length ? even : fill(Infinity)
}

/** The tables that it has become, in order; null where it stays one. */
export function cutWideTable(table: HTMLTableElement): readonly HTMLTableElement[] | null {
  const frame = table.parentElement
  const rows = [...table.rows].map((row) => [...row.cells])
  const columns = rows[0]?.length ?? 0
  const regular = rows.every(
    (cells) => cells.length === columns && cells.every((cell) => cell.colSpan === 1 && cell.rowSpan === 1),
  )
  if (!frame || !regular) return null
  const groups = groupsOf(leastWidths(table), frame.clientWidth)
  if (!groups) return null
  let last: Element = frame
  const cut = groups.slice(1).map((group) => {
    const part = partOf(table, group, 1 + (groups[0]?.length ?? 0))
    const around = frame.cloneNode(false) as Element
    around.append(part)
    last.after(around)
    last = around
    return part
  })
  return [table, ...cut]
}

/** The width of each column where every word begins a line. */
function leastWidths(table: HTMLTableElement): readonly number[] {
  table.style.width = '1px'
  const widths = [...(table.rows[0]?.cells ?? [])].map((cell) => cell.offsetWidth)
  table.style.width = ''
  return widths
}

/**
 * A table of these columns, which are taken from the other, and a copy of the column that names the rows. `at`: where
 * the first of them is by now.
 */
function partOf(table: HTMLTableElement, columns: readonly number[], at: number): HTMLTableElement {
  const part = table.cloneNode(false) as HTMLTableElement
  const caption = document.createElement('caption')
  const language = table.closest<HTMLElement>('[lang]')?.lang ?? ''
  const { paper } = printingWordsIn(printingLanguage(language))
  const [from = 0, to = from] = [columns[0], columns.at(-1)]
  caption.textContent = paper.tableGoesOn(from + 1, to + 1)
  caption.lang = paper.language
  part.append(caption)
  for (const section of [table.tHead, ...table.tBodies]) {
    if (!section) continue
    const copied = section.cloneNode(false) as Element
    for (const row of section.rows) {
      const cells = [...row.cells]
      const own = row.cloneNode(false) as Element
      const name = cells[0]?.cloneNode(true)
      if (name instanceof Element) {
        // A name leads to one place.
        for (const one of [name, ...name.querySelectorAll('[id]')]) one.removeAttribute('id')
        own.append(name)
      }
      own.append(...cells.slice(at, at + columns.length))
      copied.append(own)
    }
    part.append(copied)
  }
  return part
}
