/**
 * From sections to the terms and postings of the compact index. Words are lunr's tokens and become terms in lunr's
 * pipeline. The store is our own: `lunr.Builder` keeps an object for every term, field and section, which at 10,000
 * sections is 150 MB. `plain.test.ts` holds our store against `lunr.Index`: the same sections, scores and order.
 */
import lunr from 'lunr'
import { Alphabet } from '../words/alphabet.ts'
import { analyse, baseLanguage } from '../words/analyzer.ts'
import { ByteWriter } from './bytes.ts'
import { packDictionary } from './dictionary.ts'
import {
  askedField,
  bodyField,
  contextField,
  fieldCount,
  hasPositions,
  headingField,
  rootsField,
} from './fields.ts'
import type { IndexParts } from './layout.ts'
import { writePostings, type FieldPostings } from './postings.ts'
import { packRecords } from './records.ts'
import { wantsRoots } from '../words/stemmers.ts'
import { packSpellings } from './spellings.ts'
import { packSurfaceTerms } from './surfaceterms.ts'
import { eachWordIn, wordsIn } from '../words/words.ts'

/** A section as it is indexed. Sections are numbered as they are added, from 0. */
export type IndexedSection = {
  readonly language: string
  readonly heading: string
  readonly context: string
  readonly body: string
  /** Questions that it answers; not always in its own language. */
  readonly asked: readonly Question[]
}

/** A question in the words of a person who asks. `language` is a BCP 47 tag. */
export type Question = { readonly language: string; readonly text: string }

/** A term, and where it occurs. */
type Term = {
  readonly text: string
  readonly byField: (FieldPostings | null)[]
  /** Whether it is a single word's. Other terms are of several words. */
  isWord: boolean
}

/** A word as the pipeline reads it, which is asked once for each word of a language. */
type Known = {
  readonly term: Term
  /** How often its surface form is written as this word is; null for a root. */
  readonly way: { count: number } | null
}

/** A word at a place of a text, on its way through the pipeline. `surface` and `written` are known at its end. */
class WordToken extends lunr.Token {
  readonly language: string
  readonly field: number
  readonly position: number
  surface = ''
  written = ''

  constructor(word: string, position: number, language: string, field: number) {
    super(word, {})
    this.position = position
    this.language = language
    this.field = field
  }
}

/** The tokens of a field's text, in order. */
export const tokensOf = (text: string, language: string, field: number): lunr.Token[] =>
  wordsIn(text).map(({ raw, position }) => new WordToken(raw, position, language, field))

/** A function of lunr's pipeline: a word to its term; in the roots field, to its first letters. */
function toTerm(token: lunr.Token): lunr.Token | null {
  if (!(token instanceof WordToken)) return null
  const { stem, surface, written, root } = analyse(token.toString(), token.language)
  token.surface = surface
  token.written = written
  if (token.field !== rootsField) return token.update(() => stem)
  return root === null ? null : token.update(() => root)
}

// lunr warns of functions it could not name in a serialised pipeline; ours is never serialised.
lunr.Pipeline.registerFunction(toTerm, 'fieldshelf-term')

/** Turns the tokens of `tokensOf` into terms. */
export function termPipeline(): lunr.Pipeline {
  const pipeline = new lunr.Pipeline()
  pipeline.add(toTerm)
  return pipeline
}

export type PackedTerms = Pick<
  IndexParts,
  | 'termBlocks'
  | 'termBytes'
  | 'postingStarts'
  | 'postings'
  | 'surfaceBlocks'
  | 'surfaceBytes'
  | 'surfaceTermStarts'
  | 'surfaceTerms'
  | 'spellings'
  | 'lengths'
>

/** A text of one of a section's fields. */
export type FieldText = { readonly field: number; readonly language: string; readonly text: string }

/** The texts of a section's fields. A field may have several or none. */
export function fieldTexts({
  language,
  heading,
  context,
  body,
  asked,
}: IndexedSection): readonly FieldText[] {
  const own = (field: number, text: string): FieldText => ({ field, language, text })
  const questions = asked.map((question) => ({ field: askedField, ...question }))
  const rooted = [own(bodyField, body), ...questions].filter((each) =>
    wantsRoots(baseLanguage(each.language)),
  )
  return [
    own(headingField, heading),
    own(contextField, context),
    own(bodyField, body),
    ...questions,
    ...rooted.map((each) => ({ ...each, field: rootsField })),
  ]
}

export class PackedBuilder {
  readonly #pipeline = termPipeline()
  readonly languages = new Set<string>()
  readonly #terms = new Map<string, Term>()
  /** Terms of each surface form. */
  readonly #surfaces = new Map<string, Set<string>>()
  /** How often each surface form is written how. */
  readonly #written = new Map<string, Map<string, { count: number }>>()
  /** By language, then by word as it is written; null where the pipeline leaves nothing of it. */
  readonly #known = new Map<string, Map<string, Known | null>>()
  readonly #knownRoots = new Map<string, Map<string, Known | null>>()
  /** By section, then by field. */
  readonly #lengths: number[] = []
  #sections = 0

  /** Sections added. */
  get size(): number {
    return this.#sections
  }

  add(section: IndexedSection): void {
    this.languages.add(baseLanguage(section.language))
    for (const { language } of section.asked) this.languages.add(baseLanguage(language))
    const lengths = new Array<number>(fieldCount).fill(0)
    for (const one of fieldTexts(section)) lengths[one.field] = (lengths[one.field] ?? 0) + this.#addText(one)
    this.#lengths.push(...lengths)
    this.#sections += 1
  }

  /** Mean length of each field, in terms. */
  averages(): number[] {
    const sums = new Array<number>(fieldCount).fill(0)
    this.#lengths.forEach((length, i) => (sums[i % fieldCount] = (sums[i % fieldCount] ?? 0) + length))
    return sums.map((sum) => sum / Math.max(this.#sections, 1))
  }

  /** Terms by their ordinals, and surface forms by theirs, with everything about them as bytes. */
  pack(): {
    terms: readonly string[]
    surfaces: readonly string[]
    alphabet: Alphabet
    /** Those of `parts.spellings`. */
    letters: string
    parts: PackedTerms
  } {
    const alphabet = Alphabet.of([...this.#terms.keys(), ...this.#surfaces.keys()])
    const terms = sorted(this.#terms.keys(), alphabet)
    const surfaces = sorted(this.#surfaces.keys(), alphabet)
    const termDictionary = packDictionary(terms.map((term) => alphabet.encode(term)))
    const surfaceDictionary = packDictionary(surfaces.map((surface) => alphabet.encode(surface)))
    const postings = packRecords(
      terms.map((term) => {
        const record = new ByteWriter()
        writePostings(this.occurrences(term), record)
        return record.take()
      }),
    )
    const surfaceTerms = packSurfaceTerms(this.#termsOfSurfaces(surfaces, terms))
    const spellings = packSpellings(
      surfaces,
      surfaces.map((surface) => this.#mostlyWritten(surface)),
    )
    return {
      terms,
      surfaces,
      alphabet,
      letters: spellings.letters,
      parts: {
        termBlocks: bytesOf(termDictionary.blocks),
        termBytes: termDictionary.bytes,
        postingStarts: bytesOf(postings.starts),
        postings: postings.bytes,
        surfaceBlocks: bytesOf(surfaceDictionary.blocks),
        surfaceBytes: surfaceDictionary.bytes,
        surfaceTermStarts: bytesOf(surfaceTerms.starts),
        surfaceTerms: surfaceTerms.bytes,
        spellings: spellings.bytes,
        lengths: bytesOf(this.#packLengths()),
      },
    }
  }

  /** The postings of every term, for other computations. */
  occurrences(term: string): readonly (FieldPostings | null)[] {
    return this.#terms.get(term)?.byField ?? []
  }

  /** Whether a term is a word's; others say in one what the words they are made of say already. */
  isWord(term: string): boolean {
    return this.#terms.get(term)?.isWord ?? false
  }

  /**
   * Gives the text's length, in terms. Words that are also one, `co-operation`, are found by that, too. They stand wherever
   * one of the words does, so that a phrase may lead through them, and make the section no longer.
   */
  #addText({ text, language, field }: FieldText): number {
    const joined: { readonly raw: string; readonly position: number; readonly last: number }[] = []
    let length = 0
    eachWordIn(
      text,
      (raw, _start, _end, position) => {
        const known = this.#knownOf(raw, language, field)
        if (known === null) return
        length += 1
        known.term.isWord = true
        this.#occurs(known, position, field)
      },
      field === rootsField
        ? undefined
        : (raw, _start, _end, position, last) => {
            joined.push({ raw, position, last })
          },
    )
    for (const { raw, position, last } of joined) {
      const known = this.#knownOf(raw, language, field)
      for (let at = position; known !== null && at <= last; at++) this.#occurs(known, at, field)
    }
    return length
  }

  #knownOf(raw: string, language: string, field: number): Known | null {
    const tables = field === rootsField ? this.#knownRoots : this.#known
    let table = tables.get(language)
    if (!table) tables.set(language, (table = new Map()))
    let known = table.get(raw)
    if (known === undefined) table.set(raw, (known = this.#learn(raw, language, field)))
    return known
  }

  #learn(raw: string, language: string, field: number): Known | null {
    const [token] = this.#pipeline.run([new WordToken(raw, 0, language, field)])
    if (!(token instanceof WordToken)) return null
    const { surface, written } = token
    const text = token.toString()
    let term = this.#terms.get(text)
    if (!term) {
      term = { text, byField: new Array<FieldPostings | null>(fieldCount).fill(null), isWord: false }
      this.#terms.set(text, term)
    }
    if (field === rootsField) return { term, way: null }
    const stems = this.#surfaces.get(surface)
    if (stems) stems.add(text)
    else this.#surfaces.set(surface, new Set([text]))
    const ways = this.#written.get(surface) ?? new Map<string, { count: number }>()
    const way = ways.get(written) ?? { count: 0 }
    this.#written.set(surface, ways.set(written, way))
    return { term, way }
  }

  #occurs({ term, way }: Known, position: number, field: number): void {
    const postings = (term.byField[field] ??= { sections: [], counts: [], positions: [] })
    const last = postings.sections.length - 1
    const count = postings.sections[last] === this.#sections ? (postings.counts[last] ?? 0) : 0
    if (hasPositions(field) && !insertPosition(postings.positions, count, position)) return
    if (count > 0) postings.counts[last] = count + 1
    else {
      postings.sections.push(this.#sections)
      postings.counts.push(1)
    }
    if (way) way.count += 1
  }

  /** Of ways that are equally frequent, the first by its letters. */
  #mostlyWritten(surface: string): string {
    const ways = [...(this.#written.get(surface) ?? [])]
    return (
      ways.sort(([a, often], [b, oftener]) => oftener.count - often.count || (a < b ? -1 : 1))[0]?.[0] ??
      surface
    )
  }

  /** The terms of each surface form, ascending. */
  #termsOfSurfaces(surfaces: readonly string[], terms: readonly string[]): number[][] {
    const ordinals = new Map(terms.map((term, ordinal) => [term, ordinal]))
    return surfaces.map((surface) =>
      [...(this.#surfaces.get(surface) ?? [])].map((term) => ordinals.get(term) ?? 0).sort((a, b) => a - b),
    )
  }

  /** Field after field; lengths past 65,535 words are all alike. */
  #packLengths(): Uint16Array {
    const lengths = new Uint16Array(this.#lengths.length)
    this.#lengths.forEach((length, i) => {
      lengths[(i % fieldCount) * this.#sections + Math.floor(i / fieldCount)] = Math.min(length, 0xffff)
    })
    return lengths
  }
}

/** Puts a position into its place among the last `count`; false where it is there already. */
function insertPosition(positions: number[], count: number, position: number): boolean {
  let at = positions.length
  while (at > positions.length - count && (positions[at - 1] as number) > position) at--
  if (at > positions.length - count && positions[at - 1] === position) return false
  if (at === positions.length) positions.push(position)
  else positions.splice(at, 0, position)
  return true
}

function sorted(words: Iterable<string>, alphabet: Alphabet): string[] {
  return [...words]
    .map((word) => ({ word, key: alphabet.encode(word) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ word }) => word)
}

const bytesOf = (array: Uint16Array | Uint32Array): Uint8Array => new Uint8Array(array.buffer)
