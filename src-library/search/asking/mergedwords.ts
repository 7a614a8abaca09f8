/**
 * The words of several packs as one dictionary. A misspelt word is compared with every word there is. Packs have mostly
 * the same words, so one walk over each word once takes the place of a walk for each pack.
 */
import type { SearchIndex } from '../index/load.ts'
import { Dictionary, packDictionary } from '../index/dictionary.ts'
import { Alphabet } from '../words/alphabet.ts'

type Merged = { readonly indexes: readonly SearchIndex[]; readonly words: Dictionary }

/** By the first of the indexes. The packs of a library change seldom, and all at once. */
const known = new WeakMap<SearchIndex, Merged>()

/** Characters that take one byte. With more, distances in bytes are no longer those in letters. */
const mostLetters = 250

/** Puts the words together. `pause` lets questions be answered between packs. */
export async function mergeWords(
  indexes: readonly SearchIndex[],
  pause: () => Promise<unknown>,
): Promise<void> {
  const [first] = indexes
  if (!first || indexes.length < 2 || mergedWords(indexes)) return
  const all = new Set<string>()
  for (const { surfaces } of indexes) {
    surfaces.forEach((word) => all.add(word))
    await pause()
  }
  const letters = new Set<string>()
  for (const word of all) for (let i = 0; i < word.length; i++) letters.add(word.charAt(i))
  if (letters.size > mostLetters) return
  const alphabet = new Alphabet([...letters].sort().join(''))
  const encoded = [...all].map((word) => alphabet.encode(word)).sort()
  known.set(first, { indexes, words: new Dictionary(encoded.length, packDictionary(encoded), alphabet) })
}

/** The words of exactly these indexes; null where they are not put together. */
export function mergedWords(indexes: readonly SearchIndex[]): Dictionary | null {
  const merged = indexes[0] && known.get(indexes[0])
  if (merged?.indexes.length !== indexes.length) return null
  return merged.indexes.every((index, at) => index === indexes[at]) ? merged.words : null
}
