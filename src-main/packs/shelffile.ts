/** A signed file of the library as a pack: its head is verified when it is opened, each file when it is read. */
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Damage } from '../../src-library/format/library.ts'
import { encodeManifest } from '../../src-library/format/manifest.ts'
import type { KeyText } from '../../src-library/format/packhead.ts'
import { packFileExtension, type PackFileFailure } from '../../src-library/format/packfile.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { openPackFile, type PackFile } from '../../src-packs/read.ts'
import { isWithdrawn, keyTexts, standingOf, type KnownKeys, type Standing } from '../../src-packs/trust.ts'
import { damageOf, damageOfError, patiently, type Pack } from '../library/pack.ts'
import { packFiles, readableAt, withFile, type PackFiles } from './files.ts'

export type ShelfFile = { readonly path: string; readonly size: number; readonly file: PackFile }

/** Reads and verifies the head. */
export async function openShelfFile(
  path: string,
  files: PackFiles = packFiles,
): Promise<Outcome<ShelfFile, Damage>> {
  try {
    const found = await files.lstat(path)
    if (!found.isFile()) return failure('changed')
    const size = found.size
    const opened = await patiently(() =>
      // The head is read with the file open once; later reads open it again.
      withFile(files, path, (disk) => openPackFile(disk)),
    )
    if (!opened.ok) return failure(damageOfFile(opened.failure))
    return success({ path, size, file: reopening(opened.value, path, size, files) })
  } catch (error) {
    return failure(damageOfError(error))
  }
}

/** The same head, with reads that open the file again. */
export const reopening = (file: PackFile, path: string, size: number, files: PackFiles): PackFile => ({
  ...file,
  readFile: (name) => file.readFrom(readableAt(files, path, size), name),
})

function damageOfFile(why: PackFileFailure): Damage {
  switch (why.kind) {
    case 'not-a-pack-file':
      return 'no-manifest'
    case 'newer':
      return 'newer-format'
    case 'damaged':
      return 'changed'
    case 'unsafe-key':
      return 'untrusted'
    case 'bad-head':
      return damageOf(why.failure)
    default:
      return assertNever(why)
  }
}

export const keysOf = ({ signatures }: PackFile): readonly KeyText[] =>
  keyTexts(signatures.map(({ key }) => key))

/** The best standing of those that signed it. */
export function standingOfFile(file: PackFile, known: KnownKeys): Standing | 'withdrawn' {
  const { head } = file
  const keys = keysOf(file)
  if (keys.some((key) => isWithdrawn(key, head.sequence, known))) return 'withdrawn'
  const all = keys.map((key) => standingOf(key, head.manifest.id, known))
  return (['shipped', 'vouched', 'accepted'] as const).find((one) => all.includes(one)) ?? 'unknown'
}

export function packOf({ path, size, file }: ShelfFile, standing: Exclude<Standing, 'unknown'>): Pack {
  const { head } = file
  return {
    id: head.manifest.id,
    path,
    manifest: head.manifest,
    sum: createHash('sha256').update(encodeManifest(head.manifest)).digest('hex'),
    signed: {
      publisher: head.publisher.name,
      place: head.publisher.place,
      standing,
      sequence: head.sequence,
      made: head.made,
      digest: file.digest,
      keys: keysOf(file),
      bytes: size,
    },
    read: async (name) => {
      try {
        const bytes = await patiently(() => file.readFile(name))
        return bytes.ok ? bytes : failure('changed')
      } catch (error) {
        return failure(damageOfError(error))
      }
    },
    // Its bodies were checked when it was installed, and each is again when it is read.
    verify: () => Promise.resolve(success(null)),
  }
}

/** The names of pack files in a folder, sorted; empty where there is no such folder. */
export async function shelfFilesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return (
    entries
      // macOS writes `._x.shelf` beside a file on a stick.
      .filter(
        (entry) => entry.isFile() && entry.name.endsWith(packFileExtension) && !entry.name.startsWith('.'),
      )
      .map(({ name }) => join(folder, name))
      .sort()
  )
}
