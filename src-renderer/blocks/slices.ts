/** Long work of the page in slices, with keys and frames in between. */

/** Milliseconds of one slice. */
const sliceTime = 12

export type SliceMeans = {
  readonly now: () => number
  /** Resolves when keys and frames that wait have had their turn. */
  readonly pause: () => Promise<unknown>
}

const inPage: SliceMeans = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
}

/**
 * All that the work yields. Null as soon as it is no longer `wanted`: a newer question was asked meanwhile. Short work
 * is done before this returns.
 */
export async function inSlices<Value>(
  work: Iterable<Value>,
  wanted: () => boolean,
  { now, pause }: SliceMeans = inPage,
): Promise<readonly Value[] | null> {
  const done: Value[] = []
  let begun = now()
  for (const value of work) {
    done.push(value)
    if (now() - begun < sliceTime) continue
    await pause()
    if (!wanted()) return null
    begun = now()
  }
  return done
}
