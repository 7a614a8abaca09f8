/** The files of an authored pack, as values: what compiling works over, so that it needs no disk. */

/** Bytes by path inside the pack, with `/`; or why there are none. */
export type SourceFiles = ReadonlyMap<string, Uint8Array | Unread>

/** Links and devices are not read: a pack is what its folder holds. Nor is a file over `largestFile`. */
export type Unread = 'not-a-file' | 'too-large'

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
  const files = new Map<string, Uint8Array | Unread>()
  let bytes = 0
  const walk = async (inside: string): Promise<void> => {
    for (const entry of await disk.readdir(`${root}/${inside}`, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = `${inside}${entry.name}`
      if (entry.isDirectory()) {
        await walk(`${path}/`)
        continue
      }
      const size = entry.isFile() ? (await disk.stat(`${root}/${path}`)).size : 0
      const isRead = entry.isFile() && size <= largestFile
      bytes += isRead ? size : 0
      if (bytes > largestFolder || files.size === mostFiles) {
        throw Object.assign(new Error(`${root} holds too much for a pack.`), { code: 'EFBIG' })
      }
      if (isRead) files.set(path, await disk.readFile(`${root}/${path}`))
      else files.set(path, entry.isFile() ? 'too-large' : 'not-a-file')
    }
  }
  await walk('')
  return files
}
