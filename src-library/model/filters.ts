/** What narrows a search, and the order of its hits: part of where a reader is, and of what can be printed. */
import type { ArticleKind } from './article.ts'
import type { SourceType } from './source.ts'

/** An empty list leaves its facet alone; values of one list widen, lists narrow. */
export type Filters = {
  readonly packs: readonly string[]
  readonly kinds: readonly ArticleKind[]
  /** Of the article's date, or of its facts-as-of date where it has none; 0 for neither. */
  readonly years: readonly number[]
  readonly languages: readonly string[]
  readonly sources: readonly SourceType[]
  /** Words must be in the section's heading (for the lead, the article's title). */
  readonly titleOnly: boolean
}

export const noFilters: Filters = {
  packs: [],
  kinds: [],
  years: [],
  languages: [],
  sources: [],
  titleOnly: false,
}

export const orders = ['relevance', 'newest'] as const
export type Order = (typeof orders)[number]
