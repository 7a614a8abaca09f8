/** Pack files on the disk, and what to say when one can't be read or written. */
import { open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { encodeManifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import { describeFailure } from '../../src-library/format/failure.ts'
import type { PackFileFailure } from '../../src-library/format/packfile.ts'
import { packFileExtension } from '../../src-library/format/packfile.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import { readableOf } from '../../src-packs/disk.ts'
import { checkFiles, openPackFile, type PackFile, type ReadableFile } from '../../src-packs/read.ts'
import { openFolder, sentenceOf } from './folders.ts'
import { describeStatements } from './statements.ts'
import type { SourceFiles } from '../1-read/files.ts'

export const isPackFileName = (path: string): boolean => path.toLowerCase().endsWith(packFileExtension)

/** Opens and checks a whole pack file, and hands it to `use`. The failure is a sentence. */
export async function withPackFile<Result>(
  path: string,
  use: (pack: PackFile, disk: ReadableFile) => Promise<Outcome<Result, string>>,
): Promise<Outcome<Result, string>> {
  try {
    const handle = await open(path)
    try {
      const { size } = await handle.stat()
      const disk = readableOf(handle, size)
      const pack = await openPackFile(disk)
      if (!pack.ok) return failure(sayFailure(path, pack.failure))
      const files = await checkFiles(disk, pack.value)
      if (!files.ok) return failure(sayFailure(path, files.failure))
      return await use(pack.value, disk)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failure(`${sentenceOf(error, path)}\n`)
  }
}

/** The files of a compiled pack: of a folder, or of a pack file, whose manifest is added. */
export async function openCompiled(path: string): Promise<Outcome<SourceFiles, string>> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => !isPackFileName(path),
  )
  if (isFolder) return openFolder(path)
  return withPackFile(path, (pack) => filesOf(pack))
}

/** A line for each key that signed a pack file; empty for a folder. */
export async function signersOf(path: string): Promise<string> {
  if (!isPackFileName(path)) return ''
  const statement = await withPackFile(path, ({ head, signatures }) =>
    Promise.resolve(
      success(
        `Sequence ${head.sequence}, published by ${head.publisher.name}.\n` +
          signatures.map(({ key }) => `Signed by the key with check number ${checkNumber(key)}.\n`).join('') +
          describeStatements(head),
      ),
    ),
  )
  return statement.ok ? statement.value : ''
}

/** Every file of a checked pack, and the manifest that its head carries. */
export async function filesOf(pack: PackFile): Promise<Outcome<Map<string, Uint8Array>, string>> {
  const files = new Map<string, Uint8Array>([
    [manifestPath, new TextEncoder().encode(encodeManifest(pack.head.manifest))],
  ])
  for (const path of pack.files.keys()) {
    const bytes = await pack.readFile(path)
    if (!bytes.ok) return failure(sayFailure(path, bytes.failure))
    files.set(path, bytes.value)
  }
  return success(files)
}

/** Writes beside the target first: a full disk leaves the old file whole. The failure is a sentence. */
export async function writeWhole(
  path: string,
  bytes: Uint8Array,
  mode = 0o644,
): Promise<Outcome<null, string>> {
  const beside = `${path}.part-${process.pid}`
  try {
    await writeFile(beside, bytes, { mode, flush: true })
    await rename(beside, path)
    return success(null)
  } catch (error) {
    await rm(beside, { force: true })
    return failure(`${sentenceOf(error, path)}\n`)
  }
}

function sayFailure(path: string, why: PackFileFailure): string {
  switch (why.kind) {
    case 'not-a-pack-file':
      return `${path} is no Fieldshelf pack.\n`
    case 'newer':
      return `${path} needs a newer Fieldshelf (${why.needs}).\n`
    case 'damaged':
      return `${path} is damaged: bytes are missing or changed (${why.at}). Copy it again from where it came from.\n`
    case 'unsafe-key':
      return `${path} is signed with a key that is not safe (${why.key}). Do not use this file.\n`
    case 'bad-head':
      return `${path} is signed, but its head can’t be read. ${describeFailure(why.failure)}\n`
    default:
      return assertNever(why)
  }
}
