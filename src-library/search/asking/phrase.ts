/** Sections that hold words one right after another, by the stored positions. */
import { bodyField, headingField } from '../index/fields.ts'
import type { SearchIndex } from '../index/load.ts'
import { Cursor, type PostingList } from '../index/postings.ts'

/** Where a phrase stands: sections ascending, and how often in each. */
export type PhraseMatches = { readonly sections: readonly number[]; readonly counts: readonly number[] }

/** Finds a phrase; each word is given as its possible terms. */
export function findPhrase(index: SearchIndex, words: readonly (readonly number[])[]): PhraseMatches {
  if (words.length === 0 || words.some((terms) => terms.length === 0)) return { sections: [], counts: [] }
  const counts = new Map<number, number>()
  const lists = words.map((terms) => terms.flatMap((term) => index.lists(term)))
  for (const field of [headingField, bodyField])
    for (const [section, count] of inField(index, lists, field))
      counts.set(section, (counts.get(section) ?? 0) + count)
  const sections = [...counts.keys()].sort((a, b) => a - b)
  return { sections, counts: sections.map((section) => counts.get(section) ?? 0) }
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

/** How often a position of the first word is followed by one of each next word, one by one. */
function countRuns(positions: readonly (readonly number[])[]): number {
  const [first = [], ...rest] = positions.map((each) => new Set(each))
  let count = 0
  for (const start of first) if (rest.every((each, i) => each.has(start + i + 1))) count++
  return count
}

/** A word's occurrences in one field, under any of its terms. */
export class WordCursor {
  /** An upper bound of the sections it stands in. */
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

  /** Positions in a section, none where the word does not stand in it. Sections are asked for in their order, each once. */
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
