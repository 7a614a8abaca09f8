/** Files of a folder, in an order and with dates that are the same on every computer. */
import { lutimes, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Paths below a folder with `/`, sorted: files, folders, and links as links. */
export async function pathsIn(folder: string): Promise<readonly string[]> {
  // Without their kinds Node would walk into links to folders, which frameworks of macOS have.
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** `date`: seconds since 1970. Archives and installers carry the dates of files. */
export async function dateAll(folder: string, date: number): Promise<void> {
  for (const path of [...(await pathsIn(folder)), '']) await lutimes(join(folder, path), date, date)
}
