/** Reading in advance what will be wanted, while the page has nothing else to do. */

/** Marks in the page's own timeline the moment from which on is read what the first screen did without: for who measures. */
export const readAheadMark = 'fieldshelf:read-ahead'

/** One part after the other, so that a key pressed meanwhile waits for one at most. What can't be read is said where it is wanted. */
export async function readAhead(parts: readonly (() => Promise<unknown>)[]): Promise<void> {
  performance.mark(readAheadMark)
  for (const read of parts) {
    await new Promise((resolve) => requestIdleCallback(resolve))
    await read().catch(() => undefined)
  }
}
