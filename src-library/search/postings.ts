/**
 * Postings: where a term occurs. One run of bytes a term, field by field; positions
 * lie apart, so that scoring never steps over them.
 *
 *   fields present    a bit each
 *   for each field:   sections in it
 *                     but for the last: bytes of its block, and bytes of its positions
 *     block:          skips, if more than 128 postings: every 128, the section so far,
 *                     and the offsets of the posting and its positions that follow
 *                     postings: (section − the one before) · 2, + 1 with a count if
 *                     the term occurs more than once
 *   positions:        for each posting, each position less the one before
 */
import { ByteReader, ByteWriter } from './bytes.ts'
import { fieldCount, hasPositions } from './fields.ts'

export const skipInterval = 128
/** Section, posting offset, position offset. */
const skipBytes = 12

/** A term's occurrences in one field: sections ascending, counts, positions one after another. */
export type FieldPostings = { sections: number[]; counts: number[]; positions: number[] }

/** Appends a term's postings; `byField` has an entry for each field, null where it has none. */
export function writePostings(
  byField: readonly (FieldPostings | null)[],
  postings: ByteWriter,
  positions: ByteWriter,
): void {
  const present = byField.flatMap((field, number) => (field ? [{ field, number }] : []))
  postings.byte(present.reduce((bits, { number }) => bits | (1 << number), 0))
  present.forEach(({ field, number }, i) => {
    const from = positions.length
    const block = packBlock(field, hasPositions(number) ? positions : null)
    postings.varint(field.sections.length)
    if (i < present.length - 1) {
      postings.varint(block.length)
      postings.varint(positions.length - from)
    }
    postings.append(block)
  })
}

function packBlock({ sections, counts, positions }: FieldPostings, to: ByteWriter | null): Uint8Array {
  const data = new ByteWriter()
  const skips = new ByteWriter()
  const start = to?.length ?? 0
  let before = -1
  let next = 0
  sections.forEach((section, i) => {
    if (i > 0 && i % skipInterval === 0) {
      skips.uint32(before)
      skips.uint32(data.length)
      skips.uint32((to?.length ?? 0) - start)
    }
    const count = counts[i] ?? 1
    data.varint((section - before - 1) * 2 + (count > 1 ? 1 : 0))
    if (count > 1) data.varint(count - 2)
    if (to) {
      let last = 0
      for (let k = 0; k < count; k++) {
        const position = positions[next++] ?? 0
        to.varint(position - last)
        last = position
      }
    }
    before = section
  })
  skips.append(data.take())
  return skips.take()
}

/** Where a term's postings in one field lie. */
export type PostingList = {
  readonly field: number
  /** Sections that hold the term in this field. */
  readonly size: number
  /** Offset of the skips. */
  readonly start: number
  /** Offset of the postings. */
  readonly data: number
  /** Offset of the positions. */
  readonly positions: number
}

/** The lists of a term, by field; no more sections are promised than there are, whatever the bytes say. */
export function readLists(
  bytes: Uint8Array,
  at: number,
  positionsAt: number,
  sectionCount: number,
): PostingList[] {
  const reader = new ByteReader(bytes, at + 1)
  const bits = bytes[at] ?? 0
  const lists: PostingList[] = []
  let positions = positionsAt
  for (let field = 0; field < fieldCount; field++) {
    if (!(bits & (1 << field))) continue
    const size = Math.min(reader.varint(), sectionCount)
    const last = bits >> (field + 1) === 0
    const blockLength = last ? 0 : reader.varint()
    const positionsLength = last ? 0 : reader.varint()
    const data = reader.at + skipsOf(size) * skipBytes
    lists.push({ field, size, start: reader.at, data, positions })
    reader.at += blockLength
    positions += positionsLength
  }
  return lists
}

/** The most sections a term has in any one field, without making lists of them. */
export function readFrequency(bytes: Uint8Array, at: number, sectionCount: number): number {
  const bits = bytes[at] ?? 0
  let most = 0
  let next = at + 1
  for (let field = 0; field < fieldCount; field++) {
    if (!(bits & (1 << field))) continue
    reader.bytes = bytes
    reader.at = next
    const size = reader.varint()
    if (size > most) most = size
    if (bits >> (field + 1) === 0) break
    const blockLength = reader.varint()
    reader.varint()
    next = reader.at + blockLength
  }
  return Math.min(most, sectionCount)
}

/** One for all: `readFrequency` is called for thousands of terms at a keystroke. */
const reader = new ByteReader(new Uint8Array(0))

const skipsOf = (size: number): number => (size > 0 ? Math.ceil(size / skipInterval) - 1 : 0)

/** Walks a posting list, section by section, jumping ahead where it can. */
export class Cursor {
  /** The current section; Infinity past the end. */
  section = -1
  /** How often the term occurs in it. */
  count = 0
  readonly #list: PostingList
  readonly #postings: ByteReader
  readonly #positions: ByteReader
  readonly #skips: ByteReader
  #index = -1
  /** Positions of the current section were read, or stepped over. */
  #positionsRead = true

  constructor(list: PostingList, postings: Uint8Array, positions: Uint8Array) {
    this.#list = list
    this.#postings = new ByteReader(postings, list.data)
    this.#positions = new ByteReader(positions, list.positions)
    this.#skips = new ByteReader(postings)
  }

  next(): void {
    this.#stepOverPositions()
    this.#index += 1
    if (this.#index >= this.#list.size) {
      this.section = Infinity
      return
    }
    const value = this.#postings.varint()
    this.section += (value >>> 1) + 1
    this.count = value & 1 ? this.#postings.varint() + 2 : 1
    this.#positionsRead = false
  }

  /** Moves to the first section at or after this one. */
  seek(section: number): void {
    if (this.section >= section) return
    this.#skipTo(section)
    while (this.section < section) this.next()
  }

  /** Positions in the current section, ascending. */
  positions(): number[] {
    const found: number[] = []
    let position = 0
    for (let i = 0; i < this.count; i++) {
      position += this.#positions.varint()
      found.push(position)
    }
    this.#positionsRead = true
    return found
  }

  #skipTo(section: number): void {
    const skips = skipsOf(this.#list.size)
    // The last skip whose section is before the one sought.
    let low = Math.floor(Math.max(this.#index, 0) / skipInterval)
    let high = skips
    const least = low
    while (low < high) {
      const middle = (low + high) >> 1
      this.#skips.at = this.#list.start + middle * skipBytes
      if (this.#skips.uint32() < section) low = middle + 1
      else high = middle
    }
    if (low === least) return
    this.#skips.at = this.#list.start + (low - 1) * skipBytes
    this.section = this.#skips.uint32()
    this.#postings.at = this.#list.data + this.#skips.uint32()
    this.#positions.at = this.#list.positions + this.#skips.uint32()
    this.#index = low * skipInterval - 1
    this.#positionsRead = true
  }

  #stepOverPositions(): void {
    if (this.#positionsRead || !hasPositions(this.#list.field)) return
    for (let i = 0; i < this.count; i++) this.#positions.varint()
  }
}
