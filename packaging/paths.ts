/** Files of a folder, in an order and with dates that are the same on every computer. */
import { lutimes, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths below a folder with `/`, sorted: files and folders. */
export async function pathsIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true })
  return found.map((path) => path.replaceAll('\\', '/')).sort()
}

/** `date`: seconds since 1970. Archives and installers carry the dates of files. */
export async function dateAll(folder: string, date: number): Promise<void> {
  for (const path of [...(await pathsIn(folder)), '']) await lutimes(join(folder, path), date, date)
}
