/** An index as it is asked: views into the file's own bytes; nothing is parsed but a page of JSON. */
import { failure, success, type Outcome } from '../model/outcome.ts'
import { Alphabet } from './alphabet.ts'
import { Dictionary } from './dictionary.ts'
import { fieldCount } from './fields.ts'
import { readParts, several, type IndexFailure, type Parts } from './layout.ts'
import { dimensionsFor } from './latent.ts'
import { decodeMeta, type Meta } from './meta.ts'
import { readFrequency, readLists, type PostingList } from './postings.ts'
import { Sections, words } from './sections.ts'

export type { IndexFailure } from './layout.ts'

export class SearchIndex {
  readonly meta: Meta
  readonly sections: Sections
  readonly terms: Dictionary
  /** Words as they stand in the text, folded. */
  readonly surfaces: Dictionary
  readonly postings: Uint8Array
  readonly positions: Uint8Array
  readonly #termStarts: Uint32Array
  readonly #positionStarts: Uint32Array
  readonly #surfaceTerms: Uint32Array
  readonly #moreTerms: Uint32Array
  readonly #lengths: Uint16Array
  /** What sections are about: see latent.ts. */
  readonly vectors: Int8Array

  constructor(parts: Parts, meta: Meta) {
    const alphabet = new Alphabet(meta.alphabet)
    this.meta = meta
    this.sections = new Sections({ parts, languages: meta.sectionLanguages, sources: meta.sources })
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
    this.positions = parts.positions
    this.#termStarts = words(parts.termStarts)
    this.#positionStarts = words(parts.positionStarts)
    this.#surfaceTerms = words(parts.surfaceTerms)
    this.#moreTerms = words(parts.moreTerms)
    this.#lengths = new Uint16Array(
      parts.lengths.buffer,
      parts.lengths.byteOffset,
      parts.lengths.byteLength >> 1,
    )
    this.vectors = new Int8Array(parts.vectors.buffer, parts.vectors.byteOffset, parts.vectors.byteLength)
  }

  /** Where a term occurs, by field. */
  lists(term: number): PostingList[] {
    return readLists(
      this.postings,
      this.#termStarts[term] ?? 0,
      this.#positionStarts[term] ?? 0,
      this.sections.size,
    )
  }

  /** Sections that hold a term, about: the most of any field. */
  frequency(term: number): number {
    return readFrequency(this.postings, this.#termStarts[term] ?? 0, this.sections.size)
  }

  /** The only or first term of a surface form. */
  termOf(surface: number): number {
    const value = this.#surfaceTerms[surface] ?? 0
    return value < several ? value : (this.#moreTerms[value - several + 1] ?? 0)
  }

  /** Terms of a surface form. */
  termsOf(surface: number): Uint32Array {
    const value = this.#surfaceTerms[surface] ?? 0
    if (value < several) return this.#surfaceTerms.subarray(surface, surface + 1)
    const at = value - several
    return this.#moreTerms.subarray(at + 1, at + 1 + (this.#moreTerms[at] ?? 0))
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
  const meta = decodeMeta(parts.value.meta)
  if (!meta || !fits(parts.value, meta)) return failure({ kind: 'damaged' })
  return success(new SearchIndex(parts.value, meta))
}

/** A file whose checksum is right and whose parts still disagree was made by somebody else. */
function fits(parts: Parts, meta: Meta): boolean {
  const sections = parts.sectionStarts.length / 4
  return (
    parts.vectors.length === sections * dimensionsFor(sections) &&
    meta.averages.length === fieldCount &&
    parts.termStarts.length === meta.terms * 4 &&
    parts.positionStarts.length === meta.terms * 4 &&
    parts.surfaceTerms.length === meta.surfaces * 4 &&
    parts.sectionArticles.length === sections * 4 &&
    parts.sectionDates.length === sections * 4 &&
    parts.sectionTraits.length === sections * 2 &&
    parts.lengths.length === sections * fieldCount * 2
  )
}
