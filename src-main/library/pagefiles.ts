/** The page's own files, listed once at start. A file outside this list can't be asked for. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pageType } from './mediatypes.ts'
import type { ServedFile } from './serve.ts'

/** The guide's files; none where a copy of the app came without it. */
export const guideFilesIn = (folder: string): Promise<ReadonlyMap<string, ServedFile>> =>
  pageFilesIn(folder).catch(() => new Map<string, never>())

/** Every file of a served type below `folder`, by its name with `/`. Throws when the folder can't be read. */
export async function pageFilesIn(folder: string): Promise<ReadonlyMap<string, ServedFile>> {
  const files = new Map<string, ServedFile>()
  // By hand: inside an asar archive only the plain listing is sure to work.
  const list = async (below: readonly string[]): Promise<void> => {
    for (const entry of await readdir(join(folder, ...below), { withFileTypes: true })) {
      const parts = [...below, entry.name]
      if (entry.isDirectory()) await list(parts)
      const mediaType = entry.isFile() ? pageType(entry.name) : null
      if (mediaType === null) continue
      const read = () =>
        readFile(join(folder, ...parts)).then(
          (bytes) => new Uint8Array(bytes),
          () => null,
        )
      files.set(parts.join('/'), { origin: 'page', mediaType, read })
    }
  }
  await list([])
  return files
}
