/**
 * The terms of a surface form. Both dictionaries are sorted and a stem begins
 * as its forms do, so the terms of neighbours are neighbours: each is kept as its distance
 * from the one before.
 *
 *   block of sixteen:  for each form  (terms beyond the first > 0) + 2 · difference, zigzag
 *                                     if more: how many more, and a difference for each
 */
import { ByteReader, ByteWriter } from './bytes.ts'
import { blocksOf, blockSize } from './records.ts'

export type SurfaceTermBytes = { readonly starts: Uint32Array; readonly bytes: Uint8Array }

/** Packs the terms of each surface form, ascending; every form has at least one. */
export function packSurfaceTerms(termsOf: readonly (readonly number[])[]): SurfaceTermBytes {
  const writer = new ByteWriter()
  const starts = new Uint32Array(blocksOf(termsOf.length))
  let before = 0
  termsOf.forEach((terms, surface) => {
    if (surface % blockSize === 0) {
      starts[surface / blockSize] = writer.length
      before = 0
    }
    const [first = 0, ...more] = terms
    writer.varint(zigzag(first - before) * 2 + (more.length > 0 ? 1 : 0))
    before = first
    if (more.length === 0) return
    writer.varint(more.length)
    let last = first
    for (const term of more) {
      writer.varint(term - last)
      last = term
    }
  })
  return { starts, bytes: writer.take() }
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value)
const unzigzag = (value: number): number => (value >>> 1) ^ -(value & 1)

export class SurfaceTerms {
  readonly #size: number
  readonly #terms: number
  readonly #starts: Uint32Array
  readonly #bytes: Uint8Array
  /** The block last asked for: completions ask for one form after another. */
  readonly #firsts = new Uint32Array(blockSize)
  /** The place of the further terms of a form of that block; 0 for none. */
  readonly #more = new Uint32Array(blockSize)
  #block = -1

  /** `terms` is how many there are. */
  constructor(size: number, terms: number, { starts, bytes }: SurfaceTermBytes) {
    this.#size = size
    this.#terms = terms
    this.#starts = starts
    this.#bytes = bytes
  }

  /** The only or first term of a form. */
  first(surface: number): number {
    const block = surface >>> 4
    if (block !== this.#block) this.#read(block)
    return this.#firsts[surface & (blockSize - 1)] as number
  }

  /** Whether a form has terms beyond its first: one word, read in several languages. */
  hasMore(surface: number): boolean {
    const block = surface >>> 4
    if (block !== this.#block) this.#read(block)
    return this.#more[surface & (blockSize - 1)] !== 0
  }

  /** Every term of a form. */
  all(surface: number): number[] {
    const first = this.first(surface)
    const at = this.#more[surface & (blockSize - 1)] as number
    if (at === 0) return [first]
    const reader = new ByteReader(this.#bytes, at - 1)
    const count = Math.min(reader.varint(), this.#terms)
    const found = [first]
    let last = first
    for (let i = 0; i < count && reader.at < this.#bytes.length; i++) {
      last += reader.varint()
      found.push(last)
    }
    return found
  }

  #read(block: number): void {
    const reader = new ByteReader(this.#bytes, this.#starts[block])
    const count = Math.min(blockSize, this.#size - block * blockSize)
    let before = 0
    for (let i = 0; i < count; i++) {
      const value = reader.varint()
      before += unzigzag(value >>> 1)
      this.#firsts[i] = before
      this.#more[i] = 0
      if (value & 1) {
        this.#more[i] = reader.at + 1
        const more = Math.min(reader.varint(), this.#terms)
        for (let k = 0; k < more && reader.at < this.#bytes.length; k++) reader.varint()
      }
    }
    this.#block = block
  }
}
