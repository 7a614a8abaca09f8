/**
 * One compiled pack on the disk. Its manifest names every file with its length and SHA-256; a file is
 * handed out only as the bytes that were just found to match, so what is shown is what was compiled, even
 * when the disk changes under the running app. Anything else in the folder does not exist.
 */
import { createHash } from 'node:crypto'
import type { Dirent } from 'node:fs'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../src-library/format/json.ts'
import type { Damage } from '../../src-library/format/library.ts'
import { decodeManifest, type FileEntry, type Manifest } from '../../src-library/format/manifest.ts'
import { isPackId, manifestPath } from '../../src-library/format/paths.ts'
import { isName } from '../../src-library/format/scalars.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'

export type Pack = { readonly id: string; readonly folder: string; readonly manifest: Manifest }

/** Bytes. A manifest names some thousands of files in a line each. */
const longestManifest = 16 * 1024 * 1024
/** Bytes. A file is read into memory whole; no index of ours comes near this. */
const longestFile = 256 * 1024 * 1024

type Bytes = Uint8Array<ArrayBuffer>

/**
 * The names of the folders that may be packs, sorted; empty when there is no such folder. A pack's folder is named
 * by its id, but a copy is named as the system likes: what holds a manifest is a pack as well.
 */
export async function packFoldersIn(library: string): Promise<readonly string[]> {
  const entries = await readdir(library, { withFileTypes: true }).catch(() => [])
  const mayBe = async (entry: Dirent): Promise<boolean> =>
    entry.isDirectory() && isName(entry.name) && (isPackId(entry.name) || (await holdsManifest(entry.name)))
  const holdsManifest = (name: string): Promise<boolean> =>
    lstat(join(library, name, manifestPath)).then(
      () => true,
      () => false,
    )
  const kept = await Promise.all(entries.map(mayBe))
  return entries
    .filter((_entry, i) => kept[i])
    .map(({ name }) => name)
    .sort()
}

/** Reads and decodes the manifest of the pack in `folder`, which says its id. Its files are not looked at. */
export async function openPack(folder: string): Promise<Outcome<Pack, Damage>> {
  const bytes = await readWhole(join(folder, manifestPath), (size) => size <= longestManifest)
  if (!bytes.ok) return failure(bytes.failure === 'missing' ? 'no-manifest' : bytes.failure)
  const json = parseJson(new TextDecoder().decode(bytes.value))
  if (!json.ok) return failure('bad-manifest')
  const manifest = decodeManifest(json.value)
  if (!manifest.ok) {
    const { kind } = manifest.failure
    return failure(kind === 'wrong-format' ? 'newer-format' : 'bad-manifest')
  }
  return success({ id: manifest.value.id, folder, manifest: manifest.value })
}

/** The bytes of a file of the pack, found to be those of its manifest. */
export async function readPackFile(
  pack: Pack,
  path: string,
  entry: FileEntry,
): Promise<Outcome<Bytes, Damage>> {
  if (entry.bytes > longestFile) return failure('unreadable')
  // The manifest's decoder lets only paths through that a pack may hold: no `..`, no separator but `/`.
  const bytes = await readWhole(join(pack.folder, ...path.split('/')), (size) => size === entry.bytes)
  if (!bytes.ok) return bytes
  return createHash('sha256').update(bytes.value).digest('hex') === entry.sha256 ? bytes : failure('changed')
}

/** Reads every file once. The first that is not the manifest's takes the pack out. */
export async function verifyPack(pack: Pack): Promise<Outcome<null, Damage>> {
  for (const [path, entry] of pack.manifest.files) {
    const bytes = await readPackFile(pack, path, entry)
    if (!bytes.ok) return bytes
  }
  return success(null)
}

/** `expects` is asked the size first: a wrong file is not read at all, however large it is. */
async function readWhole(path: string, expects: (size: number) => boolean): Promise<Outcome<Bytes, Damage>> {
  try {
    const found = await lstat(path)
    // A link or a pipe in a file's place is as wrong as other bytes.
    if (!found.isFile() || !expects(found.size)) return failure('changed')
    return success(new Uint8Array(await readFile(path)))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return failure(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable')
  }
}
