/**
 * Collections for languages that have none with judged queries: what somebody wrote to say what a text is about is
 * the query, and the text it was written for is what should be found. A weaker judgement than people's: other
 * texts may answer as well and count as wrong, for every engine alike.
 */
import type { Document } from '../collections.ts'

export type KnownItem = Document & {
  /** What the text is about, in its author's words, none of them taken from the text by this program. */
  readonly subjects: readonly string[]
}

export type Judged = {
  readonly documents: readonly Document[]
  readonly queries: readonly {
    readonly id: string
    readonly text: string
    readonly wanted: readonly string[]
  }[]
}

/** A query of fewer words is mostly a name. */
const leastWords = 3
const mostQueries = 1000
/** Of the words of a text, those that have a letter of its language; a page that was not translated has next to none. */
const leastShare = 0.1

/** Letters that the language has and English does not. */
const ownLetters: Readonly<Record<string, RegExp>> = {
  ru: /\p{Script=Cyrillic}/u,
  tr: /[çğışöüÇĞİŞÖÜ]/,
}

/**
 * A collection of the items whose texts are in the language; at most one query an item, its longest subject. A query that
 * several items share wants all of them. Of too many queries, every so many is taken.
 */
export function judge(items: readonly KnownItem[], language: string): Judged {
  const own = ownLetters[language]
  if (!own)
    throw new Error(`No letters tell what is in “${language}”: ${Object.keys(ownLetters).join(', ')}.`)
  const kept = items.filter(({ body }) => shareOf(body, own) >= leastShare)
  const wanted = new Map<string, string[]>()
  for (const { id, subjects } of kept)
    for (const subject of new Set(subjects)) wanted.set(subject, [...(wanted.get(subject) ?? []), id])
  const asked = kept.flatMap(({ subjects }) => {
    const [longest] = subjects
      .filter((subject) => isQuery(subject, own))
      .sort((a, b) => wordsOf(b).length - wordsOf(a).length || (a < b ? -1 : 1))
    return longest ?? []
  })
  const distinct = [...new Set(asked)]
  const step = Math.max(1, distinct.length / mostQueries)
  return {
    documents: kept.map(({ id, title, body }) => ({ id, title, body })),
    queries: distinct
      .filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step))
      .map((text, i) => ({ id: `q${i}`, text, wanted: wanted.get(text) ?? [] })),
  }
}

const wordsOf = (text: string): string[] => text.match(/\p{L}+/gu) ?? []

const isQuery = (text: string, own: RegExp): boolean => wordsOf(text).length >= leastWords && own.test(text)

function shareOf(text: string, own: RegExp): number {
  const words = wordsOf(text)
  return words.filter((word) => own.test(word)).length / (words.length || 1)
}
