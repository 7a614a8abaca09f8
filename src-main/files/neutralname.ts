/** Names proposed for files. They appear in lists of recent documents, where they must not show what was read. */
import { join } from 'node:path'
import type { Files } from '../userdata/replace.ts'

/** `print-1.pdf` in the folder, with the first number that is free. */
export async function neutralName(
  folder: string,
  stem: string,
  extension: string,
  files: Pick<Files, 'readdir'>,
): Promise<string> {
  const taken = new Set(await files.readdir(folder).catch(() => []))
  return join(folder, firstFree(stem, 1, extension, taken))
}

/** `Monday.pdf` in the folder, else `Monday-2.pdf` and so on. */
export async function freeName(
  folder: string,
  stem: string,
  extension: string,
  files: Pick<Files, 'readdir'>,
): Promise<string> {
  const taken = new Set(await files.readdir(folder).catch(() => []))
  const own = `${stem}.${extension}`
  return join(folder, taken.has(own) ? firstFree(stem, 2, extension, taken) : own)
}

function firstFree(stem: string, from: number, extension: string, taken: ReadonlySet<string>): string {
  let number = from
  while (taken.has(`${stem}-${number}.${extension}`)) number++
  return `${stem}-${number}.${extension}`
}
