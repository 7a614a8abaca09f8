/** Where a view puts the reader once it is drawn. */
import type { Arrival } from './navigation.svelte.ts'

/**
 * On a visit: to the top, with the focus on the view's heading, so that a
 * screen reader begins there. On a return: where it was left.
 */
export function settle(arrival: Arrival, heading: HTMLElement | null): void {
  const top = arrival.kind === 'return' ? arrival.place.scroll : 0
  window.scrollTo({ top, behavior: 'instant' })
  giveFocus(arrival, heading)
}

/** Focus on what had it, on a return, else on the heading. A view that comes late leaves the focus where the reader put it. */
export function giveFocus(arrival: Arrival, heading: HTMLElement | null): void {
  // A page under a dialog takes no focus. Help may be opened before a slow place is drawn.
  const over = document.querySelector('dialog:modal')
  if (over) return over.addEventListener('close', () => giveFocus(arrival, heading), { once: true })
  const active = document.activeElement
  const moved = active !== null && active !== document.body && active.id !== 'main' && active !== arrival.from
  if (moved) return
  const left = arrival.kind === 'return' ? arrival.place.focus : null
  const focused = left === null ? null : document.getElementById(left)
  ;(focused ?? heading)?.focus({ preventScroll: true })
}
