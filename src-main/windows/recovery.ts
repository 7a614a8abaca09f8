/**
 * What to do when the page's process is gone: once, open the page again by itself; a second time within a
 * minute, ask; and where it could not even be started, say so and end.
 */

export type GoneReason =
  | 'clean-exit'
  | 'abnormal-exit'
  | 'killed'
  | 'crashed'
  | 'oom'
  | 'memory-eviction'
  | 'launch-failed'
  | 'integrity-failure'

export type Recovery = 'nothing' | 'reload' | 'ask' | 'give-up'

/** Milliseconds. */
const soon = 60_000

/** `last` is when the page was last opened again, null if never; the clock never goes back. */
export function recoveryFrom(reason: GoneReason | (string & {}), now: number, last: number | null): Recovery {
  switch (reason) {
    case 'clean-exit':
      return 'nothing'
    case 'launch-failed':
    case 'integrity-failure':
      return 'give-up'
    default:
      return last !== null && now - last < soon ? 'ask' : 'reload'
  }
}
