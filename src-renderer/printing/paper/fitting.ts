/**
 * Removes pages that hold a few lines only. If a chapter goes over its last page by little, it is set a little
 * closer, so that it ends with the page before: a second sheet for three lines of sources is a waste. If that
 * does not help, the chapter stays as it was.
 *
 * The view is as wide on screen as on paper, so heights are those on paper, except for the space that is left free at
 * the foot of pages to keep things together. A single page has no such space; longer chapters keep room for it.
 */

/** Classes of paper/presets.css, each closer than the one before. */
const closeness = ['close', 'closer'] as const

/** Share of a page that counts as little. */
const little = 0.2

/** Share of the pages to be filled that may be: the first for one page alone. */
const fillable = { one: 0.995, more: 0.96 }

/** How many pages a height could be drawn in to; null when its last page is filled well, or is its first. */
export function pagesToFill(height: number, page: number): number | null {
  const full = Math.floor(height / page)
  const over = height - full * page
  return full > 0 && over > 0 && over < little * page ? full : null
}

export function fits(height: number, pages: number, page: number): boolean {
  return height <= pages * page * (pages === 1 ? fillable.one : fillable.more)
}

/** Heights of what begins a page within a wrapper: all of it, unless its sections begin pages too. */
function heightsIn(wrapper: Element): readonly number[] {
  const box = wrapper.getBoundingClientRect()
  const begins = [...wrapper.querySelectorAll('[data-preset="training"] .section:has(> h2)')]
  const tops = [box.top, ...begins.map((section) => section.getBoundingClientRect().top), box.bottom]
  return tops.slice(1).map((bottom, index) => bottom - (tops[index] ?? 0))
}

/** Draws in what can be. `page` is the height of the text on a page, in CSS pixels. To be called when fonts are in. */
export function drawInShortPages(wrappers: readonly Element[], page: number): void {
  let left = wrappers.flatMap((wrapper) => {
    const wanted = heightsIn(wrapper).map((height) => pagesToFill(height, page))
    return wanted.some((pages) => pages !== null) ? [{ wrapper, wanted }] : []
  })
  const before = left
  for (const name of closeness) {
    // All are changed before one is measured, so that the page is laid out once.
    for (const { wrapper } of left) wrapper.classList.add(name)
    left = left.filter(({ wrapper, wanted }) => {
      const heights = heightsIn(wrapper)
      return wanted.some((pages, index) => pages !== null && !fits(heights[index] ?? 0, pages, page))
    })
  }
  for (const { wrapper, wanted } of before) {
    const heights = heightsIn(wrapper)
    const gained = wanted.some((pages, index) => pages !== null && fits(heights[index] ?? 0, pages, page))
    if (!gained) wrapper.classList.remove(...closeness)
  }
}
