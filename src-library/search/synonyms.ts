/** Synonyms: words and phrases that the content team says mean the same. */
import { analyse } from './analyzer.ts'
import type { SearchIndex } from './load.ts'
import { isStopWord } from './stopwords.ts'
import { wordsIn } from './words.ts'

/** Another way to say words `[from, to)` of the query. */
export type Alternative = {
  readonly from: number
  readonly to: number
  /** As the content team wrote the two. */
  readonly said: string
  readonly means: string
  readonly words: readonly string[]
}

/** What the words of a query may also be called, by the lists of all packs. */
export function alternatives(indexes: readonly SearchIndex[], words: readonly string[]): Alternative[] {
  const keys = words.map(keyOf)
  const found = new Map<string, Alternative>()
  for (const group of indexes.flatMap((index) => index.meta.synonyms)) {
    const members = group.map((text) => ({ text, words: wordsIn(text).map((word) => word.raw) }))
    for (const said of members) {
      const telling = said.words.map(keyOf).filter((key) => !isStopWord(key, ['en']))
      const from = placeOf(telling, keys)
      if (from === -1) continue
      for (const means of members) {
        if (means === said || means.words.length === 0) continue
        const to = from + telling.length
        found.set(`${from} ${means.text}`, {
          from,
          to,
          said: said.text,
          means: means.text,
          words: means.words,
        })
      }
    }
  }
  return [...found.values()]
}

/** Synonyms meet in any form: `shelters` is `shelter`. */
const keyOf = (word: string): string => analyse(word, 'en').stem

function placeOf(wanted: readonly string[], keys: readonly string[]): number {
  if (wanted.length === 0) return -1
  for (let at = 0; at + wanted.length <= keys.length; at++)
    if (wanted.every((key, i) => keys[at + i] === key)) return at
  return -1
}
