/**
 * A pack file, `.shelf`: a compiled pack as one signed file. All numbers are little-endian.
 *
 *   offset      bytes   field
 *   0           8       magic: 89 53 48 45 4C 46 0D 0A. A copy in text mode breaks it at once.
 *   8           4       container version: 1
 *   12          4       N, bytes of the head
 *   16          N       the head: UTF-8 JSON (packhead.ts)
 *   16+N        4       K, number of signatures: 1 to 4
 *   20+N        96·K    each signature: 32 bytes public key, 64 bytes signature; sorted by key, no key twice
 *   20+N+96·K   …       the files as the head lists them, with nothing between and nothing after
 *
 * The signed message is "fieldshelf pack 1", a line feed, and the bytes 0 to 15+N. K and the
 * signatures are outside, so that a second person can sign later. This file is pure: it reads no
 * disk and checks no signature. `src-packs` does both.
 */
import { failure, success, type Outcome } from '../model/outcome.ts'
import type { FormatFailure } from './failure.ts'
import type { PackedFile, PackHead } from './packhead.ts'
import { isSoundKey, keyBytes, signatureBytes, toHex } from './publickey.ts'

export const packFileExtension = '.shelf'
export const packFileVersion = 1
export const mostSignatures = 4
/** Bytes of the head and of the whole file. */
export const longestHead = 16 * 1024 ** 2
export const longestPackFile = 2 * 1024 ** 3
/** Bytes before the head. */
export const preambleBytes = 16

const magic = Uint8Array.of(0x89, 0x53, 0x48, 0x45, 0x4c, 0x46, 0x0d, 0x0a)
const context = Uint8Array.from('fieldshelf pack 1\n', (sign) => sign.charCodeAt(0))
const entryBytes = keyBytes + signatureBytes

/** Why a file is not a pack file that can be used. The page and the command line word these. */
export type PackFileFailure =
  /** The file is of another kind. */
  | { readonly kind: 'not-a-pack-file' }
  /** A later Fieldshelf wrote it: the container's version, or the `minimum` that the head asks for. */
  | { readonly kind: 'newer'; readonly needs: string }
  /** Bytes are missing, changed or too many. `at` says where, for logs. */
  | { readonly kind: 'damaged'; readonly at: string }
  /** A public key that signs anything, or that has two spellings. */
  | { readonly kind: 'unsafe-key'; readonly key: string }
  /** The signature is right, and the head is still not one that Fieldshelf reads. */
  | { readonly kind: 'bad-head'; readonly failure: FormatFailure }

export type Signature = { readonly key: Uint8Array; readonly signature: Uint8Array }

/** A file's place in the pack file, in bytes. */
export type FileSpan = PackedFile & {
  readonly offset: number
  readonly bytes: number
  readonly sha256: string
}

const damaged = (at: string): Outcome<never, PackFileFailure> => failure({ kind: 'damaged', at })

/** The first 16 bytes of a file of `size` bytes -> the length of the head. */
export function readPreamble(bytes: Uint8Array, size: number): Outcome<number, PackFileFailure> {
  if (magic.some((byte, i) => bytes[i] !== byte)) return failure({ kind: 'not-a-pack-file' })
  if (bytes.length < preambleBytes) return damaged('preamble')
  const view = viewOf(bytes)
  const version = view.getUint32(8, true)
  // A version of an early or a random file: damage shows as a huge number, not as a next version.
  if (version > packFileVersion && version < 256)
    return failure({ kind: 'newer', needs: `container ${version}` })
  if (version !== packFileVersion) return damaged('version')
  const head = view.getUint32(12, true)
  if (head < 2 || head > longestHead || size < preambleBytes + head + 4 + entryBytes)
    return damaged('head length')
  if (size > longestPackFile) return damaged('length')
  return success(head)
}

/** Bytes from the file's start to its first packed file. */
export const bodyOffset = (head: number, signatures: number): number =>
  preambleBytes + head + 4 + entryBytes * signatures

/** The four bytes behind the head -> the number of signatures. */
export function readSignatureCount(bytes: Uint8Array): Outcome<number, PackFileFailure> {
  const signatures = bytes.length < 4 ? 0 : viewOf(bytes).getUint32(0, true)
  return signatures >= 1 && signatures <= mostSignatures ? success(signatures) : damaged('signature count')
}

/** The bytes of all signatures -> keys and signatures, every key sound. Nothing is verified here. */
export function readSignatures(bytes: Uint8Array): Outcome<readonly Signature[], PackFileFailure> {
  if (bytes.length === 0 || bytes.length % entryBytes !== 0) return damaged('signatures')
  const signatures: Signature[] = []
  for (let at = 0; at < bytes.length; at += entryBytes) {
    const key = bytes.subarray(at, at + keyBytes)
    if (!isSoundKey(key)) return failure({ kind: 'unsafe-key', key: toHex(key) })
    signatures.push({ key, signature: bytes.subarray(at + keyBytes, at + entryBytes) })
  }
  const keys = signatures.map(({ key }) => toHex(key))
  if (keys.some((key, i) => i > 0 && key <= (keys[i - 1] ?? ''))) return damaged('order of keys')
  return success(signatures)
}

/** The bytes that a key signs: a context of our own, and the file up to the end of the head. */
export function signedMessage(preambleAndHead: Uint8Array): Uint8Array {
  const message = new Uint8Array(context.length + preambleAndHead.length)
  message.set(context)
  message.set(preambleAndHead, context.length)
  return message
}

/** The place of each file. The file's size must be exactly the sum of its parts. */
export function layOut(
  head: PackHead,
  headBytes: number,
  signatures: number,
  size: number,
): Outcome<ReadonlyMap<string, FileSpan>, PackFileFailure> {
  const spans = new Map<string, FileSpan>()
  let offset = bodyOffset(headBytes, signatures)
  for (const file of head.files) {
    const entry = head.manifest.files.get(file.path)
    if (entry === undefined) return damaged('files')
    spans.set(file.path, { ...file, ...entry, offset })
    offset += file.packed
  }
  return offset === size ? success(spans) : damaged('length')
}

/** Magic, version, length of the head, and the head: the bytes that a key signs. */
export function encodePreamble(head: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(preambleBytes + head.length)
  bytes.set(magic)
  const view = viewOf(bytes)
  view.setUint32(8, packFileVersion, true)
  view.setUint32(12, head.length, true)
  bytes.set(head, preambleBytes)
  return bytes
}

/** The count and the signatures, in the order of their keys. Throws on none, on more than four, and on a key twice. */
export function encodeSignatures(signatures: readonly Signature[]): Uint8Array<ArrayBuffer> {
  const sorted = [...signatures].sort((a, b) => (toHex(a.key) < toHex(b.key) ? -1 : 1))
  const keys = new Set(sorted.map(({ key }) => toHex(key)))
  if (keys.size !== sorted.length || keys.size === 0 || keys.size > mostSignatures)
    throw new Error(
      `a pack file has 1 to ${mostSignatures} signatures of different keys, not ${sorted.length}`,
    )
  const bytes = new Uint8Array(4 + entryBytes * sorted.length)
  viewOf(bytes).setUint32(0, sorted.length, true)
  for (const [i, { key, signature }] of sorted.entries()) {
    bytes.set(key, 4 + entryBytes * i)
    bytes.set(signature, 4 + entryBytes * i + keyBytes)
  }
  return bytes
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
