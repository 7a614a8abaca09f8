/** Synonyms: words and phrases that the content team says mean the same. */
import { analyse } from '../words/analyzer.ts'
import { stemAzerbaijani } from '../words/azerbaijani.ts'
import type { SearchIndex } from '../index/load.ts'
import { isStopWord } from '../words/stopwords.ts'
import { wordsIn } from '../words/words.ts'

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

/** A way to say it that the content team listed. */
type Member = {
  readonly text: string
  readonly words: readonly string[]
  /** Keys of its words, but for stop words. */
  readonly telling: readonly string[]
}

/** What the words of a query may also be called, by the lists of all packs. */
export function alternatives(indexes: readonly SearchIndex[], words: readonly string[]): Alternative[] {
  const groups = indexes.flatMap((index) => listsOf(index).groups)
  if (groups.length === 0) return []
  const keys = words.map(formKey)
  const present = new Set(keys)
  const found = new Map<string, Alternative>()
  for (const members of groups) {
    for (const said of members) {
      if (!present.has(said.telling[0] ?? '')) continue
      const from = placeOf(said.telling, keys)
      if (from === -1) continue
      for (const means of members) {
        if (means === said || means.words.length === 0) continue
        const to = from + said.telling.length
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

/** Whether the content team listed this very word, by itself or among others: then it is spelled right everywhere. */
export function isSynonym(indexes: readonly SearchIndex[], raw: string): boolean {
  const { surface } = analyse(raw, 'en')
  return indexes.some((index) => listsOf(index).surfaces.has(surface))
}

/** Whether two words are in one of the content team's lists. */
export function meanTheSame(indexes: readonly SearchIndex[], one: string, other: string): boolean {
  const wanted = [one, other].map((raw) => analyse(raw, 'en').surface)
  return indexes
    .flatMap((index) => listsOf(index).groups)
    .some((members) => {
      const surfaces = new Set(
        members.flatMap(({ words }) => words.map((word) => analyse(word, 'en').surface)),
      )
      return wanted.every((surface) => surfaces.has(surface))
    })
}

/** The lists of a pack, and the folded forms of all words in them. */
type Lists = { readonly groups: readonly (readonly Member[])[]; readonly surfaces: ReadonlySet<string> }

const known = new WeakMap<SearchIndex, Lists>()

/** Read at a pack's first search. */
function listsOf(index: SearchIndex): Lists {
  const read = known.get(index)
  if (read) return read
  const groups = index.meta.concepts.map((concept) =>
    concept.map(({ text }): Member => {
      const words = wordsIn(text).map((word) => word.raw)
      return { text, words, telling: words.map(formKey).filter((key) => !isStopWord(key, ['en'])) }
    }),
  )
  const words = groups.flat(2).flatMap((member) => member.words)
  const lists = { groups, surfaces: new Set(words.map((word) => analyse(word, 'en').surface)) }
  known.set(index, lists)
  return lists
}

/**
 * Synonyms meet in the forms of a noun, `shelters` and `shelter`, `qurbanlar` and `qurban`, but not
 * in all that share a stem: a trafficker is not trafficked.
 */
export function formKey(word: string): string {
  const { surface, stem } = analyse(word, 'en')
  return /\p{Script=Cyrillic}/u.test(surface) ? stem : stemAzerbaijani(surface.replace(/(?<=...)s$/, ''))
}

function placeOf(wanted: readonly string[], keys: readonly string[]): number {
  if (wanted.length === 0) return -1
  for (let at = 0; at + wanted.length <= keys.length; at++)
    if (wanted.every((key, i) => keys[at + i] === key)) return at
  return -1
}
