/** Public retrieval collections with judged queries, read where they are found; see docs/benchmarks.md. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomOf } from './random.ts'

export type Document = { readonly id: string; readonly title: string; readonly body: string }
export type JudgedQuery = {
  readonly id: string
  readonly text: string
  /** Grades by document; absent is 0. */
  readonly grades: ReadonlyMap<string, number>
}
export type Collection = {
  readonly name: string
  /** BCP 47. */
  readonly language: string
  readonly documents: readonly Document[]
  readonly queries: readonly JudgedQuery[]
}

const languages: Readonly<Record<string, string>> = {
  cranfield: 'en',
  cacm: 'en',
  nfcorpus: 'en',
  'xquad-en': 'en',
  'xquad-tr': 'tr',
  'help-tr': 'tr',
  'help-ru': 'ru',
  'packages-ru': 'ru',
}

/** The collections below a folder; none when it is not there. */
export function readCollections(folder: string): Collection[] {
  return Object.entries(languages)
    .filter(([name]) => existsSync(join(folder, name, 'corpus.jsonl')))
    .map(([name, language]) => readCollection(join(folder, name), name, language))
}

function readCollection(folder: string, name: string, language: string): Collection {
  const lines = (file: string): string[] =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
  const judged = new Map<string, Map<string, number>>()
  for (const line of lines('qrels.tsv')) {
    const [query = '', document = '', grade = '0'] = line.split('\t')
    const grades = judged.get(query) ?? new Map<string, number>()
    judged.set(query, grades.set(document, Number(grade)))
  }
  return {
    name,
    language,
    documents: lines('corpus.jsonl').map((line) => JSON.parse(line) as Document),
    queries: lines('queries.jsonl')
      .map((line) => JSON.parse(line) as { id: string; text: string })
      .map(({ id, text }) => ({ id, text, grades: judged.get(id) ?? new Map() }))
      .filter(({ grades }) => [...grades.values()].some((grade) => grade > 0)),
  }
}

/** Every other query: weights are set on one half and reported on the other. */
export const half = (queries: readonly JudgedQuery[], which: 'tuning' | 'held-out'): JudgedQuery[] =>
  queries.filter((_, i) => (i % 2 === 0) === (which === 'tuning'))

export const variants = ['as written', 'misspelt', 'prefix', 'no marks', 'other keyboard'] as const
export type Variant = (typeof variants)[number]

/** Keys in the same places: Russian, and English. Not the engine's own table: a key that is wrong there would be wrong here, too. */
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"

/** A query as people also type it. The same query always comes out the same. */
export function vary(text: string, variant: Variant, seed: number): string {
  switch (variant) {
    case 'as written':
      return text
    case 'misspelt':
      return misspell(text, randomOf(seed + 1))
    case 'prefix':
      return cutLastWord(text)
    case 'no marks':
      return text.replace(/ı/g, 'i').replace(/İ/g, 'I').normalize('NFD').replace(/\p{M}/gu, '')
    case 'other keyboard':
      return text.toLowerCase().replace(/[а-яё]/g, (letter) => latinKeys.charAt(russianKeys.indexOf(letter)))
  }
}

const latin = 'abcdefghijklmnopqrstuvwxyz'
const cyrillic = 'абвгдежзийклмнопрстуфхцчшщъыьэюя'

/** One slip of the finger in one word of four letters or more. */
function misspell(text: string, random: () => number): string {
  const words = [...text.matchAll(/\p{L}{4,}/gu)]
  const word = words[Math.floor(random() * words.length)]
  if (!word) return text
  const letters = [...word[0]]
  const at = 1 + Math.floor(random() * (letters.length - 2))
  const alphabet = /\p{Script=Cyrillic}/u.test(word[0]) ? cyrillic : latin
  const other = alphabet.charAt(Math.floor(random() * alphabet.length))
  const slip = Math.floor(random() * 4)
  if (slip === 0) letters.splice(at, 1)
  else if (slip === 1) letters.splice(at, 0, other)
  else if (slip === 2) letters[at] = other
  else letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '')
  return text.slice(0, word.index) + letters.join('') + text.slice(word.index + word[0].length)
}

/** The last word cut to two thirds, as while it is being typed; what follows it goes. */
function cutLastWord(text: string): string {
  const last = [...text.matchAll(/\p{L}{4,}/gu)].at(-1)
  if (!last) return text
  return text.slice(0, last.index) + last[0].slice(0, Math.max(3, Math.ceil((last[0].length * 2) / 3)))
}
