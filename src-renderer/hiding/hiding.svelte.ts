/**
 * Hide screen: one act covers the window at once; coming back is deliberate and
 * leads to Home. Three presses of Shift, not Escape, as the research behind
 * https://design-system.service.gov.uk/components/exit-this-page/ settled on.
 */
import { pressesAfter, shiftPresses, shiftWindow, type KeyPress } from '../../src-bridge/hidekeys.ts'

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

  press(event: KeyPress, now: number): void {
    if (this.#hidden) return
    this.#presses = pressesAfter(this.#presses, event, now)
    if (this.#presses.length >= shiftPresses) this.hide()
  }

  /** Forgets presses that have grown too old. */
  forget(now: number): void {
    if (this.#presses.some((time) => now - time >= shiftWindow)) this.#presses = []
  }
}
