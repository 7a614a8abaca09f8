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
  let number = 1
  while (taken.has(`${stem}-${number}.${extension}`)) number++
  return join(folder, `${stem}-${number}.${extension}`)
}
