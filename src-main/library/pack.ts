/**
 * A pack of the library, whether it lies on the disk as a folder or as one signed file (`packfile.ts`); and the folder.
 * The manifest names every file with its length and SHA-256. A file is handed out only as bytes that were just found
 * to match, so the page shows what was compiled even when the disk changes under the running app. Anything else in
 * the folder does not exist.
 */
import { createHash } from 'node:crypto'
import { constants, type Dirent } from 'node:fs'
import { lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { FormatFailure } from '../../src-library/format/failure.ts'
import { parseJson } from '../../src-library/format/json.ts'
import type { Damage, PackStanding } from '../../src-library/format/library.ts'
import type { KeyText } from '../../src-library/format/packhead.ts'
import { decodeManifest, type FileEntry, type Manifest } from '../../src-library/format/manifest.ts'
import { isPackId, manifestPath } from '../../src-library/format/paths.ts'
import { isName } from '../../src-library/format/scalars.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { codeOf } from '../userdata/replace.ts'

export type Pack = {
  readonly id: string
  /** The folder or the file. */
  readonly path: string
  readonly manifest: Manifest
  /** SHA-256 of the manifest's bytes: equal in packs whose every file is equal. */
  readonly sum: string
  /** Who signed it; null for a folder. */
  readonly signed: PackSignature | null
  /** The reader made it of her own documents. */
  readonly own?: { readonly publisher: string }
  /** The bytes of a file, found to be those of the manifest. */
  readonly read: (path: string, entry: FileEntry) => Promise<Outcome<Bytes, Damage>>
  /** Looks at what was not looked at when it was opened. */
  readonly verify: () => Promise<Outcome<null, Damage>>
}

export type PackSignature = {
  readonly publisher: string
  readonly place: string | null
  readonly standing: PackStanding
  readonly sequence: number
  readonly made: string | null
  /** Of the file's head, and the keys that signed it. */
  readonly digest: string
  readonly keys: readonly KeyText[]
  /** Bytes of the file. */
  readonly bytes: number
}

/** Bytes. A manifest of 20,000 files has 3 MB. */
export const longestManifest = 4 * 1024 * 1024
/** Bytes. A file is read into memory whole; no index of ours comes near this. */
const longestFile = 256 * 1024 * 1024
/** Files of a pack, and bytes of all of them. */
const mostFiles = 20_000
const largestPack = 1024 ** 3
/** Objects and lists in a manifest: one for each file, and three. */
const mostBrackets = mostFiles + 100

export type Bytes = Uint8Array<ArrayBuffer>

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
  const bytes = await readWhole(folder, manifestPath, (size) => size <= longestManifest)
  if (!bytes.ok) return failure(bytes.failure === 'missing' ? 'no-manifest' : bytes.failure)
  // Counted before it is parsed: a few megabytes of brackets parse to a gigabyte of lists.
  if (bracketsIn(bytes.value) > mostBrackets) return failure('bad-manifest')
  const json = parseJson(new TextDecoder().decode(bytes.value))
  if (!json.ok) return failure('bad-manifest')
  const manifest = decodeManifest(json.value)
  if (!manifest.ok) return failure(damageOf(manifest.failure))
  if (isTooLarge(manifest.value)) return failure('too-large')
  return success({
    id: manifest.value.id,
    path: folder,
    manifest: manifest.value,
    sum: createHash('sha256').update(bytes.value).digest('hex'),
    signed: null,
    read: (path, entry) => readPackFile(folder, path, entry),
    verify: () => verifyFolder(folder, manifest.value),
  })
}

/** A manifest that says no number of a format is none. */
export function damageOf(failure: FormatFailure): Damage {
  if (failure.kind !== 'wrong-format' || failure.found === null) return 'bad-manifest'
  return failure.found > failure.supported ? 'newer-format' : 'older-format'
}

function bracketsIn(bytes: Bytes): number {
  let count = 0
  // `[` is 0x5b and `{` is 0x7b: they differ in the one bit that is set here.
  for (const byte of bytes) if ((byte | 0x20) === 0x7b) count += 1
  return count
}

function isTooLarge({ files }: Manifest): boolean {
  let bytes = 0
  for (const entry of files.values()) {
    if (entry.bytes > longestFile) return true
    bytes += entry.bytes
  }
  return bytes > largestPack || files.size > mostFiles
}

async function readPackFile(folder: string, path: string, entry: FileEntry): Promise<Outcome<Bytes, Damage>> {
  const bytes = await readWhole(folder, path, (size) => size === entry.bytes)
  if (!bytes.ok) return bytes
  return createHash('sha256').update(bytes.value).digest('hex') === entry.sha256 ? bytes : failure('changed')
}

/** Reads every file once, one after the other. The first that is not the manifest's takes the pack out. */
async function verifyFolder(folder: string, manifest: Manifest): Promise<Outcome<null, Damage>> {
  for (const [path, entry] of manifest.files) {
    const hash = createHash('sha256')
    const read = await readFrom(
      folder,
      path,
      (size) => size === entry.bytes,
      (part) => hash.update(part),
    )
    if (!read.ok) return read
    if (hash.digest('hex') !== entry.sha256) return failure('changed')
  }
  return success(null)
}

/** `expects` is asked the size first: a wrong file is not read at all, however large it is. */
async function readWhole(
  folder: string,
  path: string,
  expects: (size: number) => boolean,
): Promise<Outcome<Bytes, Damage>> {
  const parts: Uint8Array[] = []
  const read = await readFrom(folder, path, expects, (part) => parts.push(new Uint8Array(part)))
  return read.ok ? success(new Uint8Array(Buffer.concat(parts))) : read
}

/** Bytes read at a time. */
const atATime = 1024 * 1024

/** Reads a file of a pack part by part; `part` is used again for the next one. */
async function readFrom(
  folder: string,
  path: string,
  expects: (size: number) => boolean,
  take: (part: Uint8Array) => unknown,
): Promise<Outcome<null, Damage>> {
  try {
    // The manifest's decoder lets only paths through that a pack may hold: no `..`, no separator but `/`.
    const steps = path.split('/')
    for (let i = 1; i < steps.length; i++) {
      // A link in a folder's place leads out of the pack.
      if (!(await lstat(join(folder, ...steps.slice(0, i)))).isDirectory()) return failure('changed')
    }
    const full = join(folder, ...steps)
    const found = await lstat(full)
    // A link or a pipe in a file's place is as wrong as other bytes.
    if (!found.isFile() || !expects(found.size)) return failure('changed')
    const handle = await patiently(() => open(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)))
    try {
      const buffer = Buffer.allocUnsafe(Math.min(atATime, found.size + 1))
      let all = 0
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, null)
        if (bytesRead === 0) break
        all += bytesRead
        // It grows while it is read.
        if (all > found.size) return failure('changed')
        take(buffer.subarray(0, bytesRead))
      }
      return all === found.size ? success(null) : failure('changed')
    } finally {
      await handle.close()
    }
  } catch (error) {
    return failure(damageOfError(error))
  }
}

/** What the system's refusal means for a file of a pack. */
export function damageOfError(error: unknown): Damage {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'missing'
    case 'ELOOP':
      return 'changed'
    default:
      return 'unreadable'
  }
}

/** A virus scanner holds a file for a moment, or too many files are open: neither is damage. */
export async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const mayPass = ['EPERM', 'EBUSY', 'EACCES', 'EMFILE', 'ENFILE'].includes(codeOf(error) ?? '')
      if (!mayPass || attempt === 5) throw error
      await setTimeout(20 * attempt)
    }
  }
}
