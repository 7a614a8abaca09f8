/** Sections that hold words one right after another, by the stored positions. */
import { bodyField, headingField } from '../index/fields.ts'
import type { SearchIndex } from '../index/load.ts'
import { Cursor, type PostingList } from '../index/postings.ts'

/** The places of a phrase: sections ascending, and how often in each. */
export type PhraseMatches = {
  readonly sections: readonly number[]
  readonly counts: readonly number[]
  /** Those of the sections that have it in their heading. */
  readonly named: ReadonlySet<number>
}

export const nowhere: PhraseMatches = { sections: [], counts: [], named: new Set() }

/** Finds a phrase; each word is given as its possible terms. */
export function findPhrase(index: SearchIndex, words: readonly (readonly number[])[]): PhraseMatches {
  if (words.length === 0 || words.some((terms) => terms.length === 0)) return nowhere
  const counts = new Map<number, number>()
  const lists = words.map((terms) => terms.flatMap((term) => index.lists(term)))
  const named = new Set<number>()
  for (const field of [headingField, bodyField])
    for (const [section, count] of inField(index, lists, field)) {
      counts.set(section, (counts.get(section) ?? 0) + count)
      if (field === headingField) named.add(section)
    }
  return matchesOf(counts, named)
}

function matchesOf(counts: ReadonlyMap<number, number>, named: ReadonlySet<number>): PhraseMatches {
  const sections = [...counts.keys()].sort((a, b) => a - b)
  return { sections, counts: sections.map((section) => counts.get(section) ?? 0), named }
}

/** What either finds; where both do, as often as the one that finds more. */
export function addMatches(one: PhraseMatches, other: PhraseMatches): PhraseMatches {
  if (other.sections.length === 0) return one
  const counts = new Map(one.sections.map((section, i) => [section, one.counts[i] ?? 0]))
  other.sections.forEach((section, i) =>
    counts.set(section, Math.max(counts.get(section) ?? 0, other.counts[i] ?? 0)),
  )
  return matchesOf(counts, new Set([...one.named, ...other.named]))
}

function* inField(
  index: SearchIndex,
  words: readonly (readonly PostingList[])[],
  field: number,
): Generator<readonly [section: number, count: number]> {
  const cursors = words.map((lists) => new WordCursor(index, lists, field))
  const rarest = cursors.reduce((best, each) => (each.size < best.size ? each : best))
  rarest.seek(0)
  while (rarest.section !== Infinity) {
    const section = rarest.section
    let furthest = section
    for (const cursor of cursors) {
      cursor.seek(section)
      furthest = Math.max(furthest, cursor.section)
      if (furthest > section) break
    }
    if (furthest === section) {
      const count = countRuns(cursors.map((cursor) => cursor.positions()))
      if (count > 0) yield [section, count]
      furthest = section + 1
    }
    rarest.seek(furthest)
  }
}

/**
 * How often a position of the first word is followed by one of each next word, one by one. A word that is several words of
 * the text, `cooperation` for `co-operation`, has the positions of all of them, and may be gone through.
 */
function countRuns(positions: readonly (readonly number[])[]): number {
  const [first, ...rest] = positions.map((each) => new Set(each))
  let count = 0
  for (const start of first ?? []) {
    let ends = through([start], first)
    for (const each of rest)
      ends = through(
        ends.map((end) => end + 1).filter((next) => each.has(next)),
        each,
      )
    if (ends.length > 0) count++
  }
  return count
}

/** The positions, and those right after them that the same word has. */
function through(from: readonly number[], word: ReadonlySet<number> = new Set()): readonly number[] {
  const all = new Set(from)
  for (const position of all) if (word.has(position + 1)) all.add(position + 1)
  return [...all]
}

/** A word's occurrences in one field, under any of its terms. */
export class WordCursor {
  /** An upper bound of the number of its sections. */
  readonly size: number
  section = -1
  readonly #cursors: readonly Cursor[]

  /** `lists` are those of its terms, in any field. */
  constructor(index: SearchIndex, lists: readonly PostingList[], field: number) {
    const own = lists.filter((list) => list.field === field)
    this.size = own.reduce((sum, list) => sum + list.size, 0)
    this.#cursors = own.map((list) => new Cursor(list, index.postings))
  }

  /** Moves to the first section at or after this one; Infinity past the end. */
  seek(section: number): void {
    let least = Infinity
    for (const cursor of this.#cursors) {
      cursor.seek(section)
      if (cursor.section < least) least = cursor.section
    }
    this.section = least
  }

  /** Positions in a section, none if the word is not in it. Sections are asked for in their order, each once. */
  positionsIn(section: number): readonly number[] {
    this.seek(section)
    return this.section === section ? this.positions() : []
  }

  /** Positions in the current section. */
  positions(): number[] {
    const [only, ...more] = this.#cursors.filter((cursor) => cursor.section === this.section)
    if (!only || more.length === 0) return only?.positions() ?? []
    return [only, ...more].flatMap((cursor) => cursor.positions()).sort((a, b) => a - b)
  }
}
