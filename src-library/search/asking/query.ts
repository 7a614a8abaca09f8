/**
 * What a person typed, read. There is no syntax to get wrong: quotes make a
 * phrase, a minus before a word or a quote leaves sections out, everything else
 * is words. Never throws, whatever the text.
 */
import { wordsIn } from '../words/words.ts'

export type Clause =
  | { readonly kind: 'word'; readonly word: string; readonly excluded: boolean }
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly excluded: boolean }

export type Query = {
  readonly text: string
  readonly clauses: readonly Clause[]
  /** The last clause is a word that may not be finished: nothing follows it. */
  readonly typing: boolean
}

/** More is not a question but a paste. The rest is not searched. */
export const longestText = 4000
const mostClauses = 128

const quotes = '"“”„‟«»'
/** A closed phrase. A quote that nothing closes is no quote. */
const phrase = new RegExp(`[${quotes}]([^${quotes}]*)[${quotes}]`, 'gu')

/** Reads a query. */
export function parseQuery(text: string): Query {
  const read = text.slice(0, longestText)
  const clauses: Clause[] = []
  let from = 0
  for (const match of read.matchAll(phrase)) {
    clauses.push(...wordClauses(read.slice(from, match.index)))
    const words = wordsIn(match[1] ?? '').map((word) => word.raw)
    if (words.length > 0) clauses.push({ kind: 'phrase', words, excluded: hasMinus(read, match.index) })
    from = match.index + match[0].length
  }
  const rest = read.slice(from)
  clauses.push(...wordClauses(rest))
  const last = clauses.at(-1)
  const open = /[\p{L}\p{N}\p{M}'’]$/u.test(rest) && last?.kind === 'word' && !last.excluded
  return { text, clauses: clauses.slice(0, mostClauses), typing: open && clauses.length <= mostClauses }
}

function wordClauses(text: string): Clause[] {
  return wordsIn(text).map(({ raw, start }) => ({ kind: 'word', word: raw, excluded: hasMinus(text, start) }))
}

/** A minus excludes when it stands before a word and after nothing: `a -b`, not `a-b` and not `a - b`. */
function hasMinus(text: string, start: number): boolean {
  return /[-−]/.test(text.charAt(start - 1)) && (start === 1 || /\s/.test(text.charAt(start - 2)))
}
