/** The files of an authored pack, as values: what compiling works over, so that it needs no disk. */

/** Bytes by path inside the pack, with `/`; or why there are none. */
export type SourceFiles = ReadonlyMap<string, Uint8Array | UnreadReason>

/** Links and devices are not read: a pack is what its folder holds. Nor is a file over `largestFile`. */
export type UnreadReason = 'not-a-file' | 'too-large'

/** The smallest part of `node:fs/promises` that reads a folder. */
export type ReadableDisk = {
  readdir(
    path: string,
    options: { withFileTypes: true },
  ): Promise<readonly { readonly name: string; isFile(): boolean; isDirectory(): boolean }[]>
  readFile(path: string): Promise<Uint8Array>
  stat(path: string): Promise<{ readonly size: number }>
}

/** In bytes, of all files together: far more than a pack is, far less than somebody's home folder. */
export const largestFolder = 1024 ** 3
const mostFiles = 100_000

/** In bytes; no document or picture of a pack is near it. */
export const largestFile = 64 * 1024 * 1024

/**
 * Reads a folder whole but for what begins with a dot. Rejects as the disk does,
 * and with the system's own code for too much, EFBIG, when it can't be a pack.
 */
export async function readFolder(root: string, disk: ReadableDisk): Promise<SourceFiles> {
  const files = new Map<string, Uint8Array | UnreadReason>()
  const found: string[] = []
  let bytes = 0
  const walk = async (inside: string): Promise<void> => {
    for (const entry of await disk.readdir(`${root}/${inside}`, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = `${inside}${entry.name}`
      if (entry.isDirectory()) {
        await walk(`${path}/`)
        continue
      }
      // In the order of the folder; read below, many at once.
      files.set(path, 'not-a-file')
      if (entry.isFile()) found.push(path)
      if (files.size > mostFiles) throw tooMuch(root)
    }
  }
  await walk('')
  await atOnce(found, async (path) => {
    const { size } = await disk.stat(`${root}/${path}`)
    if (size <= largestFile) bytes += size
    if (bytes > largestFolder) throw tooMuch(root)
    files.set(path, size <= largestFile ? await disk.readFile(`${root}/${path}`) : 'too-large')
  })
  return files
}

const tooMuch = (root: string): Error =>
  Object.assign(new Error(`${root} holds too much for a pack.`), { code: 'EFBIG' })

/** Files that are read or written at once: a disk answers several requests in the time of one. */
const filesAtOnce = 16

/** Does something for each of many things, several at a time. Stops at the first that fails. */
export async function atOnce<Thing>(
  things: Iterable<Thing>,
  work: (thing: Thing) => Promise<void>,
): Promise<void> {
  const rest = things[Symbol.iterator]()
  let failed = false
  const next = async (): Promise<void> => {
    for (let one = rest.next(); one.done !== true && !failed; one = rest.next())
      await work(one.value).catch((error: unknown) => {
        failed = true
        throw error
      })
  }
  // Work that was begun ends before the caller cleans up.
  const ended = await Promise.allSettled(Array.from({ length: filesAtOnce }, next))
  for (const one of ended) if (one.status === 'rejected') throw one.reason
}
