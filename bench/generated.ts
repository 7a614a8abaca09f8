/**
 * A library that no person wrote: as large as asked, and the same in every run. Words
 * follow Zipf's law, two in five are function words, and each section keeps to a subject, so
 * that postings, beginnings and spellings are spread as in real text.
 */
import type { Document } from './collections.ts'
import { randomOf } from './random.ts'

const functionWords =
  'the of and to in a is for that on with by as at from it be are was this which or an has not have its were'.split(
    ' ',
  )
const onsets = 'b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sc sh sl sp st str th tr'.split(' ')
const vowels = 'a e i o u ai ea ou'.split(' ')
const codas = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck', 'rd']
const endings = ['ed', 'ing', 'er', 'tion']

const subjects = 250
const wordsOfSubject = 120

/** Distinct stems; grows with the library as Heaps' law has it. */
const vocabularyOf = (sections: number): number => Math.round(250 * Math.sqrt(sections))

function makeWords(count: number): string[] {
  const random = randomOf(7)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const words = new Set<string>()
  while (words.size < count) {
    let word = ''
    const syllables = 2 + Math.floor(random() * 2.4)
    for (let i = 0; i < syllables; i++) word += pick(onsets) + pick(vowels)
    words.add(word + pick(codas))
  }
  return [...words]
}

export type Generated = { readonly documents: readonly Document[]; readonly words: readonly string[] }

/** `sections` documents of about 200 words each. Libraries of other seeds have the same words in other texts. */
export function generate(sections: number, seed = 11): Generated {
  const words = makeWords(vocabularyOf(sections))
  const random = randomOf(seed)
  // Zipf's law by inversion: rank r with probability about 1 / r.
  const zipf = (size: number): number => Math.min(size - 1, Math.floor(size ** random()) - 1)
  /** Unchanged, with an s, or with the one ending it takes. */
  const inflected = (word: string): string => {
    const form = random()
    return form < 0.6 ? word : form < 0.85 ? `${word}s` : word + (endings[word.length % endings.length] ?? '')
  }
  const documents = Array.from({ length: sections }, (_, i): Document => {
    const subject = Math.floor(random() * subjects)
    const own = (): string => words[(subject * 977 + zipf(wordsOfSubject) * 31) % words.length] ?? ''
    const word = (): string => (random() < 0.35 ? own() : (words[zipf(words.length)] ?? ''))
    const length = 120 + Math.floor(random() * 160)
    const body: string[] = []
    while (body.length < length) {
      const isFunction = random() < 0.4
      body.push(
        isFunction ? (functionWords[Math.min(zipf(functionWords.length), 27)] ?? '') : inflected(word()),
      )
      if (random() < 0.07) body.push(`${body.pop() ?? ''}.`)
    }
    return { id: `d${i}`, title: [own(), inflected(own()), word()].join(' '), body: body.join(' ') }
  })
  return { documents, words }
}

export const queryKinds = ['question', 'keyword', 'prefix', 'typo'] as const
export type QueryKind = (typeof queryKinds)[number]

/** Queries of one kind, from the library's own words. */
export function queriesOf(kind: QueryKind, { documents }: Generated, count: number): string[] {
  const random = randomOf(23)
  return Array.from({ length: count }, () => {
    const { body, title } = documents[Math.floor(random() * documents.length)] ?? { body: '', title: '' }
    const words = body.replaceAll('.', '').split(' ')
    const telling = words.filter((word) => word.length > 4)
    const pick = (): string => telling[Math.floor(random() * telling.length)] ?? title
    switch (kind) {
      case 'question': {
        const from = Math.floor(random() * Math.max(words.length - 6, 1))
        return `what is the ${words.slice(from, from + 4).join(' ')} of ${pick()} and ${pick()}?`
      }
      case 'keyword':
        return `${pick()} ${pick()} `
      case 'prefix':
        return `${pick()} ${pick().slice(0, 2 + Math.floor(random() * 3))}`
      case 'typo': {
        const word = pick()
        const at = 1 + Math.floor(random() * (word.length - 2))
        return `${pick()} ${word.slice(0, at)}${word.slice(at + 1)} `
      }
    }
  })
}
