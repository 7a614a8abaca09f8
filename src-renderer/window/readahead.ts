/** Components in chunks of their own: read when they are opened, or ahead while the page is idle. */
import type { Component } from 'svelte'

/** Imports a component when it is first shown. */
export type ReadLater<Props extends Record<string, unknown>> = () => Promise<{ default: Component<Props> }>

/** Performance mark: read-ahead starts. The benchmark reads it. */
export const readAheadMark = 'fieldshelf:read-ahead'

/** Resolves when the page has nothing else to do. */
export const atRest = (): Promise<unknown> => new Promise((resolve) => requestIdleCallback(resolve))

/** Reads one part after the other, so that a key waits for one at most. A part that fails says so where it is shown. */
export async function readAhead(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  performance.mark(readAheadMark)
  for (const read of parts) {
    await atRest()
    await read().catch(() => undefined)
  }
}
