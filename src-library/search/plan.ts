/**
 * What a query means to the indexes that are asked: each word with its terms and
 * its weight, phrases that must stand, alternatives, and what is left out. Made
 * over all packs at once, so that a word weighs the same everywhere.
 */
import type { Correction, Expansion, Marks } from './answer.ts'
import { analyse } from './analyzer.ts'
import type { SearchIndex } from './load.ts'
import { findPhrase, type PhraseMatches } from './phrase.ts'
import type { Query } from './query.ts'
import { exactForms, languagesOf, resolveWord, type Forms, type ResolvedWord } from './resolve.ts'
import { idf } from './score.ts'
import { isStopWord } from './stopwords.ts'
import { alternatives } from './synonyms.ts'
import { weights } from './weights.ts'

export type PlannedWord = ResolvedWord & {
  /** Its bit in a section's mask. */
  readonly bit: number
  readonly idf: number
  /** Where it stands in the query, for proximity. */
  readonly place: number
}

export type PlannedPhrase = {
  /** Where it stands in each index. */
  readonly matches: readonly PhraseMatches[]
  /** Bits it sets: its own, or those of the words it stands for. */
  readonly bits: number
  readonly weight: number
}

export type Plan = {
  readonly words: readonly PlannedWord[]
  /** Quoted: sections without them are no matches. */
  readonly phrases: readonly PlannedPhrase[]
  /** Synonyms and words taken apart: they count for the words they stand for. */
  readonly alternatives: readonly PlannedPhrase[]
  /** Sections with any of these are no matches. */
  readonly excluded: readonly PlannedPhrase[]
  /** Bits a match must have; and all there are. */
  readonly required: number
  readonly all: number
  readonly missing: readonly string[]
  readonly corrections: readonly Correction[]
  readonly expansions: readonly Expansion[]
  readonly marks: Marks
}

/** Bits of a mask; words past the last share it. */
const lastBit = 30

export function planQuery(indexes: readonly SearchIndex[], query: Query): Plan {
  let nextBit = 0
  const takeBit = (): number => (1 << Math.min(nextBit++, lastBit)) >>> 0
  const sections = indexes.reduce((sum, index) => sum + index.sections.size, 0)
  const languages = [...new Set(indexes.flatMap(languagesOf))].sort()

  const words: PlannedWord[] = []
  for (const { word, place, typing } of wantedWords(query, languages)) {
    const resolved = resolveWord(indexes, word, typing)
    words.push({ ...resolved, bit: takeBit(), idf: idf(sections, frequencyOf(resolved.forms)), place })
  }
  const find = (raws: readonly string[]): readonly PhraseMatches[] =>
    indexes.map((index) =>
      findPhrase(
        index,
        raws.map((raw) => stemTerms(index, raw)),
      ),
    )
  const phrases: PlannedPhrase[] = []
  const excluded: PlannedPhrase[] = []
  const markedPhrases: (readonly string[])[] = []
  for (const clause of query.clauses) {
    const raws = clause.kind === 'phrase' ? clause.words : [clause.word]
    if (clause.excluded) excluded.push({ matches: find(raws), bits: 0, weight: 0 })
    else if (clause.kind === 'phrase') {
      phrases.push({ matches: find(raws), bits: takeBit(), weight: weightOf(indexes, sections, raws) })
      markedPhrases.push(raws)
    }
  }
  const others: PlannedPhrase[] = []
  const expansions = new Map<string, string[]>()
  for (const other of alternatives(
    indexes,
    words.map((word) => word.raw),
  )) {
    const stoodFor = words.slice(other.from, other.to)
    const matches = find(other.words)
    if (matches.every((each) => each.sections.length === 0)) continue
    const bits = stoodFor.reduce((sum, word) => sum | word.bit, 0)
    others.push({
      matches,
      bits,
      weight: weights.synonym * stoodFor.reduce((sum, word) => sum + word.idf, 0),
    })
    expansions.set(other.said, [...(expansions.get(other.said) ?? []), other.means])
    markedPhrases.push(other.words)
  }
  for (const { correction, bit, idf: weight } of words) {
    if (!correction?.to.includes(' ')) continue
    const parts = correction.to.split(' ')
    others.push({ matches: find(parts), bits: bit, weight })
    markedPhrases.push(parts)
  }
  const expanded = new Set(others.map((other) => other.bits))
  const isMissing = (word: PlannedWord): boolean =>
    word.correction !== null || (word.forms.every((forms) => forms.length === 0) && !expanded.has(word.bit))
  return {
    words,
    phrases,
    alternatives: others,
    excluded,
    required: phrases.reduce((bits, phrase) => bits | phrase.bits, 0),
    all: [...words.map((word) => word.bit), ...phrases.map((phrase) => phrase.bits)].reduce(
      (sum, bit) => sum | bit,
      0,
    ),
    missing: words.filter(isMissing).map((word) => word.raw),
    corrections: words.flatMap((word) => word.correction ?? []),
    expansions: [...expansions].map(([from, to]) => ({ from, to })),
    marks: marksOf(words, markedPhrases, languages),
  }
}

/** The words that are scored: stop words only when there is nothing else, each word once. */
function wantedWords(
  query: Query,
  languages: readonly string[],
): { word: string; place: number; typing: boolean }[] {
  const last = query.clauses.length - 1
  const all = query.clauses.flatMap((clause, place) =>
    clause.kind === 'word' && !clause.excluded
      ? [
          {
            word: clause.word,
            place,
            typing: query.typing && place === last,
            surface: analyse(clause.word, 'en').surface,
          },
        ]
      : [],
  )
  const distinct = [...new Map(all.map((entry) => [entry.surface, entry])).values()]
  const telling = distinct.filter(({ surface }) => !isStopWord(surface, languages))
  const hasPhrase = query.clauses.some((clause) => clause.kind === 'phrase' && !clause.excluded)
  return telling.length > 0 || hasPhrase ? telling : distinct
}

const frequencyOf = (forms: readonly Forms[]): number =>
  forms.reduce(
    (sum, each) =>
      sum + each.reduce((most, form) => Math.max(most, form.frequency * (form.weight === 1 ? 1 : 0.999)), 0),
    0,
  )

/** A phrase weighs as much as its words. */
const weightOf = (indexes: readonly SearchIndex[], sections: number, words: readonly string[]): number =>
  words.reduce(
    (sum, word) => sum + idf(sections, frequencyOf(indexes.map((index) => exactForms(index, word)))),
    0,
  )

/** Terms a word has in a phrase: not its first letters. */
const stemTerms = (index: SearchIndex, raw: string): number[] =>
  exactForms(index, raw)
    .filter((form) => !form.root)
    .map((form) => form.term)

function marksOf(
  words: readonly PlannedWord[],
  phrases: readonly (readonly string[])[],
  languages: readonly string[],
): Marks {
  const stems = (raw: string): string[] => [
    ...new Set(languages.flatMap((language) => termsOfWord(raw, language))),
  ]
  const single = phrases.filter((phrase) => phrase.length === 1).flat()
  const searched = words
    .flatMap((word) => (word.correction ? word.corrected : [word.raw]))
    .filter((word) => !word.includes(' '))
  return {
    languages,
    terms: [...new Set([...searched, ...single].flatMap(stems))].sort(),
    phrases: phrases.filter((phrase) => phrase.length > 1).map((phrase) => phrase.map(stems)),
    prefix: words.find((word) => word.prefix !== null)?.prefix ?? null,
  }
}

function termsOfWord(raw: string, language: string): string[] {
  const { stem, root, surface } = analyse(raw, language)
  return root === null ? [stem, surface] : [stem, surface, root]
}
