/** Where a view puts the reader once it is drawn. */
import type { Arrival } from './navigation.svelte.ts'

/**
 * On a visit: to the top, with the focus on the view's heading, so that a
 * screen reader begins there. On a return: where it was left.
 */
export function settle(arrival: Arrival, heading: HTMLElement | null): void {
  if (arrival.kind === 'return') {
    window.scrollTo({ top: arrival.place.scroll, behavior: 'instant' })
    const focused = arrival.place.focus === null ? null : document.getElementById(arrival.place.focus)
    ;(focused ?? heading)?.focus({ preventScroll: true })
  } else {
    window.scrollTo({ top: 0, behavior: 'instant' })
    heading?.focus({ preventScroll: true })
  }
}
