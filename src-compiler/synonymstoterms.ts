/**
 * `synonyms.yaml` of earlier packs -> `terms.yaml`. The old file did not say which language a word is in: its letters
 * tell, and where they do not, the documents in which it occurs.
 */
import { parseDocument } from 'yaml'
import { formKey } from '../src-library/search/asking/synonyms.ts'
import { wordsIn } from '../src-library/search/words/words.ts'
import { nameOf, Names } from './names.ts'

/** Texts of the pack's documents, by language (BCP 47). */
export type TextsByLanguage = ReadonlyMap<string, string>

export type Conversion = {
  readonly text: string
  readonly concepts: number
  /** Words whose language neither their letters nor a document tells; they were read as the pack's language. */
  readonly unsure: readonly string[]
}

/** Null when the file is no list of lists of words. */
export function termsOf(synonyms: string, texts: TextsByLanguage, packLanguage: string): Conversion | null {
  const groups: unknown = parseDocument(synonyms, { schema: 'failsafe' }).toJS() as unknown
  if (!isGroups(groups)) return null
  const guess = new LanguageGuess(texts, packLanguage)
  const names = new Names([])
  const concepts = groups.map((group) => {
    const words = new Map<string, string[]>()
    for (const word of group) {
      const language = guess.of(word)
      words.set(language, [...(words.get(language) ?? []), word])
    }
    const first = words.get(packLanguage)?.[0] ?? group[0] ?? ''
    const lines = [...words].map(([language, [term = '', ...also]]) => {
      const others = also.length > 0 ? `, also: [${also.map(scalar).join(', ')}]` : ''
      return `  ${language}: { term: ${scalar(term)}${others} }\n`
    })
    return `${names.claim(nameOf(first))}:\n${lines.join('')}`
  })
  return { text: concepts.join('\n'), concepts: concepts.length, unsure: guess.unsure }
}

const isGroups = (value: unknown): value is readonly (readonly string[])[] =>
  Array.isArray(value) &&
  value.every((group) => Array.isArray(group) && group.every((word) => typeof word === 'string'))

class LanguageGuess {
  readonly unsure: string[] = []
  readonly #counts: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly #packLanguage: string

  constructor(texts: TextsByLanguage, packLanguage: string) {
    this.#packLanguage = packLanguage
    this.#counts = new Map([...texts].map(([language, text]) => [language, countKeys(text)]))
  }

  of(word: string): string {
    if (/\p{Script=Cyrillic}/u.test(word)) return 'ru'
    if (/[əğışİ]/i.test(word.replace(/[iI]/g, ''))) return 'az'
    const keys = wordsIn(word).map(({ raw }) => formKey(raw))
    const shares = [...this.#counts].map(([language, counts]) => ({
      language,
      // Each word of a phrase has to occur: the rarest tells.
      share: Math.min(...keys.map((key) => (counts.get(key) ?? 0) / Math.max(1, counts.size))),
    }))
    const [best] = shares.filter(({ language }) => language !== 'ru').sort((a, b) => b.share - a.share)
    if (best && best.share > 0) return best.language
    this.unsure.push(word)
    return this.#packLanguage
  }
}

function countKeys(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { raw } of wordsIn(text)) {
    const key = formKey(raw)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A YAML scalar inside a flow list; in quotes where a plain one would be read as something else. */
const scalar = (text: string): string =>
  /^[\p{L}₼][\p{L}\p{N}\p{M}.’()/ -]*$/u.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : JSON.stringify(text)
