/**
 * Notices that a worker says nothing any more: it loops, or it ended, of which a page hears nothing. Time is counted
 * in ticks and not read from a clock: a page that was held up itself, or a laptop that slept, makes one late tick and
 * no silence, and what the worker said meanwhile is heard before the next.
 */
export class Silence {
  readonly #ping: () => void
  readonly #broken: () => void
  readonly #every: (tick: () => void) => () => void
  #stop: (() => void) | null = null
  #ticks = 0
  #most = 0

  /** `ping` asks the worker for a sign of life; `broken` is called when there was none for long. */
  constructor(
    ping: () => void,
    broken: () => void,
    every: (tick: () => void) => () => void = everyHalfSecond,
  ) {
    this.#ping = ping
    this.#broken = broken
    this.#every = every
  }

  /** Begins to listen, unless it does; `most` ticks may pass without a word. */
  watch(most: number): void {
    this.#most = most
    if (this.#stop) return
    this.#ticks = 0
    this.#ping()
    this.#stop = this.#every(() => {
      this.#ticks += 1
      if (this.#ticks <= this.#most) return this.#ping()
      this.rest()
      this.#broken()
    })
  }

  /** The worker said something. */
  heard(): void {
    this.#ticks = 0
  }

  /** No call waits for the worker, so it may be silent. */
  rest(): void {
    this.#stop?.()
    this.#stop = null
  }
}

const everyHalfSecond = (tick: () => void): (() => void) => {
  const timer = setInterval(tick, 500)
  return () => clearInterval(timer)
}
