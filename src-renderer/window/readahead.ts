/** Reading in advance what will be wanted, while the page has nothing else to do. */

/** Performance mark: read-ahead starts. The benchmark reads it. */
export const readAheadMark = 'fieldshelf:read-ahead'

/** One part after the other, so that a key waits for one at most. A part that can't be read fails when it is needed. */
export async function readAhead(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  performance.mark(readAheadMark)
  for (const read of parts) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await read().catch(() => undefined)
  }
}
