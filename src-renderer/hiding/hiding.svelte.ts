/**
 * Hide screen: one act covers the window at once; coming back is deliberate and
 * leads to Home. Three presses of Shift, not Escape, as the research behind
 * https://design-system.service.gov.uk/components/exit-this-page/ settled on.
 */

/** Milliseconds within which Shift is pressed three times. */
export const shiftWindow = 5000
export const shiftPresses = 3

/** The presses that still count once another comes at `now`; all in milliseconds. */
export function countShift(earlier: readonly number[], now: number): readonly number[] {
  return [...earlier.filter((time) => now - time < shiftWindow), now]
}

export class Hiding {
  #hidden = $state(false)
  #presses = $state.raw<readonly number[]>([])

  get hidden(): boolean {
    return this.#hidden
  }

  /** How many presses of Shift count so far, to be shown as dots. */
  get counted(): number {
    return this.#presses.length
  }

  hide(): void {
    this.#presses = []
    this.#hidden = true
  }

  show(): void {
    this.#hidden = false
  }

  /** A key was pressed: Shift alone counts, a held Shift counts once, any other key starts again. */
  press(event: Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey'>, now: number): void {
    if (event.repeat || this.#hidden) return
    const alone = event.key === 'Shift' && !event.ctrlKey && !event.altKey && !event.metaKey
    this.#presses = alone ? countShift(this.#presses, now) : []
    if (this.#presses.length >= shiftPresses) this.hide()
  }

  /** Forgets presses that have grown too old. */
  forget(now: number): void {
    if (this.#presses.some((time) => now - time >= shiftWindow)) this.#presses = []
  }
}
