/** An index as it is asked: views into the file's own bytes; nothing is parsed but a page of JSON. */
import { failure, success, type Outcome } from '../../model/outcome.ts'
import { Alphabet } from '../words/alphabet.ts'
import { baseLanguage } from '../words/analyzer.ts'
import { areTablesBounded, isMetaBounded, longestMeta } from './bounds.ts'
import { readClasses, type Classes } from './sectionclasses.ts'
import { Dictionary } from './dictionary.ts'
import { fieldCount } from './fields.ts'
import { readParts, type IndexFailure, type IndexParts } from './layout.ts'
import { dimensionsFor } from './latent.ts'
import { decodeMeta, type Meta } from './meta.ts'
import { readFrequency, readLists, type PostingList } from './postings.ts'
import { blocksOf, Records } from './records.ts'
import { Sections, words } from './sections.ts'
import { Spellings } from './spellings.ts'
import { SurfaceTerms } from './surfaceterms.ts'

export type { IndexFailure } from './layout.ts'

export class SearchIndex {
  readonly meta: Meta
  /** The languages a query word may be in: those of the sections, and those of single words among them. */
  readonly languages: readonly string[]
  readonly sections: Sections
  readonly terms: Dictionary
  /** Words as they are in the text, folded. */
  readonly surfaces: Dictionary
  readonly postings: Uint8Array
  readonly #records: Records
  readonly #surfaceTerms: SurfaceTerms
  readonly #spellings: Spellings
  readonly #lengths: Uint16Array
  /** What sections are about: see latent.ts. */
  readonly vectors: Int8Array

  constructor(parts: IndexParts, meta: Meta, classes: Classes) {
    const alphabet = new Alphabet(meta.alphabet)
    this.meta = meta
    this.languages = meta.languages.length > 0 ? meta.languages.map(baseLanguage) : ['en']
    this.sections = new Sections({ parts, languages: meta.sectionLanguages, sources: meta.sources }, classes)
    this.terms = new Dictionary(
      meta.terms,
      { blocks: words(parts.termBlocks), bytes: parts.termBytes },
      alphabet,
    )
    this.surfaces = new Dictionary(
      meta.surfaces,
      { blocks: words(parts.surfaceBlocks), bytes: parts.surfaceBytes },
      alphabet,
    )
    this.postings = parts.postings
    this.#records = new Records(meta.terms, { starts: words(parts.postingStarts), bytes: parts.postings })
    this.#surfaceTerms = new SurfaceTerms(meta.surfaces, meta.terms, {
      starts: words(parts.surfaceTermStarts),
      bytes: parts.surfaceTerms,
    })
    this.#spellings = new Spellings({ bytes: parts.spellings, letters: meta.letters })
    this.#lengths = new Uint16Array(
      parts.lengths.buffer,
      parts.lengths.byteOffset,
      parts.lengths.byteLength >> 1,
    )
    this.vectors = new Int8Array(parts.vectors.buffer, parts.vectors.byteOffset, parts.vectors.byteLength)
  }

  /** Where a term occurs, by field. */
  lists(term: number): PostingList[] {
    return readLists(this.postings, this.#records.startOf(term), this.sections.size)
  }

  /** Sections that hold a term, about: the most of any field. */
  frequency(term: number): number {
    return readFrequency(this.postings, this.#records.startOf(term), this.sections.size)
  }

  /** A surface form as it is mostly written in the sections, in small letters. */
  spelling(surface: number): string {
    return this.#spellings.of(surface, this.surfaces.wordAt(surface))
  }

  /** The only or first term of a surface form. */
  termOf(surface: number): number {
    return this.#surfaceTerms.first(surface)
  }

  /** Whether a surface form has more terms than `termOf` tells. */
  hasMoreTerms(surface: number): boolean {
    return this.#surfaceTerms.hasMore(surface)
  }

  /** Terms of a surface form. */
  termsOf(surface: number): readonly number[] {
    return this.#surfaceTerms.all(surface)
  }

  /** Length of a field of each section, in terms. */
  lengths(field: number): Uint16Array {
    return this.#lengths.subarray(field * this.sections.size, (field + 1) * this.sections.size)
  }
}

/** Reads an index. Refuses one that is cut, changed, foreign, or of another version. */
export function loadIndex(bytes: Uint8Array): Outcome<SearchIndex, IndexFailure> {
  const parts = readParts(bytes)
  if (!parts.ok) return parts
  if (parts.value.meta.length > longestMeta) return failure({ kind: 'damaged' })
  const meta = decodeMeta(parts.value.meta)
  if (!meta || !fits(parts.value, meta)) return failure({ kind: 'damaged' })
  const { sectionClasses, classes, sectionStarts } = parts.value
  const read = readClasses(sectionClasses, classes, sectionStarts.length / 4, meta)
  return read ? success(new SearchIndex(parts.value, meta, read)) : failure({ kind: 'damaged' })
}

/** A file whose checksum is right and whose parts still disagree was made by somebody else. */
function fits(parts: IndexParts, meta: Meta): boolean {
  const sections = parts.sectionStarts.length / 4
  return (
    parts.vectors.length === sections * dimensionsFor(sections) &&
    meta.averages.length === fieldCount &&
    parts.postingStarts.length === blocksOf(meta.terms) * 4 &&
    parts.surfaceTermStarts.length === blocksOf(meta.surfaces) * 4 &&
    parts.sectionDates.length === sections * 4 &&
    areOriginals(words(parts.originals), sections) &&
    parts.lengths.length === sections * fieldCount * 2 &&
    areTablesBounded(parts) &&
    isMetaBounded(meta, parts)
  )
}

/** Each an original itself: a translation is made of no translation. */
function areOriginals(originals: Uint32Array, sections: number): boolean {
  if (originals.length === 0) return true
  return (
    originals.length === sections && originals.every((each) => each < sections && originals[each] === each)
  )
}
