/**
 * Finds tables whose words can't be broken and are wider than the page. The
 * engine would cut them off at the edge, and set every page smaller besides.
 * To be called when fonts are in; the view is as wide on screen as on paper.
 */
export function loosenCrowdedTables(root: HTMLElement): void {
  for (const table of root.querySelectorAll('table')) {
    const room = table.parentElement?.clientWidth ?? 0
    table.classList.toggle('crowded', table.offsetWidth > room + 1)
  }
}
