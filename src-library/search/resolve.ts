/**
 * From the words of a query to terms of the indexes. A word that stands in any
 * pack is taken as typed; while it is still being typed, its completions
 * count too. Only a word that stands nowhere is corrected, so that a fuzzy match
 * never mixes into an exact one.
 */
import { analyse } from './analyzer.ts'
import type { Correction } from './answer.ts'
import { asWritten, candidates } from './correct.ts'
import type { SearchIndex } from './load.ts'
import { Top } from './top.ts'
import { weights } from './weights.ts'

/** A term of one index that stands for a word of the query. */
export type Form = {
  readonly term: number
  /** Share of the word's weight. */
  readonly weight: number
  /** Sections that hold it, about. */
  readonly frequency: number
  /** Typed or corrected; one that begins so; or first letters only. */
  readonly kind: 'word' | 'completion' | 'root'
}

/** A word of the query in one index, best forms first. */
export type Forms = readonly Form[]

export type ResolvedWord = {
  /** As typed. */
  readonly raw: string
  /** Each index's forms, in the order of the indexes. */
  readonly forms: readonly Forms[]
  /** What was searched in its place: several words stand for a phrase. */
  readonly correction: Correction | null
  readonly corrected: readonly string[]
  /** Folded; the word is being typed and its completions were searched. */
  readonly prefix: string | null
  /** It is being typed and stands nowhere as it is: the beginning of a word, not yet one. */
  readonly begun: boolean
}

const mostCompletions = 40

/** Resolves one word. `typing` looks for its completions too. */
export function resolveWord(indexes: readonly SearchIndex[], raw: string, typing: boolean): ResolvedWord {
  const prefix = typing ? analyse(raw, 'en').surface : null
  const begun = prefix !== null && indexes.every((index) => index.surfaces.find(prefix) === -1)
  const forms = indexes.map((index) => {
    const exact = exactForms(index, raw)
    if (prefix === null) return exact
    const known = begun ? exact.map(asCompletion) : exact
    return [...known, ...completions(index, prefix, exact, begun)]
  })
  // First letters alone are no proof that the word was spelled right.
  if (forms.some((each) => each.some((form) => form.kind !== 'root')))
    return { raw, forms, correction: null, corrected: [], prefix, begun }
  const nearest = candidates(indexes, raw, typing)
  const [best] = nearest
  if (best === undefined) return { raw, forms, correction: null, corrected: [], prefix: null, begun }
  return {
    raw,
    prefix: null,
    begun,
    forms: indexes.map((index, i) => [...correctedForms(index, nearest), ...(forms[i] ?? [])]),
    correction: { from: raw, to: asWritten(indexes, best) },
    corrected: nearest,
  }
}

/** Terms of a word as typed, in any of the index's languages: its surface form's, its stem's, its first letters'. */
export function exactForms(index: SearchIndex, raw: string): Forms {
  const stems = new Set<number>()
  const roots = new Set<number>()
  for (const language of index.languages) {
    const { surface, stem, root } = analyse(raw, language)
    const known = index.surfaces.find(surface)
    if (known !== -1) for (const term of index.termsOf(known)) stems.add(term)
    addTerm(index, stem, stems)
    if (root !== null) addTerm(index, root, roots)
  }
  return [
    ...[...stems].map((term) => formOf(index, term, 'word')),
    ...[...roots].map((term) => formOf(index, term, 'root')),
  ]
}

function addTerm(index: SearchIndex, word: string, to: Set<number>): void {
  const term = index.terms.find(word)
  if (term !== -1) to.add(term)
}

const formOf = (index: SearchIndex, term: number, kind: Form['kind']): Form => ({
  term,
  weight: 1,
  frequency: index.frequency(term),
  kind,
})

/**
 * A beginning can look like the form of another word by chance, `hotl` like *hotline* without an Azerbaijani ending: its stem
 * counts no more than the words that begin so.
 */
const asCompletion = (form: Form): Form =>
  form.kind === 'root' ? form : { ...form, weight: weights.prefixAlone }

/** The most frequent terms among the words that begin so. A short beginning has thousands: nothing is made for those that lose. */
function completions(index: SearchIndex, prefix: string, exact: Forms, begun: boolean): Forms {
  const { from, to } = index.surfaces.range(prefix)
  const top = new Top(mostCompletions + exact.length)
  const seen = new Set<number>()
  const offer = (term: number): void => {
    const frequency = index.frequency(term)
    if (frequency < top.least || seen.has(term)) return
    seen.add(term)
    top.offer(term, frequency)
  }
  for (let surface = from; surface < to; surface++)
    if (index.hasMoreTerms(surface)) index.termsOf(surface).forEach(offer)
    else offer(index.termOf(surface))
  const known = new Set(exact.map((form) => form.term))
  const weight = exact.length > 0 && !begun ? weights.prefix : weights.prefixAlone
  return top
    .sorted()
    .filter(({ section: term }) => !known.has(term))
    .slice(0, mostCompletions)
    .map(({ section: term, score: frequency }) => ({ term, weight, frequency, kind: 'completion' }))
}

function correctedForms(index: SearchIndex, words: readonly string[]): Forms {
  return words.flatMap((word, rank) =>
    word.includes(' ')
      ? []
      : exactForms(index, word)
          .filter((form) => form.kind !== 'root')
          .map((form) => ({ ...form, weight: weights.correction ** (rank + 1) })),
  )
}
