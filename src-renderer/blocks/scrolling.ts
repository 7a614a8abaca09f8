/** Which section is at the top of the window, and how words are brought into it. */

/** Pixels below the top within which a heading counts as reached: the toolbar and a little air. */
const reached = 120

/** The anchor of the last section whose start has been reached; null when `text` has no sections. */
export function currentSection(text: HTMLElement): string | null {
  const sections = [...text.querySelectorAll<HTMLElement>('section[data-anchor]')]
  const begun = sections.filter((section) => section.getBoundingClientRect().top <= reached)
  // At the very end the last section may be too short to ever reach the top.
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2
  const seen = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 2)
  const section = (atEnd && window.scrollY > 0 ? seen : begun).at(-1) ?? sections[0]
  return section?.dataset['anchor'] ?? null
}

/** The anchor of the section that holds a range of the text; null while the range is out of sight. */
export function sectionInSight(range: Range): string | null {
  const { top, bottom } = range.getBoundingClientRect()
  if (bottom <= 0 || top >= window.innerHeight) return null
  const section = range.startContainer.parentElement?.closest<HTMLElement>('section[data-anchor]')
  return section?.dataset['anchor'] ?? null
}

/** Brings words into sight, clear of the bars above and below: their paragraph first, and themselves where it is taller than the window. */
export function bringIntoSight(words: Range, block: 'nearest' | 'center'): void {
  words.startContainer.parentElement?.scrollIntoView({ block, behavior: 'instant' })
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  const first = Number.parseFloat(scrollPaddingTop) || 0
  const last = window.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0)
  const { top, bottom } = words.getBoundingClientRect()
  if (top < first) window.scrollBy({ top: top - first, behavior: 'instant' })
  else if (bottom > last) window.scrollBy({ top: bottom - last, behavior: 'instant' })
}
