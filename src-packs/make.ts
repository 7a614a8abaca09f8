/**
 * A compiled pack -> one signed file. The same files, head and keys give the same bytes on every
 * system and every Node: deflate is pako's, pinned, because the bytes of `node:zlib` differ between
 * versions and processors.
 */
import { createHash } from 'node:crypto'
import { deflateRaw } from 'pako'
import type { Manifest } from '../src-library/format/manifest.ts'
import {
  encodePreamble,
  encodeSignatures,
  signedMessage,
  type Signature,
} from '../src-library/format/packfile.ts'
import { encodeHead, type PackedFile, type PackHead } from '../src-library/format/packhead.ts'
import { indexPath, textsPath } from '../src-library/format/paths.ts'
import { publicKeyOf, sign, type Seed } from './ed25519.ts'

/** What the publisher says of this edition. */
export type Edition = Omit<PackHead, 'manifest' | 'files' | 'body'>

/** Read in place by the search: they are stored as they are. */
const stored: ReadonlySet<string> = new Set([indexPath, textsPath])

/**
 * The bytes of the pack file. `files` are those of the manifest, by path.
 * Throws where a file of the manifest is missing: `shelf verify` comes first.
 */
export function makePackFile(
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  edition: Edition,
  seeds: readonly Seed[],
): Uint8Array<ArrayBuffer> {
  return signPacked(
    manifest,
    pathsOf(manifest).map((path) => packOne(path, files)),
    edition,
    seeds,
  )
}

/** The files in their packed form. `rest` is awaited after each: packing may take seconds, and a window must answer. */
export async function packFiles(
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  rest: () => Promise<unknown>,
): Promise<readonly Packed[]> {
  const packed: Packed[] = []
  for (const path of pathsOf(manifest)) {
    packed.push(packOne(path, files))
    await rest()
  }
  return packed
}

/** The same bytes as `makePackFile`, of packed files. */
export function signPacked(
  manifest: Manifest,
  packed: readonly Packed[],
  edition: Edition,
  seeds: readonly Seed[],
): Uint8Array<ArrayBuffer> {
  const list = packed.map(({ path, bytes }): PackedFile => ({ path, packed: bytes.length }))
  const hash = createHash('sha256')
  for (const { bytes } of packed) hash.update(bytes)
  const body = hash.digest('hex')
  const head = encodePreamble(
    new TextEncoder().encode(encodeHead({ ...edition, manifest, files: list, body })),
  )
  const message = signedMessage(head)
  const signatures = seeds.map((seed): Signature => ({
    key: publicKeyOf(seed),
    signature: sign(seed, message),
  }))
  return joined([head, encodeSignatures(signatures), ...packed.map(({ bytes }) => bytes)])
}

type Packed = { readonly path: string; readonly bytes: Uint8Array }

const pathsOf = (manifest: Manifest): readonly string[] => [...manifest.files.keys()].sort()

function packOne(path: string, files: ReadonlyMap<string, Uint8Array>): Packed {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`${path} is missing`)
  return { path, bytes: pack(path, bytes) }
}

/** Deflated where that is shorter. A length equal to the file's own says that it is stored. */
function pack(path: string, bytes: Uint8Array): Uint8Array {
  if (stored.has(path)) return bytes
  const deflated = deflateRaw(bytes, { level: 9 })
  return deflated.length < bytes.length ? deflated : bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
