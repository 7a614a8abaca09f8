/**
 * The keys of Hide screen: Shift, three times. The page counts them to cover itself, and main counts them too, because a
 * page that is stuck covers nothing.
 */

/** Milliseconds within which Shift is pressed three times. */
export const shiftWindow = 5000
export const shiftPresses = 3

/** A press of a key, as the page and as main see it. */
export type KeyPress = {
  readonly key: string
  readonly repeat: boolean
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
}

/** The presses that count after this one at `now`. Shift alone counts, a held Shift counts once, any other key starts again. */
export function pressesAfter(earlier: readonly number[], press: KeyPress, now: number): readonly number[] {
  if (press.repeat) return earlier
  const alone = press.key === 'Shift' && !press.ctrlKey && !press.altKey && !press.metaKey
  return alone ? [...earlier.filter((time) => now - time < shiftWindow), now] : []
}
