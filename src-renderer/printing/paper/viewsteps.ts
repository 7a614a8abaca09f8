/** How far the print view has come, for one who follows it (`fieldshelfPrintStep`). */
import type { ViewProgress } from '../../../src-bridge/printaddress.ts'
import type { ViewStep } from '../../../src-bridge/printprogress.ts'

export class ViewSteps {
  #count = 0
  #latest: ViewStep | null = null
  #ended = false
  #waiting: (() => void)[] = []

  /** Skips steps that no caller waited for: only the latest is of use. */
  take(step: ViewStep): void {
    this.#count += 1
    this.#latest = step
    this.#wake()
  }

  /** There will be no other step. */
  end(): void {
    this.#ended = true
    this.#wake()
  }

  /** The first step after the `seen` first ones, or the latest if there have been more; null when there is none to come. */
  async after(seen: number): Promise<ViewProgress> {
    while (this.#count <= seen && !this.#ended) {
      await new Promise<void>((resolve) => void this.#waiting.push(resolve))
    }
    return this.#latest !== null && this.#count > seen ? { count: this.#count, step: this.#latest } : null
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}
