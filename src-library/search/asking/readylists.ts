/**
 * Posting lists as they are scored: which sections, and the worth of the word in each before its own weight,
 *
 *   tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average))
 *
 * Long lists are kept unpacked, the last used ones first, within a bound: at each key all words but the one that is
 * being typed are those of the key before, and frequent words come back with every question. Other lists are unpacked
 * each time and give the same scores, to the last bit.
 */
import type { SearchIndex } from '../index/load.ts'
import { mostOccurrences, type PostingList } from '../index/postings.ts'
import { weights } from './weights.ts'

/** Sections ascending, and the word's score in each. Only the first `size` of them count. */
export type ReadyList = {
  readonly sections: Uint32Array
  readonly parts: Float32Array
  readonly size: number
}

/** Shorter lists are unpacked as fast as they are found. */
const leastKept = 64
/** Bytes kept for each section of the index: at 10,000 sections 2 MB, beside 6 of the index. */
const bytesPerSection = 200
/** Whatever the sections: the few long lists of a small pack are kept whole, and a large one stays modest. */
const leastBytes = 500_000
const mostBytes = 16_000_000
const bytesPerPosting = 8

export class ReadyLists {
  readonly #index: SearchIndex
  /** By the beginning of their postings; the last used one is last. */
  readonly #kept = new Map<number, ReadyList>()
  /** Postings that may be kept, and that are. */
  readonly #most: number
  #held = 0
  /** k1 · (1 − b + b · length / average), by field; made when a field is first scored. */
  readonly #norms: (Float32Array | undefined)[] = []
  #averages: readonly number[]
  /** Where lists are unpacked that are not kept: one at a time. */
  #sections = new Uint32Array(0)
  #parts = new Float32Array(0)

  constructor(index: SearchIndex) {
    this.#index = index
    this.#averages = index.meta.averages
    const bytes = Math.min(Math.max(index.sections.size * bytesPerSection, leastBytes), mostBytes)
    this.#most = bytes / bytesPerPosting
  }

  /** Bytes of the lists that are kept. */
  get bytes(): number {
    return this.#held * bytesPerPosting
  }

  /** Reckons with these mean lengths from now on: packs were added to those that are searched together, or taken away. */
  useAverages(averages: readonly number[]): void {
    if (averages.every((average, field) => average === this.#averages[field])) return
    this.#averages = averages
    this.#norms.length = 0
    this.#kept.clear()
    this.#held = 0
  }

  /** A list, good until the next one is asked for. */
  of(list: PostingList): ReadyList {
    if (list.size < leastKept || list.size > this.#most / 4) return this.#unpackForNow(list)
    const known = this.#kept.get(list.data)
    if (known) this.#kept.delete(list.data)
    const ready = known ?? this.#unpack(list, new Uint32Array(list.size), new Float32Array(list.size))
    this.#kept.set(list.data, ready)
    if (!known) this.#makeRoom(list.size)
    return ready
  }

  /** Frees the lists that were not used for longest, to make room for so many postings. */
  #makeRoom(came: number): void {
    this.#held += came
    for (const [data, { sections }] of this.#kept) {
      if (this.#held <= this.#most) return
      this.#kept.delete(data)
      this.#held -= sections.length
    }
  }

  #unpackForNow(list: PostingList): ReadyList {
    if (this.#sections.length < list.size) {
      this.#sections = new Uint32Array(list.size * 2)
      this.#parts = new Float32Array(list.size * 2)
    }
    return this.#unpack(list, this.#sections, this.#parts)
  }

  #unpack(list: PostingList, sections: Uint32Array, parts: Float32Array): ReadyList {
    const { postings: bytes } = this.#index
    const { countBits } = list
    const most = (1 << countBits) - 1
    const norms = this.#norms[list.field] ?? this.#makeNorms(list.field)
    const more = weights.k1 + 1
    let at = list.data
    let section = -1
    let size = 0
    for (; size < list.size; size++) {
      let value = bytes[at++] as number
      if (value > 127) {
        value &= 127
        let shift = 7
        let byte
        do {
          byte = bytes[at++] as number
          value |= (byte & 127) << shift
          shift += 7
        } while (byte > 127 && shift < 35)
      }
      section += (value >>> countBits) + 1
      let count = (value & most) + 1
      if (count > most && countBits > 0) {
        let shift = 0
        let byte
        do {
          byte = bytes[at++] as number
          count += (byte & 127) << shift
          shift += 7
        } while (byte > 127 && shift < 28)
        if (count > mostOccurrences) count = mostOccurrences
      }
      // Postings of a file made by an enemy may name sections that there are not.
      if (section >= norms.length) break
      sections[size] = section
      parts[size] = (count * more) / (count + (norms[section] as number))
    }
    return { sections, parts, size }
  }

  #makeNorms(field: number): Float32Array {
    const { k1, b } = weights
    const lengths = this.#index.lengths(field)
    const average = this.#averages[field] || 1
    const norms = new Float32Array(lengths.length)
    lengths.forEach((length, section) => (norms[section] = k1 * (1 - b + (b * length) / average)))
    this.#norms[field] = norms
    return norms
  }
}
