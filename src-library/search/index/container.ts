/**
 * A file of parts that are read in place: the search index is one, the sections' texts another. Numbers are
 * little-endian, as is every machine Electron runs on; parts start at multiples of four, so that each is a typed
 * array over the one buffer.
 *
 *    0  magic            four letters that say what the file is
 *    4  checksum         of everything that follows
 *    8  format version
 *   12  length           of the whole file
 *   16  offset and length of each part, in the order of its list
 *
 * The checksum is looked at first: a file that is cut, flipped or foreign is refused before anything in it is
 * believed.
 */
import { failure, success, type Outcome } from '../../model/outcome.ts'

/** `damaged`: cut, changed, or no such file at all. `version`: whole, but of another version of this program. */
export type ContainerFailure =
  { readonly kind: 'damaged' } | { readonly kind: 'version'; readonly version: number }

export type PartsOf<Part extends string> = Readonly<Record<Part, Uint8Array>>

export type ContainerKind<Part extends string> = {
  readonly magic: number
  readonly version: number
  readonly parts: readonly Part[]
}

const align = (length: number): number => (length + 3) & ~3
const headerLengthOf = (parts: readonly string[]): number => 16 + parts.length * 8

/** Writes the parts one after another. The same parts give the same bytes. */
export function writeContainer<Part extends string>(
  { magic, version, parts }: ContainerKind<Part>,
  content: PartsOf<Part>,
): Uint8Array {
  const headerLength = headerLengthOf(parts)
  const length = parts.reduce((sum, part) => sum + align(content[part].byteLength), headerLength)
  const bytes = new Uint8Array(length)
  const header = new Uint32Array(bytes.buffer, 0, headerLength / 4)
  header.set([magic, 0, version, length])
  let offset = headerLength
  parts.forEach((part, i) => {
    bytes.set(content[part], offset)
    header.set([offset, content[part].byteLength], 4 + i * 2)
    offset += align(content[part].byteLength)
  })
  header[1] = checksum(bytes)
  return bytes
}

/** The parts of a file, as views into its own bytes. */
export function readContainer<Part extends string>(
  { magic, version, parts }: ContainerKind<Part>,
  file: Uint8Array,
): Outcome<PartsOf<Part>, ContainerFailure> {
  const headerLength = headerLengthOf(parts)
  // Typed arrays start at multiples of four; Node's small buffers may not.
  const bytes = file.byteOffset % 4 === 0 ? file : file.slice()
  if (bytes.length < headerLength || bytes.length % 4 !== 0) return failure({ kind: 'damaged' })
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerLength / 4)
  if (header[0] !== magic || header[3] !== bytes.length || header[1] !== checksum(bytes))
    return failure({ kind: 'damaged' })
  const found = header[2] ?? 0
  if (found !== version) return failure({ kind: 'version', version: found })
  const content: Partial<Record<Part, Uint8Array>> = {}
  for (const [i, part] of parts.entries()) {
    const offset = header[4 + i * 2] ?? 0
    const length = header[5 + i * 2] ?? 0
    if (offset % 4 !== 0 || offset + length > bytes.length) return failure({ kind: 'damaged' })
    content[part] = bytes.subarray(offset, offset + length)
  }
  return success(content as PartsOf<Part>)
}

/** The checksum in a whole file: tells one file from another. */
export const checksumIn = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(4, true)

/**
 * Four independent sums over 32-bit words, mixed as in MurmurHash3
 * (https://github.com/aappleby/smhasher): about a nanosecond a word, so that an index of
 * 60 MB is checked within a frame. Every step is reversible, so a change within one
 * word always changes the result.
 */
function checksum(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2)
  let a = 1
  let b = 2
  let c = 3
  let d = 4
  const quads = words.length - ((words.length - 2) % 4)
  for (let i = 2; i < quads; i += 4) {
    a = Math.imul(((a << 13) | (a >>> 19)) ^ (words[i] as number), 0x85ebca6b)
    b = Math.imul(((b << 13) | (b >>> 19)) ^ (words[i + 1] as number), 0xc2b2ae35)
    c = Math.imul(((c << 13) | (c >>> 19)) ^ (words[i + 2] as number), 0x27d4eb2f)
    d = Math.imul(((d << 13) | (d >>> 19)) ^ (words[i + 3] as number), 0x165667b1)
  }
  for (let i = quads; i < words.length; i++)
    a = Math.imul(((a << 13) | (a >>> 19)) ^ (words[i] as number), 0x85ebca6b)
  for (const other of [b, c, d]) a = Math.imul(((a << 15) | (a >>> 17)) ^ other, 0x85ebca6b)
  return (a ^ (a >>> 16)) >>> 0
}
