/**
 * From the words of a query to terms of the indexes. A word that occurs in any
 * pack is taken as typed; while it is still being typed, its completions
 * count too. Only a word that occurs nowhere is corrected, so that a fuzzy match
 * never mixes into an exact one.
 */
import { analyse } from '../words/analyzer.ts'
import type { Correction } from '../result.ts'
import { asWritten, candidates } from './correct.ts'
import { exactForms, isKnown, type Form, type Forms } from './forms.ts'
import type { SearchIndex } from '../index/load.ts'
import { isSynonym, meanTheSame } from './synonyms.ts'
import { Top } from './top.ts'
import { weights } from './weights.ts'

export type ResolvedWord = {
  /** As typed. */
  readonly raw: string
  /** As it would be on the right layout and in the right script; a likely slip is left as it is. */
  readonly meant: string
  /** Each index's forms, in the order of the indexes. */
  readonly forms: readonly Forms[]
  /** The words searched in its place: several words mean a phrase. */
  readonly correction: Correction | null
  readonly corrected: readonly string[]
  /** Folded; the word is being typed and its completions were searched. */
  readonly prefix: string | null
  /** It is being typed and occurs nowhere: the beginning of a word. */
  readonly begun: boolean
}

const mostCompletions = 40

/** Resolves one word. `typing` looks for its completions too; a part of a word that some text has joined is not corrected. */
export function resolveWord(
  indexes: readonly SearchIndex[],
  raw: string,
  typing: boolean,
  isPart = false,
): ResolvedWord {
  const prefix = typing ? analyse(raw, 'en').surface : null
  const begun = prefix !== null && indexes.every((index) => index.surfaces.find(prefix) === -1)
  const forms = indexes.map((index) => {
    const exact = exactForms(index, raw)
    if (prefix === null || (isInitials(raw) && isKnown(exact))) return exact
    const known = begun ? exact.map(asCompletion) : exact
    return [...known, ...completions(index, prefix, exact, begun)]
  })
  if (forms.some(isKnown)) return { raw, meant: raw, forms, correction: null, corrected: [], prefix, begun }
  const { words: near, sure } = isPart ? { words: [], sure: false } : candidates(indexes, raw, typing)
  const nearest = isSynonym(indexes, raw) ? near.filter((word) => meanTheSame(indexes, raw, word)) : near
  const [best] = nearest
  if (best === undefined)
    return { raw, meant: raw, forms, correction: null, corrected: [], prefix: null, begun }
  return {
    raw,
    prefix: null,
    begun,
    forms: indexes.map((index, i) => [...correctedForms(index, nearest), ...(forms[i] ?? [])]),
    meant: sure ? best : raw,
    correction: { from: raw, to: asWritten(indexes, best) },
    corrected: nearest,
  }
}

/** `U.S` is whole, though a point may follow. */
const isInitials = (raw: string): boolean => /^\p{L}\./u.test(raw)

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
