/** `terms.json`: the concepts of a pack, in each of its languages. */
import * as v from 'valibot'
import type { Concept, ConceptWords } from '../model/concept.ts'
import type { Outcome } from '../model/outcome.ts'
import { decodeWith, distinct } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { inlines } from './inlines.ts'
import { encodeJson } from './json.ts'
import { anchor, filled, languageTag } from './scalars.ts'

const conceptWords: v.GenericSchema<unknown, ConceptWords> = v.object({
  language: languageTag,
  term: filled,
  also: v.array(filled),
  typed: v.exactOptional(v.array(filled)),
  avoid: v.array(v.object({ word: filled, why: v.string() })),
  means: inlines,
})

const concept: v.GenericSchema<unknown, Concept> = v.object({
  id: anchor,
  words: v.pipe(
    distinct(
      conceptWords,
      ({ language }) => language.toLowerCase(),
      'a list of words whose languages all differ',
    ),
    v.check((words) => words.length > 0, 'words in at least one language'),
  ),
  group: v.string(),
  note: v.string(),
  telling: v.boolean(),
})

const terms = distinct(concept, ({ id }) => id, 'a list of concepts whose ids all differ')

/** Reads the parsed JSON of `terms.json`. */
export function decodeTerms(value: unknown): Outcome<readonly Concept[], FormatFailure> {
  return decodeWith(terms, value)
}

/** The text of `terms.json`. */
export function encodeTerms(concepts: readonly Concept[]): string {
  return encodeJson(concepts)
}
