/**
 * Finds tables whose words can't be broken and are wider than the page. The
 * engine would cut them off at the edge, and set every page smaller besides.
 * To be called when fonts are in; the view is as wide on screen as on paper.
 */

/**
 * Classes of paper/tables.css, each for where the one before is not enough: smaller letters, then words of rows are
 * broken, then those of heads.
 */
const looseness = ['smaller', 'crowded', 'packed'] as const

export function loosenCrowdedTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll('table')) {
    const room = table.parentElement?.clientWidth ?? 0
    table.classList.remove(...looseness)
    for (const name of looseness) if (table.offsetWidth > room + 1) table.classList.add(name)
  }
}
