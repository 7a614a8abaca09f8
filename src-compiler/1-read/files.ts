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

/** In bytes; no document or picture of a pack is near it. */
export const largestFile = 64 * 1024 * 1024

/** Reads a folder whole but for what begins with a dot. Rejects as the disk does. */
export async function readFolder(root: string, disk: ReadableDisk): Promise<SourceFiles> {
  const files = new Map<string, Uint8Array | Unread>()
  const walk = async (inside: string): Promise<void> => {
    for (const entry of await disk.readdir(`${root}/${inside}`, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = `${inside}${entry.name}`
      if (entry.isDirectory()) await walk(`${path}/`)
      else if (!entry.isFile()) files.set(path, 'not-a-file')
      else if ((await disk.stat(`${root}/${path}`)).size > largestFile) files.set(path, 'too-large')
      else files.set(path, await disk.readFile(`${root}/${path}`))
    }
  }
  await walk('')
  return files
}
