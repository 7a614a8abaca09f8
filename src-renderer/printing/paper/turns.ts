/**
 * Work in slices: between them the page can answer a call, and the work can be cancelled. Uses a channel's message,
 * because timers of a hidden window may be slowed down to one a second.
 */
export type Turns = {
  /** Resolves at once within a slice, and after the page has done everything else at the end of one. */
  readonly next: () => Promise<void>
}

/** Milliseconds a slice lasts: too short for a reader to feel. */
const slice = 40

export function takeTurns(now: () => number = () => performance.now()): Turns {
  const channel = new MessageChannel()
  let ends = now() + slice
  return {
    next: async () => {
      if (now() < ends) return
      await new Promise<void>((resolve) => {
        channel.port1.onmessage = () => resolve()
        channel.port2.postMessage(null)
      })
      ends = now() + slice
    },
  }
}
