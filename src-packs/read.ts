/**
 * Opens a pack file. Nothing is parsed before its bytes are vouched for: magic and lengths first,
 * then keys, then signatures over the head's bytes, and only then the head's JSON. A file of the
 * pack is handed out only with the length and the SHA-256 that the signed head names.
 *
 * Who the signing key belongs to, and whether it is trusted, is decided elsewhere.
 */
import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import {
  bodyOffset,
  layOut,
  preambleBytes,
  readPreamble,
  readSignatureCount,
  readSignatures,
  signedMessage,
  type FileSpan,
  type PackFileFailure,
  type Signature,
} from '../src-library/format/packfile.ts'
import { decodeHead, type PackHead } from '../src-library/format/packhead.ts'
import { failure, success, type Outcome } from '../src-library/model/outcome.ts'
import { verify } from './ed25519.ts'

/** A file that is read by offset: on the disk, or in memory. */
export type ReadableFile = {
  /** Bytes. */
  readonly size: number
  /** Exactly `length` bytes from `offset`; fewer where the file ends. Rejects as the disk does. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>
}

export type PackFile = {
  readonly head: PackHead
  /** Every one verified. */
  readonly signatures: readonly Signature[]
  readonly files: ReadonlyMap<string, FileSpan>
  /** The file's first bytes, up to the end of the head: what each key has signed. */
  readonly signedBytes: Uint8Array
  /** SHA-256 of the signed bytes, hexadecimal: the name of this very edition. */
  readonly digest: string
  /** The bytes of one file, unpacked and compared with the head. Rejects as the disk does. */
  readonly readFile: (path: string) => Promise<Outcome<Uint8Array<ArrayBuffer>, PackFileFailure>>
  /** The same from another opening of the same file. */
  readonly readFrom: (
    disk: ReadableFile,
    path: string,
  ) => Promise<Outcome<Uint8Array<ArrayBuffer>, PackFileFailure>>
}

/** Reads and verifies the head. The files' bytes are not looked at: `readFile` and `checkFiles` do that. */
export async function openPackFile(disk: ReadableFile): Promise<Outcome<PackFile, PackFileFailure>> {
  const headBytes = readPreamble(await disk.read(0, preambleBytes), disk.size)
  if (!headBytes.ok) return headBytes
  const signed = await disk.read(0, preambleBytes + headBytes.value)
  if (signed.length !== preambleBytes + headBytes.value) return damaged('head')
  const count = readSignatureCount(await disk.read(signed.length, 4))
  if (!count.ok) return count
  const start = signed.length + 4
  const body = bodyOffset(headBytes.value, count.value)
  if (disk.size < body) return damaged('signatures')
  const signatures = readSignatures(await disk.read(start, body - start))
  if (!signatures.ok) return signatures
  const message = signedMessage(signed)
  if (!signatures.value.every(({ key, signature }) => verify(key, message, signature)))
    return damaged('signature')

  const text = textOf(signed.subarray(preambleBytes))
  if (text === null) return failure({ kind: 'bad-head', failure: { kind: 'not-json' } })
  const head = decodeHead(text)
  if (!head.ok) return failure({ kind: 'bad-head', failure: head.failure })
  const files = layOut(head.value, headBytes.value, count.value, disk.size)
  if (!files.ok) return files
  return success({
    head: head.value,
    signatures: signatures.value,
    files: files.value,
    signedBytes: signed,
    digest: createHash('sha256').update(message).digest('hex'),
    readFile: (path) => readFile(disk, files.value.get(path), path),
    readFrom: (other, path) => readFile(other, files.value.get(path), path),
  })
}

/**
 * Unpacks and compares every file once, and the packed bytes as a whole. Names the first that is wrong.
 * `progress` gets the bytes read so far. Throws the signal's reason once it is aborted. `each` gets every file after
 * it was compared; the packed bytes as a whole are compared last.
 */
export async function checkFiles(
  disk: ReadableFile,
  pack: PackFile,
  progress: (bytes: number) => void = () => undefined,
  signal?: AbortSignal,
  each: (path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void> = () => Promise.resolve(),
): Promise<Outcome<null, PackFileFailure>> {
  const body = createHash('sha256')
  let done = 0
  for (const span of pack.files.values()) {
    signal?.throwIfAborted()
    const packed = await disk.read(span.offset, span.packed)
    body.update(packed)
    const bytes = unpack(packed, span)
    if (bytes === null) return damaged(span.path)
    await each(span.path, bytes)
    done += span.packed
    progress(done)
  }
  return body.digest('hex') === pack.head.body ? success(null) : damaged('packed bytes')
}

/** A file in memory, for tests and small packs. */
export const inMemory = (bytes: Uint8Array): ReadableFile => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
})

async function readFile(
  disk: ReadableFile,
  span: FileSpan | undefined,
  path: string,
): Promise<Outcome<Uint8Array<ArrayBuffer>, PackFileFailure>> {
  const bytes = span ? unpack(await disk.read(span.offset, span.packed), span) : null
  return bytes === null ? damaged(path) : success(bytes)
}

/** Null where the bytes are not the file that the head names. */
function unpack(packed: Uint8Array, span: FileSpan): Uint8Array<ArrayBuffer> | null {
  if (packed.length !== span.packed) return null
  const bytes = span.packed === span.bytes ? packed : inflate(packed, span.bytes)
  if (bytes?.length !== span.bytes) return null
  return createHash('sha256').update(bytes).digest('hex') === span.sha256 ? new Uint8Array(bytes) : null
}

/** Null where the bytes are no deflate, end early, or unpack to more than `most`. */
function inflate(packed: Uint8Array, most: number): Uint8Array | null {
  try {
    // The limit stops a bomb before its memory is allocated.
    return inflateRawSync(packed, { maxOutputLength: most })
  } catch {
    return null
  }
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const damaged = (at: string): Outcome<never, PackFileFailure> => failure({ kind: 'damaged', at })
