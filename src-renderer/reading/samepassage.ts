/** The passage at the top of the window, as its place in the article: the same place in another version says the same. */

/** A block of a section's text, and how far its top is below the top of the window, in pixels. */
export type HeldPassage = { readonly anchor: string; readonly block: number; readonly top: number }

const blocksOf = (text: HTMLElement, anchor: string): readonly HTMLElement[] => {
  const section = [...text.querySelectorAll<HTMLElement>('section[data-anchor]')].find(
    (one) => one.dataset['anchor'] === anchor,
  )
  return [...(section?.querySelector('.text')?.children ?? [])].filter((one) => one instanceof HTMLElement)
}

/** The first block of the section that is still in sight. `covered`: pixels at the top that bars lie over. */
export function holdPassage(text: HTMLElement, anchor: string, covered: number): HeldPassage | null {
  const blocks = blocksOf(text, anchor)
  const block = blocks.findIndex((one) => one.getBoundingClientRect().bottom > covered)
  const top = blocks[block]?.getBoundingClientRect().top
  return top === undefined ? null : { anchor, block, top }
}

/** Scrolls the article to the same block, or to the last that its section has. */
export function showPassage(text: HTMLElement, { anchor, block, top }: HeldPassage): void {
  const blocks = blocksOf(text, anchor)
  const same = blocks[block] ?? blocks.at(-1)
  if (same) window.scrollBy({ top: same.getBoundingClientRect().top - top, behavior: 'instant' })
}
