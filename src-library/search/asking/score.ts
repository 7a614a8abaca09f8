/**
 * The scoring loop: adds one posting list into the scores of its sections. BM25
 * by field, as lunr calculates it: idf · boosts, times the worth in readylists.ts. A section's mask has a bit for each of
 * the query's words found in it. Sections are listed as they are first found, so that
 * a rare word costs as much as it has sections, however large the library. Allocates
 * nothing. Branch-free where it matters: the CPU cannot predict whether a section was seen.
 */
import type { SearchIndex } from '../index/load.ts'
import { Cursor, type PostingList } from '../index/postings.ts'
import type { RelatedPhrase } from './plan.ts'
import { ReadyLists } from './readylists.ts'
import type { Top } from './top.ts'
import { weights } from './weights.ts'

/** Share of the sections from which on all are cleared at once, instead of one by one. */
const mostTouched = 1 / 16

export class Scores {
  readonly values: Float32Array
  readonly masks: Uint32Array
  /** Bits of the words that are in a section's heading, and how many of its words they are. */
  readonly headingMasks: Uint32Array
  readonly headingCounts: Uint32Array
  /** Sections found, in no order; only the first `found` of them count. There is room for one more than there are. */
  readonly sections: Uint32Array
  found = 0
  /** The best of its last search: room for those of the next. */
  best: Top | null = null
  related: Top | null = null
  /** Related words that make a section be about what was asked: see `namesOf` in matches.ts. */
  names: ReadonlySet<RelatedPhrase> = new Set()
  readonly #lists: ReadyLists
  readonly #index: SearchIndex

  constructor(index: SearchIndex) {
    const { size } = index.sections
    this.#index = index
    this.#lists = new ReadyLists(index)
    this.values = new Float32Array(size)
    this.masks = new Uint32Array(size)
    this.headingMasks = new Uint32Array(size)
    this.headingCounts = new Uint32Array(size)
    this.sections = new Uint32Array(size + 1)
  }

  clear(): void {
    if (this.found > this.masks.length * mostTouched) {
      for (const each of [this.values, this.masks, this.headingMasks, this.headingCounts]) each.fill(0)
      this.found = 0
      return
    }
    for (let i = 0; i < this.found; i++) {
      const section = this.sections[i] as number
      this.values[section] = 0
      this.masks[section] = 0
      this.headingMasks[section] = 0
      this.headingCounts[section] = 0
    }
    this.found = 0
  }

  /** Mean lengths of the fields over all packs that are searched together. */
  useAverages(averages: readonly number[]): void {
    this.#lists.useAverages(averages)
  }

  /** Adds a list. `again` is the share that counts where the word was already found under another form. */
  add(list: PostingList, factor: number, bit: number, again: number): void {
    const { values, masks, sections: all } = this
    const { sections, parts, size } = this.#lists.of(list)
    let found = this.found
    for (let i = 0; i < size; i++) {
      const section = sections[i] as number
      const mask = masks[section] as number
      const score = factor * (parts[i] as number)
      values[section] = (values[section] as number) + (mask & bit ? score * again : score)
      masks[section] = mask | bit
      // 1 where the mask was 0: it has 31 bits, so that only then the sign is set.
      all[found] = section
      found += (mask - 1) >>> 31
    }
    this.found = found
  }

  /** Notes which sections have a word in their heading. `list` is of the heading field, and was added. */
  markHeadings(list: PostingList, bit: number): void {
    const cursor = new Cursor(list, this.#index.postings)
    for (cursor.next(); cursor.section < this.masks.length; cursor.next()) {
      const { section } = cursor
      this.headingMasks[section] = (this.headingMasks[section] as number) | bit
      this.headingCounts[section] = (this.headingCounts[section] as number) + cursor.count
    }
  }

  /**
   * Adds a match that has no list of its own: a phrase, a synonym of several words. `again` is the share that counts where one of its
   * words was found; 0: nothing more where all of them were, and all of it elsewhere.
   */
  addOne(
    section: number,
    count: number,
    { weight, bits, again }: { readonly weight: number; readonly bits: number; readonly again: number },
  ): void {
    const { k1 } = weights
    if (section >= this.masks.length) return
    const mask = this.masks[section] as number
    const score = (weight * count * (k1 + 1)) / (count + k1)
    if (mask === 0) this.sections[this.found++] = section
    const isSaid = again > 0 ? (mask & bits) !== 0 : (mask & bits) === bits
    this.values[section] = (this.values[section] as number) + (isSaid ? score * again : score)
    this.masks[section] = (mask | bits) >>> 0
  }
}

/** Bits of a mask that one table answers for. */
const tableBits = 12

/**
 * What share of a score a section keeps that holds only some of the words: all
 * of it for all words, down to `weights.coverageFloor`, by the idf of those it holds.
 * Asked for every match, so it is two look-ups by the bits of the mask; words past the
 * 24th count as held.
 */
export class Coverage {
  /** By the first bits of a mask, and by the bits after those; each has a power of two of entries. */
  readonly low: Float32Array
  readonly #high: Float32Array

  constructor(idfs: readonly number[]) {
    const total = idfs.length > 1 ? idfs.reduce((sum, each) => sum + each, 0) : 0
    const spread = total > 0 ? (1 - weights.coverageFloor) / total : 0
    const rest = idfs.slice(2 * tableBits).reduce((sum, each) => sum + each, 0)
    const shares = idfs.map((each) => each * spread)
    this.low = sums(shares.slice(0, tableBits), total > 0 ? weights.coverageFloor + rest * spread : 1)
    this.#high = sums(shares.slice(tableBits, 2 * tableBits), 0)
  }

  of(mask: number): number {
    const { length: low } = this.low
    const { length: high } = this.#high
    return (this.low[mask & (low - 1)] as number) + (this.#high[(mask >>> tableBits) & (high - 1)] as number)
  }
}

/** The sum of every subset of the parts, by its bits, each plus `start`. */
function sums(parts: readonly number[], start: number): Float32Array {
  const all = new Float32Array(1 << parts.length)
  all[0] = start
  parts.forEach((part, bit) => {
    for (let mask = 0; mask < 1 << bit; mask++) all[(1 << bit) | mask] = (all[mask] as number) + part
  })
  return all
}
