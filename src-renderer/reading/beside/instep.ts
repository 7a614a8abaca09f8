/**
 * Keeps two versions of a passage in step: a paragraph begins on the level of its translation, so both columns scroll as
 * one text. Only where both have as many blocks; otherwise it is unknown which belongs to which.
 */

/** Levels the columns, and again when they change their width or get their fonts. Returns the way to stop. */
export function inStep(columns: HTMLElement): () => void {
  let width = 0
  const observer = new ResizeObserver(() => {
    // Its own changes are of the height.
    if (columns.clientWidth === width) return
    width = columns.clientWidth
    level(columns)
  })
  observer.observe(columns)
  void document.fonts.ready.then(() => level(columns))
  return () => observer.disconnect()
}

function level(columns: HTMLElement): void {
  const [ones, others] = [...columns.querySelectorAll<HTMLElement>('.beside-passage')].map(textsOf)
  const all = [...(ones ?? []), ...(others ?? [])].flat()
  for (const block of all) block.style.removeProperty('padding-block-start')
  const [first, second] = [ones?.[0]?.[0], others?.[0]?.[0]]
  // One below the other where there is no room.
  if (!ones || !others || !first || !second || leftOf(first) === leftOf(second)) return
  ones.forEach((blocks, at) => {
    const pairs = others[at] ?? []
    if (pairs.length !== blocks.length) return
    blocks.forEach((block, place) => {
      const pair = pairs[place]
      const down = pair ? topOf(pair) - topOf(block) : 0
      if (pair && Math.abs(down) >= 1) push(down > 0 ? block : pair, Math.abs(down))
    })
  })
}

/** The blocks of each section. */
const textsOf = (passage: HTMLElement): readonly (readonly HTMLElement[])[] =>
  [...passage.querySelectorAll<HTMLElement>('section[data-anchor] > .text')].map((text) =>
    [...text.children].filter((child) => child instanceof HTMLElement),
  )

/** By its padding: a margin of the first block would fall together with the one above it. */
function push(block: HTMLElement, down: number): void {
  const own = Number.parseFloat(getComputedStyle(block).paddingBlockStart) || 0
  block.style.setProperty('padding-block-start', `${own + down}px`)
}

/** Where its text begins. */
const topOf = (block: Element): number =>
  block.getBoundingClientRect().top + (Number.parseFloat(getComputedStyle(block).paddingBlockStart) || 0)
const leftOf = (block: Element): number => block.getBoundingClientRect().left
