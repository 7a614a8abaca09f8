/**
 * The meaning of a query to the indexes: each word with its terms and
 * its weight, required phrases, alternatives, and excluded words. Made
 * over all packs at once, so that a word weighs the same everywhere.
 */
import type { Correction, Expansion, Marks } from '../result.ts'
import { analyse } from '../words/analyzer.ts'
import type { SearchIndex } from '../index/load.ts'
import { addMatches, findPhrase, nowhere, type PhraseMatches } from './phrase.ts'
import { longestText, type Clause, type JoinedForm, type Query } from './query.ts'
import { exactForms } from './forms.ts'
import { knownJoinedForms, waysToSay, withNumbersJoined } from './joined.ts'
import { marksOf } from './planmarks.ts'
import { averagesOf, weigh, weightOf } from './rarity.ts'
import { resolveWord, type ResolvedWord } from './resolve.ts'
import { isStopWord } from '../words/stopwords.ts'
import { alternatives } from './synonyms.ts'
import { weights } from './weights.ts'
import { wordsIn } from '../words/words.ts'

export type PlannedWord = ResolvedWord & {
  /** Its bit in a section's mask. */
  readonly bit: number
  readonly idf: number
  /** Its place in the query, for proximity. */
  readonly place: number
  /** The query's clauses that are this word, by their places. */
  readonly clauses: readonly number[]
}

export type PlannedPhrase = {
  /** Its place in each index. */
  readonly matches: readonly PhraseMatches[]
  /** Bits it sets: its own, or those of the words it replaces. */
  readonly bits: number
  readonly weight: number
  /** Share of the weight that counts where its words were found already. */
  readonly again: number
}

/** Another name of what some of the words say. */
export type RelatedPhrase = PlannedPhrase & {
  /** How many words it has. */
  readonly length: number
  readonly isTranslated: boolean
  /** Its weight in a section that has it in its heading: such a section is about it. */
  readonly namedWeight: number
}

export type Plan = {
  readonly words: readonly PlannedWord[]
  /** Quoted: sections without them are no matches. */
  readonly phrases: readonly PlannedPhrase[]
  /** Words that were split or joined: they count for the words they replace. */
  readonly standIns: readonly PlannedPhrase[]
  /** The same concept in other words. */
  readonly related: readonly RelatedPhrase[]
  /** Where words and phrases stand that a match must not hold, in each index. */
  readonly excluded: readonly (readonly PhraseMatches[])[]
  /** Bits a match must have; and all there are. */
  readonly required: number
  readonly all: number
  readonly missing: readonly string[]
  readonly corrections: readonly Correction[]
  readonly expansions: readonly Expansion[]
  readonly marks: Marks
  /** All words as typed, folded. */
  readonly surfaces: readonly string[]
  /** Mean length of each field over all packs, in terms. */
  readonly averages: readonly number[]
}

/** Bits of a mask; words past the last share it. */
const lastBit = 30

export function planQuery(indexes: readonly SearchIndex[], typed: Query): Plan {
  const query = withNumbersJoined(indexes, typed)
  const bits = new Bits()
  const sections = indexes.reduce((sum, index) => sum + index.sections.size, 0)
  const languages = [...new Set(indexes.flatMap((index) => index.languages))].sort()
  const quoted = readPhrases(indexes, query)
  const joined = knownJoinedForms(indexes, query)
  const words = wantedWords(query, quoted, languages).map(
    ({ word, place, clauses, typing, times }): PlannedWord => {
      const isPart = clauses.some((clause) => joined.some(({ from, to }) => clause >= from && clause < to))
      const resolved = resolveWord(indexes, word, typing, isPart)
      const { forms, rarity } = weigh(indexes, resolved.forms, sections)
      const idf = rarity * times ** weights.repeated
      return { ...resolved, forms, bit: bits.take(), idf, place, clauses }
    },
  )
  const phrases = quoted.found.map(({ words: raws, matches }): PlannedPhrase => ({
    matches,
    bits: bits.take(),
    weight: weightOf(indexes, sections, raws),
    again: weights.again,
  }))
  const synonyms = findSynonyms(indexes, words)
  const apart = wordsApart(indexes, words)
  const together = wordsTogether(indexes, joined, words, sections)
  const standIns = [...apart.phrases, ...together.phrases]
  const isMissing = (word: PlannedWord): boolean =>
    word.correction !== null ||
    (word.forms.every((forms) => forms.length === 0) &&
      ![...standIns, ...synonyms.phrases].some(({ bits: its }) => its & word.bit))
  return {
    words,
    surfaces: wordsIn(query.text.slice(0, longestText)).map(({ raw }) => analyse(raw, 'en').surface),
    phrases,
    standIns,
    related: synonyms.phrases,
    excluded: query.clauses
      .filter((clause) => clause.excluded)
      .map((clause) => (clause.kind === 'phrase' ? findAny(indexes, clause) : find(indexes, [clause.word]))),
    required: phrases.reduce((sum, phrase) => sum | phrase.bits, 0),
    all: bits.all,
    averages: averagesOf(indexes),
    missing: words.filter(isMissing).map((word) => word.raw),
    corrections: [...quoted.corrections, ...words.flatMap((word) => word.correction ?? [])],
    expansions: synonyms.expansions,
    marks: marksOf(
      words,
      [
        ...quoted.found.flatMap(({ words, joined }) => waysToSay(words, joined)),
        ...synonyms.said,
        ...apart.said,
        ...together.said,
      ],
      languages,
    ),
  }
}

/** Bits of a mask, one a word or phrase; those past the last share it. */
class Bits {
  all = 0
  #next = 0

  take(): number {
    const bit = 1 << Math.min(this.#next++, lastBit)
    this.all |= bit
    return bit
  }
}

const find = (indexes: readonly SearchIndex[], words: readonly string[]): readonly PhraseMatches[] =>
  indexes.map((index) =>
    findPhrase(
      index,
      words.map((word) => stemTerms(index, word)),
    ),
  )

/** Finds a phrase in any of the ways to write it. */
function findAny(indexes: readonly SearchIndex[], { words, joined }: Phrase): readonly PhraseMatches[] {
  const [first = [], ...more] = waysToSay(words, joined).map((way) => find(indexes, way))
  return first.map((matches, number) =>
    more.reduce((all, way) => addMatches(all, way[number] ?? nowhere), matches),
  )
}

type Phrase = Pick<Extract<Clause, { kind: 'phrase' }>, 'words' | 'joined'>

const isNowhere = (matches: readonly PhraseMatches[]): boolean =>
  matches.every((each) => each.sections.length === 0)

type Quoted = {
  readonly found: readonly (Phrase & { readonly matches: readonly PhraseMatches[] })[]
  /** Phrases that occur nowhere, in a query that also asks for other words: their words are searched one by one. */
  readonly loose: ReadonlySet<Clause>
  readonly corrections: readonly Correction[]
}

function readPhrases(indexes: readonly SearchIndex[], query: Query): Quoted {
  const hasWords = query.clauses.some((clause) => clause.kind === 'word' && !clause.excluded)
  const found: (Phrase & { readonly matches: readonly PhraseMatches[] })[] = []
  const loose = new Set<Clause>()
  const corrections: Correction[] = []
  for (const clause of query.clauses) {
    if (clause.kind !== 'phrase' || clause.excluded) continue
    const matches = findAny(indexes, clause)
    if (hasWords && isNowhere(matches)) {
      const text = clause.words.join(' ')
      loose.add(clause)
      corrections.push({ from: `“${text}”`, to: text })
    } else found.push({ words: clause.words, joined: clause.joined, matches })
  }
  return { found, loose, corrections }
}

type StandIns = { readonly phrases: readonly PlannedPhrase[]; readonly said: readonly (readonly string[])[] }

function findSynonyms(
  indexes: readonly SearchIndex[],
  words: readonly PlannedWord[],
): {
  readonly phrases: readonly RelatedPhrase[]
  readonly said: readonly (readonly string[])[]
  readonly expansions: readonly Expansion[]
} {
  const found = alternatives(
    indexes,
    words.map(({ meant }) => meant),
  )
    .map((other) => ({ ...other, matches: find(indexes, other.words) }))
    .filter(({ matches }) => !isNowhere(matches))
  const expansions = new Map<string, string[]>()
  for (const { said, means } of found) expansions.set(said, [...(expansions.get(said) ?? []), means])
  return {
    phrases: found.map(({ from, to, matches, isTranslated, words: { length } }) => {
      const stoodFor = words.slice(from, to)
      const rarity = stoodFor.reduce((sum, word) => sum + word.idf, 0)
      return {
        matches,
        length,
        isTranslated,
        bits: stoodFor.reduce((sum, word) => sum | word.bit, 0),
        weight: (isTranslated ? weights.translation : weights.synonym) * rarity,
        namedWeight: weights.relatedNamed * rarity,
        again: weights.again,
      }
    }),
    said: found.map((other) => other.words),
    expansions: [...expansions].map(([from, to]) => ({ from, to })),
  }
}

/** Corrections of two words, `tier2` to `tier 2`, are searched as phrases. */
function wordsApart(indexes: readonly SearchIndex[], words: readonly PlannedWord[]): StandIns {
  const apart = words.flatMap(({ correction, bit, idf: weight }) =>
    correction?.to.includes(' ') ? [{ said: correction.to.split(' '), bit, weight }] : [],
  )
  return {
    phrases: apart.map(({ said, bit, weight }) => ({
      matches: find(indexes, said),
      bits: bit,
      weight,
      again: weights.again,
    })),
    said: apart.map(({ said }) => said),
  }
}

/** Words that are one word in a text: it says all of them. */
function wordsTogether(
  indexes: readonly SearchIndex[],
  joined: readonly JoinedForm[],
  words: readonly PlannedWord[],
  sections: number,
): StandIns {
  const found = joined.flatMap(({ word: said, from, to }) => {
    const parts = words.filter(({ clauses }) => clauses.some((clause) => clause >= from && clause < to))
    if (parts.length === 0) return []
    const weight = Math.max(
      parts.reduce((sum, part) => sum + part.idf, 0),
      weightOf(indexes, sections, [said]),
    )
    return [{ said, weight, bits: parts.reduce((sum, part) => sum | part.bit, 0) }]
  })
  return {
    phrases: found.map(({ said, bits, weight }) => ({
      matches: find(indexes, [said]),
      bits,
      weight,
      again: 0,
    })),
    said: found.map(({ said }) => [said]),
  }
}

type WantedWord = {
  readonly surface: string
  /** As it was typed last, and where. */
  word: string
  place: number
  readonly clauses: number[]
  typing: boolean
  /** How often it was asked. */
  times: number
}

/** The words that are scored: stop words only when there is nothing else, each word once. */
function wantedWords(query: Query, { loose, found }: Quoted, languages: readonly string[]): WantedWord[] {
  const distinct = new Map<string, WantedWord>()
  let place = 0
  for (const [i, clause] of query.clauses.entries()) {
    const words = clause.kind === 'phrase' ? clause.words : [clause.word]
    if (!clause.excluded && (clause.kind === 'word' || loose.has(clause)))
      words.forEach((word, k) => {
        const { surface } = analyse(word, 'en')
        const known = distinct.get(surface) ?? {
          surface,
          word,
          place: 0,
          clauses: [],
          typing: false,
          times: 0,
        }
        known.word = word
        known.place = place + k
        known.clauses.push(i)
        known.typing = query.typing && i === query.clauses.length - 1
        known.times += 1
        distinct.set(surface, known)
      })
    place += words.length
  }
  const all = [...distinct.values()]
  const telling = all.filter(({ surface }) => !isStopWord(surface, languages))
  return telling.length > 0 || found.length > 0 ? telling : all
}

/** Terms a word has in a phrase: not its first letters. */
const stemTerms = (index: SearchIndex, raw: string): number[] =>
  exactForms(index, raw)
    .filter((form) => form.kind !== 'root')
    .map((form) => form.term)
