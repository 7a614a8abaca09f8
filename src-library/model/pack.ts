/** A pack: documents compiled and shipped together, with one edition and one licence statement. */
import type { ArticleKind, SectionAddress, Translation } from './article.ts'
import type { Confidence } from './confidence.ts'
import type { PartialDate, Source } from './source.ts'

export type Licence = {
  readonly name: string
  /** Printed as it stands. */
  readonly statement: string
  readonly address: string | null
}

/** A line of the contents: enough to list and to address a section without reading its article. */
export type SectionEntry = {
  readonly anchor: string
  readonly number: string
  readonly title: string
  /** 1 for the lead. */
  readonly depth: number
  readonly confidence: Confidence | null
}

export type ArticleEntry = {
  readonly id: string
  readonly kind: ArticleKind
  readonly title: string
  readonly summary: string
  readonly language: string
  readonly factsAsOf: PartialDate | null
  /** The news item's date; null for encyclopedia articles. */
  readonly date: PartialDate | null
  readonly translation: Translation | null
  readonly sections: readonly SectionEntry[]
}

export type ContentsGroup = { readonly title: string; readonly articles: readonly ArticleEntry[] }

/** Everything about a pack but its texts: what Home and the contents need. */
export type Pack = {
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly language: string
  readonly factsAsOf: PartialDate | null
  readonly publisher: string
  readonly licence: Licence | null
  readonly help: SectionAddress | null
  /** Encyclopedia articles, grouped and in order, each followed by its translations. */
  readonly contents: readonly ContentsGroup[]
  /** News, newest first. */
  readonly news: readonly ArticleEntry[]
  /** By id, sorted by id. */
  readonly sources: readonly Source[]
}
