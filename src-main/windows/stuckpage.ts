/**
 * Hide screen of a page that is stuck. Main sees the keys before the page does. If the page does not say in time that it
 * is covered, its window is minimised.
 */
import { pressesAfter, shiftPresses, type KeyPress } from '../../src-bridge/hidekeys.ts'

/** Milliseconds in which a page that answers has covered itself. */
export const coverMayTake = 250

type Dependencies = {
  /** Whether the reader wants Hide screen. */
  readonly offered: () => boolean
  readonly minimise: () => void
  readonly later: (act: () => void, milliseconds: number) => void
}

export class StuckPage {
  readonly #dependencies: Dependencies
  #presses: readonly number[] = []
  #covered = false

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** The page says that it is covered, or no longer covered. */
  covered(covered: boolean): void {
    this.#covered = covered
  }

  press(press: KeyPress, now: number): void {
    if (this.#covered || !this.#dependencies.offered()) return
    this.#presses = pressesAfter(this.#presses, press, now)
    if (this.#presses.length < shiftPresses) return
    this.#presses = []
    this.#dependencies.later(() => {
      if (!this.#covered) this.#dependencies.minimise()
    }, coverMayTake)
  }
}
