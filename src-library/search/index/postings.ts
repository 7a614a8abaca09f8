/**
 * Postings: where a term occurs. One run of bytes a term, field by field:
 *
 *   fields present    a bit each
 *   for each field:   sections in it · 8 + bits that hold a count
 *                     bytes of its postings; bytes of all of it, but for the last field
 *     skips           if more than 128 postings: every 128, the section so far, and
 *                     the offsets of the posting and of its positions (in bits) that follow
 *     postings        (sections since the one before) · 2^bits + occurrences beyond the first, in those
 *                     bits; if these are all ones, more occurrences follow as a number of their own.
 *                     A term that occurs once in each of its sections needs no bits
 *     positions       their Rice parameter in a byte; for each posting, each position less the one before
 *
 * Positions lie behind all postings of their field, so that scoring never steps over them.
 */
import { BitReader, BitWriter, largestParameter, riceLength } from './bits.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { fieldCount, hasPositions } from './fields.ts'

export const skipInterval = 128
/** Section, posting offset, position offset. */
const skipBytes = 12
const mostCountBits = 4

/** Occurrences past this many in one section are not told apart: positions end there, too. */
export const mostOccurrences = 0xffff

/** A term's occurrences in one field: sections ascending, counts, positions one after another. */
export type FieldPostings = { sections: number[]; counts: number[]; positions: number[] }

/** Appends a term's postings; `byField` has an entry for each field, null where it has none. */
export function writePostings(byField: readonly (FieldPostings | null)[], to: ByteWriter): void {
  const present = byField.flatMap((field, number) => (field ? [{ field, number }] : []))
  to.byte(present.reduce((bits, { number }) => bits | (1 << number), 0))
  present.forEach(({ field, number }, i) => {
    const countBits = bestCountBits(field)
    const { skips, postings, positions } = packField(field, countBits, hasPositions(number))
    to.varint(field.sections.length * 8 + countBits)
    to.varint(postings.length)
    if (i < present.length - 1) to.varint(skips.length + postings.length + positions.length)
    to.append(skips)
    to.append(postings)
    to.append(positions)
  })
}

type PackedField = Readonly<Record<'skips' | 'postings' | 'positions', Uint8Array>>

function packField(field: FieldPostings, countBits: number, keepsPositions: boolean): PackedField {
  const postings = new ByteWriter()
  const skips = new ByteWriter()
  const places = new BitWriter()
  const parameter = keepsPositions ? bestParameter(field) : 0
  let before = -1
  let next = 0
  field.sections.forEach((section, i) => {
    if (i > 0 && i % skipInterval === 0) {
      skips.uint32(before)
      skips.uint32(postings.length)
      skips.uint32(places.length)
    }
    const count = field.counts[i] ?? 1
    writePosting(postings, section - before - 1, Math.min(count, mostOccurrences), countBits)
    if (keepsPositions)
      eachGap(field, next, count, (gap) => {
        places.rice(gap, parameter)
      })
    next += count
    before = section
  })
  const positions = new ByteWriter()
  if (keepsPositions) {
    positions.byte(parameter)
    positions.append(places.take())
  }
  return { skips: skips.take(), postings: postings.take(), positions: positions.take() }
}

function writePosting(to: ByteWriter, gap: number, count: number, countBits: number): void {
  const most = (1 << countBits) - 1
  to.varint(gap * (1 << countBits) + Math.min(count - 1, most))
  if (countBits > 0 && count - 1 >= most) to.varint(count - 1 - most)
}

/** The bits a list is smallest with; none only if all its counts are one. */
function bestCountBits({ sections, counts }: FieldPostings): number {
  if (counts.every((count) => count === 1)) return 0
  let best = 1
  let least = Infinity
  for (let countBits = 1; countBits <= mostCountBits; countBits++) {
    const most = (1 << countBits) - 1
    let length = 0
    sections.forEach((section, i) => {
      const more = (counts[i] ?? 1) - 1
      length += varintLength(
        (section - (sections[i - 1] ?? -1) - 1) * (1 << countBits) + Math.min(more, most),
      )
      if (more >= most) length += varintLength(more - most)
    })
    if (length < least) {
      least = length
      best = countBits
    }
  }
  return best
}

const varintLength = (value: number): number => (value < 1 ? 1 : 1 + Math.floor(Math.log2(value) / 7))

/** The Rice parameter a list's positions are smallest with. */
function bestParameter(field: FieldPostings): number {
  const lengths = new Array<number>(largestParameter + 1).fill(0)
  let next = 0
  for (const count of field.counts) {
    eachGap(field, next, count, (gap) => {
      for (let parameter = 0; parameter <= largestParameter; parameter++)
        lengths[parameter] = (lengths[parameter] ?? 0) + riceLength(gap, parameter)
    })
    next += count
  }
  return lengths.indexOf(Math.min(...lengths))
}

/** Words between one position and the next, from before the first. */
function eachGap(
  { positions }: FieldPostings,
  from: number,
  count: number,
  found: (gap: number) => void,
): void {
  let last = -1
  for (let k = 0; k < Math.min(count, mostOccurrences); k++) {
    const position = positions[from + k] ?? 0
    found(position - last - 1)
    last = position
  }
}

/** Where a term's postings in one field lie. */
export type PostingList = {
  readonly field: number
  /** Sections that hold the term in this field. */
  readonly size: number
  readonly countBits: number
  /** Offset of the skips. */
  readonly start: number
  /** Offset of the postings. */
  readonly data: number
  /** Offset of the positions. */
  readonly positions: number
}

/** The lists of a term, by field; no more sections are promised than there are, whatever the bytes say. */
export function readLists(bytes: Uint8Array, at: number, sectionCount: number): PostingList[] {
  const reader = new ByteReader(bytes, at + 1)
  const bits = bytes[at] ?? 0
  const lists: PostingList[] = []
  for (let field = 0; field < fieldCount; field++) {
    if (!(bits & (1 << field))) continue
    const head = reader.varint()
    const postingsLength = reader.varint()
    const length = bits >> (field + 1) === 0 ? 0 : reader.varint()
    const size = Math.min(head >>> 3, sectionCount)
    const start = reader.at
    const data = start + skipsOf(size) * skipBytes
    lists.push({ field, size, countBits: countBitsOf(head), start, data, positions: data + postingsLength })
    reader.at = start + length
  }
  return lists
}

const countBitsOf = (head: number): number => Math.min(head & 7, mostCountBits)

/** The most sections a term has in any one field, without making lists of them. */
export function readFrequency(bytes: Uint8Array, at: number, sectionCount: number): number {
  const bits = bytes[at] ?? 0
  let most = 0
  reader.bytes = bytes
  reader.at = at + 1
  for (let field = 0; field < fieldCount; field++) {
    if (!(bits & (1 << field))) continue
    const size = reader.varint() >>> 3
    if (size > most) most = size
    if (bits >> (field + 1) === 0) break
    reader.varint()
    const length = reader.varint()
    reader.at += length
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
  readonly #bytes: Uint8Array
  readonly #positions: BitReader
  readonly #parameter: number
  /** Of the posting that follows. */
  #at: number
  #index = -1
  /** Positions that lie between where they were last read and those of the current section: stepped over if they are asked for. */
  #unread = 0

  constructor(list: PostingList, bytes: Uint8Array) {
    this.#list = list
    this.#bytes = bytes
    this.#at = list.data
    this.#parameter = Math.min(bytes[list.positions] ?? 0, largestParameter)
    this.#positions = new BitReader(bytes, (list.positions + 1) * 8)
  }

  next(): void {
    this.#step(this.section + 1)
  }

  /** Moves to the first section at or after this one. */
  seek(section: number): void {
    if (this.section >= section) return
    this.#skipTo(section)
    this.#step(section)
  }

  /** Reads postings until one is of the section or behind it. */
  #step(to: number): void {
    const bytes = this.#bytes
    const { size, countBits } = this.#list
    const most = (1 << countBits) - 1
    let { section, count } = this
    let at = this.#at
    let index = this.#index
    let unread = this.#unread
    while (section < to) {
      unread += count
      index += 1
      if (index >= size) {
        section = Infinity
        count = 0
        break
      }
      let value = bytes[at++] as number
      if (value > 127) {
        value &= 127
        let shift = 7
        let byte
        do {
          byte = bytes[at++] ?? 0
          value |= (byte & 127) << shift
          shift += 7
        } while (byte > 127 && shift < 35)
      }
      section += (value >>> countBits) + 1
      count = (value & most) + 1
      if (count > most && countBits > 0) {
        let shift = 0
        let byte
        do {
          byte = bytes[at++] ?? 0
          count += (byte & 127) << shift
          shift += 7
        } while (byte > 127 && shift < 28)
        if (count > mostOccurrences) count = mostOccurrences
      }
    }
    this.section = section
    this.count = count
    this.#at = at
    this.#index = index
    this.#unread = unread
  }

  /** Positions in the current section, ascending; asked for once. */
  positions(): number[] {
    this.#positions.skip(this.#unread, this.#parameter)
    const found: number[] = []
    let position = -1
    for (let i = 0; i < this.count; i++) {
      position += this.#positions.rice(this.#parameter) + 1
      found.push(position)
    }
    // They lie behind now; `next` adds them to what was not read.
    this.#unread = -this.count
    return found
  }

  #skipTo(section: number): void {
    // The last skip whose section is before the one sought.
    const least = Math.floor(Math.max(this.#index, 0) / skipInterval)
    let low = least
    let high = skipsOf(this.#list.size)
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#skip(middle).uint32() < section) low = middle + 1
      else high = middle
    }
    if (low === least) return
    const skip = this.#skip(low - 1)
    this.section = skip.uint32()
    this.#at = this.#list.data + skip.uint32()
    this.#positions.at = (this.#list.positions + 1) * 8 + skip.uint32()
    this.#index = low * skipInterval - 1
    this.#unread = 0
    this.count = 0
  }

  #skip(number: number): ByteReader {
    reader.bytes = this.#bytes
    reader.at = this.#list.start + number * skipBytes
    return reader
  }
}
