/** The words about a print while it is made: nothing for a moment, then how far it has come. */
import type { PrintStep } from '../../../src-bridge/printprogress.ts'

/** `showing`: made, and being read for the preview. */
export type WaitingStep = Exclude<PrintStep, { kind: 'dialog' }> | { readonly kind: 'showing' }

/** Calls back after so many milliseconds, unless the returned function is called before. */
export type Timer = (milliseconds: number, then: () => void) => () => void

/** Milliseconds. Faster work needs no words: they would only flicker. */
const moment = 300

export class Waiting {
  #step = $state.raw<WaitingStep | null>(null)
  #long = $state(false)
  #stop: () => void = () => undefined
  readonly #after: Timer

  constructor(after: Timer) {
    this.#after = after
  }

  /** Whether something is being waited for, said or not. */
  get busy(): boolean {
    return this.#step !== null
  }

  /** Null when nothing is waited for, or not for long yet. */
  get said(): WaitingStep | null {
    return this.#long ? this.#step : null
  }

  /** Replacing running work does not restart the delay. */
  begin(): void {
    if (!this.busy) this.#stop = this.#after(moment, () => (this.#long = true))
    this.#step = { kind: 'opening' }
  }

  tell(step: WaitingStep): void {
    if (this.busy) this.#step = step
  }

  end(): void {
    this.#stop()
    this.#step = null
    this.#long = false
  }
}
