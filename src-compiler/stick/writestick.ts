/**
 * Writes a USB edition into a folder, which may be the stick itself with other files on it. All is written beside first,
 * so that a full stick or one pulled out early leaves the edition that was there; then it takes its place.
 */
import * as disk from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'

/** The file that is opened; a folder that has it holds a USB edition. */
const start = 'Fieldshelf.html'
/** Everything of an edition that is replaced by the next one; the start comes last. */
const parts = ['app', 'data', 'READ ME.txt', start]

export type Stick = {
  /** Folder of the built page. */
  readonly page: string
  /** Texts by path. */
  readonly data: ReadonlyMap<string, string>
  /** Pack files that are laid beside the page. */
  readonly packFiles: readonly string[]
}

/** `in-the-way`: the folder holds something of that name which is not of a USB edition. */
export type StickFailure = { readonly kind: 'in-the-way'; readonly name: string }

/** Rejects as the disk does. The number is that of the files written. */
export async function writeStick(stick: Stick, out: string): Promise<Outcome<number, StickFailure>> {
  await disk.mkdir(out, { recursive: true })
  const there = new Set(await disk.readdir(out))
  const foreign = there.has(start) ? undefined : parts.find((name) => there.has(name))
  if (foreign !== undefined) return failure({ kind: 'in-the-way', name: foreign })
  const beside = await disk.mkdtemp(join(out, '.fieldshelf-'))
  try {
    await disk.cp(stick.page, beside, { recursive: true })
    for (const [path, text] of stick.data) {
      await disk.mkdir(dirname(join(beside, path)), { recursive: true })
      await disk.writeFile(join(beside, path), text, { flush: true })
    }
    for (const path of stick.packFiles) await disk.copyFile(path, join(beside, basename(path)))
    const files = (await disk.readdir(beside, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    ).length
    for (const name of parts) {
      await disk.rm(join(out, name), { recursive: true, force: true })
      await disk.rename(join(beside, name), join(out, name))
    }
    for (const path of stick.packFiles)
      await disk.rename(join(beside, basename(path)), join(out, basename(path)))
    return success(files)
  } finally {
    await disk.rm(beside, { recursive: true, force: true })
  }
}
