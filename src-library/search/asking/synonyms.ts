/** Synonyms: words and phrases that the content team says mean the same. */
import { analyse, baseLanguage } from '../words/analyzer.ts'
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
  /** Whether its language is not that of the typed word. */
  readonly isTranslated: boolean
}

/** A way to say it that the content team listed. */
type Member = {
  readonly language: string
  readonly text: string
  readonly words: readonly string[]
  /** Keys of its words, but for stop words. */
  readonly telling: readonly string[]
}

/** What the words of a query may also be called, by the lists of all packs. */
export function alternatives(indexes: readonly SearchIndex[], words: readonly string[]): Alternative[] {
  const groups = indexes.flatMap((index) => listsOf(index).groups)
  if (groups.length === 0) return []
  const keysIn = new Map<string, readonly string[]>()
  const keysFor = (language: string): readonly string[] => {
    const known = keysIn.get(language) ?? words.map((word) => formKey(word, language))
    keysIn.set(language, known)
    return known
  }
  const found = new Map<string, Alternative>()
  for (const members of groups) {
    for (const member of members) {
      const from = placeOf(member.telling, keysFor(member.language))
      if (from === -1) continue
      for (const means of members) {
        if (means === member || means.words.length === 0) continue
        const to = from + member.telling.length
        found.set(`${from} ${means.text}`, {
          from,
          to,
          said: words.slice(from, to).join(' '),
          means: means.text,
          words: means.words,
          isTranslated: means.language !== member.language,
        })
      }
    }
  }
  return [...found.values()]
}

/** Whether the content team listed a word in any of its forms, alone or in a phrase. Such a word is spelled right. */
export function isSynonym(indexes: readonly SearchIndex[], raw: string): boolean {
  return indexes.some((index) =>
    [...listsOf(index).keys].some(([language, keys]) => keys.has(formKey(raw, language))),
  )
}

/** Whether two words are in one of the content team's lists. */
export function meanTheSame(indexes: readonly SearchIndex[], one: string, other: string): boolean {
  const isIn = (members: readonly Member[], raw: string): boolean =>
    members.some(({ words, language }) =>
      words.some((word) => formKey(word, language) === formKey(raw, language)),
    )
  return indexes
    .flatMap((index) => listsOf(index).groups)
    .some((members) => isIn(members, one) && isIn(members, other))
}

/** The lists of a pack, and the keys of all words in them, by language. */
type Lists = {
  readonly groups: readonly (readonly Member[])[]
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>
}

const known = new WeakMap<SearchIndex, Lists>()

/** Read at a pack's first search. */
function listsOf(index: SearchIndex): Lists {
  const read = known.get(index)
  if (read) return read
  const groups = index.meta.concepts.map((concept) =>
    concept.map(({ text, language: tag }): Member => {
      const language = baseLanguage(tag)
      const words = wordsIn(text).map((word) => word.raw)
      const keys = words.map((word) => formKey(word, language))
      return { language, text, words, telling: keys.filter((key) => !isStopWord(key, [language])) }
    }),
  )
  const keys = new Map<string, Set<string>>()
  for (const { words, language } of groups.flat()) {
    const own = keys.get(language) ?? new Set()
    for (const word of words) own.add(formKey(word, language))
    keys.set(language, own)
  }
  const lists = { groups, keys }
  known.set(index, lists)
  return lists
}

/**
 * What the forms of a word share in the language of the one that was listed: `qurbanlar` and `qurban`, `пособия` and `пособие`.
 * In English it is the noun alone, `shelters` and `shelter`, and not all that share a stem: a trafficker is not trafficked.
 * Without a language, a word loses the endings of English and of Azerbaijani nouns.
 */
export function formKey(word: string, language?: string): string {
  const { surface, stem } = analyse(word, language ?? 'en')
  if (/\p{Script=Cyrillic}/u.test(surface)) return stem
  const withoutPlural = surface.replace(/(?<=...)s$/, '')
  if (language === undefined) return stemAzerbaijani(withoutPlural)
  if (language === 'en') return withoutPlural
  return language === 'az' ? stemAzerbaijani(surface) : stem
}

function placeOf(wanted: readonly string[], keys: readonly string[]): number {
  if (wanted.length === 0) return -1
  for (let at = 0; at + wanted.length <= keys.length; at++)
    if (wanted.every((key, i) => keys[at + i] === key)) return at
  return -1
}
