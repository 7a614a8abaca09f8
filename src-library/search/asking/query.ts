/**
 * What a person typed, read. There is no syntax to get wrong: quotes make a
 * phrase, a minus before a word or a quote leaves sections out, everything else
 * is words. Never throws, whatever the text.
 */
import { shortNumberIn } from '../words/numbers.ts'
import { signs } from '../words/writing.ts'
import { joinedWordsIn, wordsIn } from '../words/words.ts'

export type Clause =
  | {
      readonly kind: 'word'
      readonly word: string
      readonly excluded: boolean
      /** Where it begins in the text. */
      readonly start: number
    }
  | {
      readonly kind: 'phrase'
      readonly words: readonly string[]
      /** Places are those of `words`. */
      readonly joined: readonly JoinedForm[]
      readonly excluded: boolean
    }

/** What several words are together: `cooperation` of *co-operation*, `13000` of *13 000*. */
export type JoinedForm = {
  readonly word: string
  /** The words it is made of, `[from, to)`. */
  readonly from: number
  readonly to: number
  readonly isNumber: boolean
}

export type Query = {
  readonly text: string
  readonly clauses: readonly Clause[]
  /** Places are those of `clauses`; each is made of words that are not left out. */
  readonly joined: readonly JoinedForm[]
  /** The last clause is a word that may not be finished: nothing follows it. */
  readonly typing: boolean
}

/** More is not a question but a paste. The rest is not searched. */
export const longestText = 4000
const mostClauses = 128

/** A closed phrase. A quote that nothing closes is no quote. */
const phrase = new RegExp(`[${signs.quotes}]([^${signs.quotes}]*)[${signs.quotes}]`, 'gu')

/** Reads a query. */
export function parseQuery(text: string): Query {
  const read = text.slice(0, longestText)
  const clauses: Clause[] = []
  const joined: JoinedForm[] = []
  const takeWords = (from: number, to: number): void => {
    const found = wordClauses(read, from, to)
    joined.push(...found.joined.map((each) => moved(each, clauses.length)))
    clauses.push(...found.clauses)
  }
  let from = 0
  for (const match of read.matchAll(phrase)) {
    takeWords(from, match.index)
    const quoted = match[1] ?? ''
    const words = wordsIn(quoted).map((word) => word.raw)
    if (words.length > 0)
      clauses.push({ kind: 'phrase', words, joined: joinedIn(quoted), excluded: hasMinus(read, match.index) })
    from = match.index + match[0].length
  }
  takeWords(from, read.length)
  const short = shortNumberIn(read)
  if (short !== null) joined.unshift({ word: short, from: 0, to: clauses.length, isNumber: true })
  const last = clauses.at(-1)
  const open = endsInWord.test(read.slice(from)) && last?.kind === 'word' && !last.excluded
  return {
    text,
    clauses: clauses.slice(0, mostClauses),
    joined: joined.filter(({ to }) => to <= mostClauses),
    typing: open && clauses.length <= mostClauses,
  }
}

const endsInWord = new RegExp(`[\\p{L}\\p{N}\\p{M}${signs.apostrophes}]$`, 'u')

/** The clauses of a part of the text without quotes. Parts that a hyphen joins to an excluded word are excluded too. */
function wordClauses(
  text: string,
  from: number,
  to: number,
): { readonly clauses: readonly Clause[]; readonly joined: readonly JoinedForm[] } {
  const part = text.slice(from, to)
  const words = wordsIn(part)
  const clauses: Clause[] = []
  const joined: JoinedForm[] = []
  const together = joinedIn(part)
  for (let i = 0; i < words.length; i++) {
    const { raw, start } = words[i] ?? { raw: '', start: 0 }
    const excluded = hasMinus(text, from + start)
    const begun = together.filter((each) => each.from === i)
    const end = begun.reduce((most, each) => Math.max(most, each.to), i + 1)
    if (excluded && end > i + 1) {
      const parts = words.slice(i, end).map((word) => word.raw)
      clauses.push({ kind: 'phrase', words: parts, joined: begun.map((each) => moved(each, -i)), excluded })
      i = end - 1
      continue
    }
    joined.push(...begun.map((each) => moved(each, clauses.length - i)))
    clauses.push({ kind: 'word', word: raw, excluded, start: from + start })
  }
  return { clauses, joined }
}

/** What words of a text are together; places are those of the words, counted from 0. */
function joinedIn(text: string): JoinedForm[] {
  const ordinals = new Map(wordsIn(text).map(({ position }, ordinal) => [position, ordinal]))
  return joinedWordsIn(text).map(({ raw, position, last, isNumber }) => ({
    word: raw,
    from: ordinals.get(position) ?? 0,
    to: (ordinals.get(last) ?? 0) + 1,
    isNumber,
  }))
}

const moved = (joined: JoinedForm, places: number): JoinedForm => ({
  ...joined,
  from: joined.from + places,
  to: joined.to + places,
})

/** A minus excludes if it comes right before a word or a quote and after nothing: `a -b`, not `a-b`, `"a"-b` or `a - b`. */
function hasMinus(text: string, begin: number): boolean {
  // The plus or bracket of a telephone number belongs to it.
  const start = begin - (/[+(]*$/.exec(text.slice(Math.max(0, begin - 2), begin))?.[0].length ?? 0)
  return /[-−]/.test(text.charAt(start - 1)) && (start === 1 || /\s/.test(text.charAt(start - 2)))
}
