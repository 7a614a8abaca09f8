/**
 * The head of a pack file: what its publisher signs. It holds the manifest, the length of each
 * file as it lies in the pack file, and what the publisher says of this edition and of other keys.
 *
 * The signature covers these bytes alone. The head names a SHA-256 for each file and one for all
 * packed bytes, so nothing else needs a signature. Offsets are computed and never written: no two
 * files can overlap.
 */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../model/outcome.ts'
import { decodeWith } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { encodeJson, parseJson } from './json.ts'
import { decodeManifest, encodeManifest, type Manifest } from './manifest.ts'
import { isSoundKey, fromHex, keyBytes, signatureBytes } from './publickey.ts'
import { count, filled, packId, partialDate, sha256 } from './scalars.ts'

/** Files of one pack. */
export const mostFiles = 50_000
/** Bytes of one file before packing, and of all files together. */
export const longestFile = 256 * 1024 ** 2
export const longestPack = 4 * 1024 ** 3
/** The highest sequence. A stolen key can use it up, which is why each key has a sequence of its own. */
export const highestSequence = 999_999
/** Publishers that one head can vouch for, and keys that it can withdraw. */
export const mostVouches = 64

export type PackedFile = {
  readonly path: string
  /** Bytes in the pack file. Equal to the manifest's length: stored as it is. Else raw deflate. */
  readonly packed: number
}

/** A public key as 64 hexadecimal digits. */
export type KeyText = string

export type Vouch = { readonly key: KeyText; readonly name: string; readonly ids: readonly string[] }

export type PackHead = {
  readonly manifest: Manifest
  /** Sorted by path, in code units. Exactly the manifest's files. */
  readonly files: readonly PackedFile[]
  /**
   * SHA-256 of all packed bytes, in the order of the files. Deflate has bits that change nothing
   * when unpacked: with this hash a flipped one is still seen.
   */
  readonly body: string
  /** From 1; higher with each edition of one key. */
  readonly sequence: number
  /** The day the file was made, as the publisher says. Shown, never compared with the clock. */
  readonly made: string | null
  readonly publisher: { readonly name: string; readonly place: string | null }
  /** The lowest version of Fieldshelf that shows this pack, such as `0.4`. */
  readonly minimum: string | null
  /** Other publishers that this one knows, and the ids that each may publish. */
  readonly vouches: readonly Vouch[]
  /** The key that takes this key's place, with that key's signature over this one. */
  readonly succeeds: { readonly key: KeyText; readonly proof: string } | null
  /** Keys that must not be trusted: from a sequence on, or altogether (`null`). */
  readonly withdraws: readonly { readonly key: KeyText; readonly from: number | null }[]
}

export type Statements = Pick<PackHead, 'vouches' | 'succeeds' | 'withdraws'>

const key = v.pipe(
  v.string(),
  v.check((text) => {
    const bytes = text.length === 2 * keyBytes ? fromHex(text) : null
    return bytes !== null && isSoundKey(bytes)
  }, 'a public key of 64 hexadecimal digits'),
)
const signature = v.pipe(
  v.string(),
  v.check(
    (text) => text.length === 2 * signatureBytes && fromHex(text) !== null,
    'a signature of 128 hexadecimal digits',
  ),
)
const version = v.pipe(
  v.string(),
  v.check((text) => /^\d{1,4}(?:\.\d{1,4}){0,2}$/.test(text), 'a version such as 0.4'),
)

/** The statements of a publisher about other keys; each may also lie in a file that `shelf pack` reads. */
const statements = v.object({
  vouches: v.optional(
    v.pipe(
      v.array(v.object({ key, name: filled, ids: v.pipe(v.array(packId), v.maxLength(mostVouches)) })),
      v.check((list) => list.length <= mostVouches, `a list of at most ${mostVouches} publishers`),
    ),
    [],
  ),
  succeeds: v.optional(v.nullable(v.object({ key, proof: signature })), null),
  withdraws: v.optional(
    v.pipe(
      v.array(v.object({ key, from: v.nullable(count(1, highestSequence)) })),
      v.check((list) => list.length <= mostVouches, `a list of at most ${mostVouches} keys`),
    ),
    [],
  ),
})

/** `value`: an object with any of the three. */
export const decodeStatements = (value: unknown): Outcome<Statements, FormatFailure> =>
  decodeWith(statements, value)

const aside = v.object({
  ...statements.entries,
  files: v.pipe(
    v.array(v.tuple([v.string(), count(0, longestFile)])),
    v.check((list) => list.length <= mostFiles, `a list of at most ${mostFiles} files`),
    v.transform((list) => list.map(([path, packed]): PackedFile => ({ path, packed }))),
  ),
  body: sha256,
  sequence: count(1, highestSequence),
  made: v.optional(v.nullable(partialDate), null),
  publisher: v.object({ name: filled, place: v.optional(v.nullable(filled), null) }),
  minimum: v.optional(v.nullable(version), null),
})

/**
 * Opening brackets that a head can need: a head of millions of empty lists costs gigabytes to parse.
 * Each file has one object in the manifest and one pair in the list.
 */
const mostBrackets = 2 * mostFiles + 4 * mostVouches + 100

/** Reads the text of a head whose signature is already checked. */
export function decodeHead(text: string): Outcome<PackHead, FormatFailure> {
  if (countBrackets(text) > mostBrackets)
    return invalid('', `a head of at most ${mostBrackets} lists and objects`)
  const json = parseJson(text)
  if (!json.ok) return json
  const value: unknown = json.value
  const stated: unknown = isObject(value) && 'manifest' in value ? value.manifest : null
  const manifest = decodeManifest(stated)
  if (!manifest.ok) return manifest
  const rest = decodeWith(aside, value)
  if (!rest.ok) return rest
  return agreement({ manifest: manifest.value, ...rest.value })
}

/** The text of a head. The same head is the same bytes on every system. */
export function encodeHead(head: PackHead): string {
  return encodeJson({
    ...head,
    manifest: JSON.parse(encodeManifest(head.manifest)) as unknown,
    files: head.files.map(({ path, packed }) => [path, packed]),
  })
}

/** The manifest and the list of packed files must name the same files, in the order of their paths. */
function agreement(head: PackHead): Outcome<PackHead, FormatFailure> {
  const paths = [...head.manifest.files.keys()].sort()
  if (paths.length !== head.files.length) return invalid('files', 'exactly the files of the manifest')
  let unpacked = 0
  for (const [i, { path, packed }] of head.files.entries()) {
    const entry = head.manifest.files.get(path)
    if (path !== paths[i] || entry === undefined) return invalid(`files.${i}`, 'the manifest’s files by path')
    if (entry.bytes > longestFile) return invalid(`manifest.files.${path}`, `at most ${longestFile} bytes`)
    if (packed > entry.bytes) return invalid(`files.${i}`, 'no longer than the file itself')
    unpacked += entry.bytes
  }
  return unpacked > longestPack ? invalid('manifest.files', `at most ${longestPack} bytes`) : success(head)
}

const invalid = (at: string, expected: string): Outcome<never, FormatFailure> =>
  failure({ kind: 'invalid', at, expected })

function countBrackets(text: string): number {
  let brackets = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 0x5b || unit === 0x7b) brackets++
  }
  return brackets
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
