/** The terms of an index that a word means as it is typed, in any of the index's languages. */
import { analyse } from '../words/analyzer.ts'
import type { SearchIndex } from '../index/load.ts'

/** A term of one index for a word of the query. */
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

/** Terms of a word as typed: its surface form's, its stem's, its first letters'. */
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

/** First letters alone are no proof that a word occurs in an index. */
export const isKnown = (forms: Forms): boolean => forms.some((form) => form.kind !== 'root')

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
