/** Synonyms: words and phrases that the content team says mean the same. */
import { analyse } from './analyzer.ts'
import { stemAzerbaijani } from './azerbaijani.ts'
import type { SearchIndex } from './load.ts'
import { isStopWord } from './stopwords.ts'
import { wordsIn } from './words.ts'

/** Another way to say words `[from, to)` of the query. */
export type Alternative = {
  readonly from: number
  readonly to: number
  /** As typed. */
  readonly said: string
  /** As the content team wrote it. */
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
          said: words.slice(from, to).join(' '),
          means: means.text,
          words: means.words,
        })
      }
    }
  }
  return [...found.values()]
}

/**
 * Synonyms meet in the forms of a noun, `shelters` and `shelter`, `qurbanlar` and `qurban`, but not
 * in all that share a stem: a trafficker is not trafficked.
 */
function keyOf(word: string): string {
  const { surface, stem } = analyse(word, 'en')
  return /\p{Script=Cyrillic}/u.test(surface) ? stem : stemAzerbaijani(surface.replace(/(?<=...)s$/, ''))
}

function placeOf(wanted: readonly string[], keys: readonly string[]): number {
  if (wanted.length === 0) return -1
  for (let at = 0; at + wanted.length <= keys.length; at++)
    if (wanted.every((key, i) => keys[at + i] === key)) return at
  return -1
}
