/** A pack: documents compiled and shipped together, with one edition and one licence statement. */
import type { ArticleKind, KeyFigure, SectionAddress, Translation } from './article.ts'
import type { Confidence } from './confidence.ts'
import type { Desk, ReadySet } from './desk.ts'
import type { DirectAnswer } from './directanswer.ts'
import type { PartialDate, Source } from './source.ts'

export type Licence = {
  readonly name: string
  /** Printed unchanged. */
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
  /** A news item's; empty for encyclopedia articles. */
  readonly keyFigures: readonly KeyFigure[]
}

export type ContentsGroup = {
  /** In the pack's language; empty for the articles that no group names. */
  readonly title: string
  /** The same in other languages, each once. */
  readonly titles: readonly { readonly language: string; readonly title: string }[]
  readonly articles: readonly ArticleEntry[]
}

/** A pack's name and licence in another language; a null statement is that of the pack's own language. */
export type PackName = {
  /** BCP 47. */
  readonly language: string
  readonly title: string
  readonly statement: string | null
}

/** Everything about a pack but its texts: what Home and the contents need. */
export type Pack = {
  readonly id: string
  readonly title: string
  /** In other languages, each once; absent where there are none. */
  readonly names?: readonly PackName[]
  readonly edition: string
  readonly language: string
  readonly factsAsOf: PartialDate | null
  readonly publisher: string
  readonly licence: Licence | null
  /** The section that is printed behind a sheet when help numbers are asked for. */
  readonly help: SectionAddress | null
  /** In the order of the articles' ids, and within one as the author wrote them. */
  readonly answers: readonly DirectAnswer[]
  readonly desk: Desk
  readonly sets: readonly ReadySet[]
  readonly moved: readonly Move[]
  /** Encyclopedia articles, grouped and in order, each followed by its translations. */
  readonly contents: readonly ContentsGroup[]
  /** News, newest first. */
  readonly news: readonly ArticleEntry[]
  /** By id, sorted by id. */
  readonly sources: readonly Source[]
  /**
   * The reader made it here of documents that were not checked, which is said wherever it appears. The library knows
   * it from where the pack lies; no file of a pack can say or deny it.
   */
  readonly isOwn?: true
}

/** An address that an earlier edition had, and where it leads now. */
export type Move = {
  /** `anchor` is null where the whole article moved. */
  readonly from: { readonly article: string; readonly anchor: string | null }
  /** A section of this edition. */
  readonly to: SectionAddress
}
