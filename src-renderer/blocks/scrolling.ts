/** Which section is at the top of the window, and how words are brought into it. */
import { untilTouched } from '../state/touch.ts'
import { firstWhere, whenSettled } from './hold.ts'
import { liveRange } from './liverange.ts'

/** Pixels below the top within which a heading counts as reached: the toolbar and a little air. */
const reached = 120

/** The anchor of the last section whose start has been reached; null when `text` has no sections. */
export function currentSection(text: HTMLElement): string | null {
  const sections = text.querySelectorAll<HTMLElement>('section[data-anchor]')
  // At the very end the last section may be too short to ever reach the top.
  const atEnd = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2
  const line = atEnd && window.scrollY > 0 ? window.innerHeight / 2 : reached
  const below = firstWhere(sections.length, (at) => topOf(sections[at]) > line)
  return sections[Math.max(0, below - 1)]?.dataset['anchor'] ?? null
}

const topOf = (section: HTMLElement | undefined): number => section?.getBoundingClientRect().top ?? Infinity

/** Where a section of the text is, in pixels from the window's top; null when it is not drawn. */
export function offsetOf(text: HTMLElement, anchor: string): number | null {
  const section = text.querySelector(`section[data-anchor="${CSS.escape(anchor)}"]`)
  return section?.getBoundingClientRect().top ?? null
}

/** The anchor of the section that holds a range of the text; null while the range is out of sight. */
export function sectionInSight(range: AbstractRange): string | null {
  const { top, bottom } = boxOf(range)
  if (bottom <= 0 || top >= window.innerHeight) return null
  const section = range.startContainer.parentElement?.closest<HTMLElement>('section[data-anchor]')
  return section?.dataset['anchor'] ?? null
}

/** Brings words into sight, clear of the bars above and below: their paragraph first, and themselves where it is taller than the window. */
export function bringIntoSight(words: AbstractRange, block: 'nearest' | 'center'): void {
  placeInSight(words, block)
  // In a long article heights near the words become real only when they come in sight.
  if (!words.startContainer.parentElement?.closest('.long')) return
  const touched = untilTouched(window)
  void whenSettled(
    () => placeInSight(words, 'nearest'),
    () => false,
    touched.signal,
  ).then(() => touched.abort())
}

function placeInSight(words: AbstractRange, block: 'nearest' | 'center'): void {
  words.startContainer.parentElement?.scrollIntoView({ block, behavior: 'instant' })
  // The second pane scrolls by itself, and no bar lies over its text.
  if (words.startContainer.parentElement?.closest('.second-pane')) return
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement)
  const first = Number.parseFloat(scrollPaddingTop) || 0
  const last = window.innerHeight - (Number.parseFloat(scrollPaddingBottom) || 0)
  const { top, bottom } = boxOf(words)
  if (top < first) window.scrollBy({ top: top - first, behavior: 'instant' })
  else if (bottom > last) window.scrollBy({ top: bottom - last, behavior: 'instant' })
}

const boxOf = (words: AbstractRange): DOMRect => liveRange(words).getBoundingClientRect()
