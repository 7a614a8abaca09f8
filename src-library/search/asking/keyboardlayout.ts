/**
 * Words typed on another keyboard layout, some of whose letters lie on keys that are punctuation on this one:
 * `gjcj,bt` is how *пособие* comes out on an English keyboard, and read as text it would be two words. So the text
 * between two blanks is looked at as a whole, before it is parted into words; correct.ts does the rest, word by word.
 */
import type { Correction } from '../result.ts'
import { mostFrequent, stands } from './correct.ts'
import type { SearchIndex } from '../index/load.ts'
import { longestText, parseQuery, type Query } from './query.ts'
import { otherLayouts, punctuationKeys } from '../words/scripts.ts'
import { wordsIn } from '../words/words.ts'

export type RetypedQuery = { readonly query: Query; readonly corrections: readonly Correction[] }

/** Shorter words are mostly nothing but chance. */
const shortest = 3

/** The query with such words as they were meant, and which they are; only what an index knows is ever put in. */
export function retype(indexes: readonly SearchIndex[], query: Query): RetypedQuery {
  if (!punctuationKeys.test(query.text)) return { query, corrections: [] }
  const corrections: Correction[] = []
  const text = query.text.slice(0, longestText).replace(/\S+/gu, (typed, at: number) => {
    const correction = meant(indexes, typed, at + typed.length === query.text.length)
    if (!correction) return typed
    corrections.push(correction)
    return correction.to + typed.slice(correction.from.length)
  })
  return corrections.length > 0 ? { query: parseQuery(text), corrections } : { query, corrections }
}

function meant(indexes: readonly SearchIndex[], typed: string, isLast: boolean): Correction | null {
  if (!punctuationKeys.test(typed)) return null
  const own = wordsIn(typed)
  if (own.length === 0 || own.every(({ raw }) => stands(indexes, raw, false))) return null
  // The last comma may be a letter or a comma.
  for (const keys of [typed, typed.replace(/[\p{P}\p{S}]+$/u, '')]) {
    const known = otherLayouts(keys).filter(
      (word) => word.length >= shortest && stands(indexes, word, isLast && keys === typed),
    )
    const [best] = mostFrequent(indexes, known)
    if (best !== undefined) return { from: keys, to: best }
  }
  return null
}
