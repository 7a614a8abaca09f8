/**
 * What a search gives back, and what narrows it. Everything here is plain data:
 * it crosses from the worker to the page by structured clone.
 */
import type { ArticleKind, SectionAddress } from '../model/article.ts'
import type { PartialDate, SourceType } from '../model/source.ts'

/** `[start, end)` in UTF-16 code units of the text it belongs to. */
export type Range = { readonly start: number; readonly end: number }

export type { Filters, Order } from '../model/filters.ts'
export { noFilters } from '../model/filters.ts'

export type FacetCount<Value> = { readonly value: Value; readonly count: number }

/**
 * Sections behind each value of each facet, with the other facets' filters
 * applied and the facet's own left out: the number is what choosing the value
 * would show. Most frequent first; years newest first.
 */
export type Facets = {
  readonly pack: readonly FacetCount<string>[]
  readonly kind: readonly FacetCount<ArticleKind>[]
  readonly year: readonly FacetCount<number>[]
  readonly language: readonly FacetCount<string>[]
  readonly source: readonly FacetCount<SourceType>[]
}

/** A section in another language. */
export type SectionVersion = SectionAddress & { readonly language: string }

/** A section that answers a query, in the reader's language where it is there. It and its translations are one. */
export type FoundSection = SectionAddress & {
  readonly pack: string
  /** Its number in the pack's index. */
  readonly section: number
  readonly articleTitle: string
  readonly sectionTitle: string
  /** `2.1`; empty for the lead. */
  readonly number: string
  /** Titles from the article down to the section itself. */
  readonly path: readonly string[]
  readonly kind: ArticleKind
  readonly language: string
  /** The news item's date. */
  readonly date: PartialDate | null
  readonly factsAsOf: PartialDate | null
  /** Its other languages. */
  readonly versions: readonly SectionVersion[]
  /** Comparable within one answer only. */
  readonly score: number
}

/**
 * What an answer's words look like in any text: see `marksIn`. Holds analysed
 * terms, so that stems, folded letters, phrases and synonyms are marked by the
 * analyzer that found them.
 */
export type Marks = {
  /** Languages the searched indexes were analysed in. */
  readonly languages: readonly string[]
  /** Terms that are marked wherever they occur. */
  readonly terms: readonly string[]
  /** Sequences of words, each word as its possible terms, marked only as a whole. */
  readonly phrases: readonly (readonly (readonly string[])[])[]
  /** Folded beginning of a word; the last word while it is being typed. */
  readonly prefix: string | null
}

export const noMarks: Marks = { languages: [], terms: [], phrases: [], prefix: null }

export type Correction = { readonly from: string; readonly to: string }
export type Expansion = { readonly from: string; readonly to: readonly string[] }

export type SearchResult = {
  readonly text: string
  /** Sections that hold at least one of the words, after filters. */
  readonly total: number
  /** Those of them that hold every word. */
  readonly complete: number
  /**
   * How many of the first hits have the typed words. The others have related words, or are word lists. Equals `total`
   * if related words match only a part of the query.
   */
  readonly exact: number
  readonly hits: readonly FoundSection[]
  readonly facets: Facets
  /** Words that occur nowhere, as typed. */
  readonly missing: readonly string[]
  /** The word searched in place of a missing one: spelling, keyboard layout, script. */
  readonly corrections: readonly Correction[]
  /** Synonyms searched as well. */
  readonly expansions: readonly Expansion[]
  /** Words of the library nearest to the missing ones, offered when nothing matched. */
  readonly nearest: readonly string[]
  readonly marks: Marks
}

/** Completions for a text that is being typed. */
export type Suggestion =
  /** The whole text with its last word completed. */
  | { readonly kind: 'words'; readonly text: string }
  /** A section whose heading matches. */
  | {
      readonly kind: 'section'
      readonly pack: string
      readonly article: string
      readonly anchor: string
      readonly title: string
      readonly path: readonly string[]
    }
