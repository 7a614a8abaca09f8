/**
 * Finds tables whose words are wider than the page side by side. The
 * engine would cut them off at the edge, and set every page smaller besides.
 * To be called when fonts are in; the view is as wide on screen as on paper.
 */

import { cutWideTable } from './widetables.ts'

/**
 * Classes of paper/tables.css, each for where the one before is not enough: smaller letters, then words of rows are
 * broken, then those of heads.
 */
const smaller = 'smaller'
const broken = ['crowded', 'packed'] as const

export function loosenCrowdedTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll('table')) {
    table.classList.remove(smaller, ...broken)
    if (!isTooWide(table)) continue
    table.classList.add(smaller)
    if (!isTooWide(table)) continue
    const cut = table.matches('.table-frame > table') ? cutWideTable(table) : null
    for (const one of cut ?? [table]) for (const name of broken) if (isTooWide(one)) one.classList.add(name)
  }
}

const isTooWide = (table: HTMLTableElement): boolean =>
  table.offsetWidth > (table.parentElement?.clientWidth ?? 0) + 1
