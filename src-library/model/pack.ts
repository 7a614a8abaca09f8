/** A pack: documents compiled and shipped together, with one edition and one licence statement. */
import type { ArticleKind, KeyFigure, SectionAddress, Translation } from './article.ts'
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
  /** A news item's; empty for encyclopedia articles. */
  readonly keyFigures: readonly KeyFigure[]
}

/** How a number was checked: `documents` were read, or somebody rang it (`call`). */
export const numberChecks = ['documents', 'call'] as const
export type NumberCheck = (typeof numberChecks)[number]

/** A number to call, with what makes it fit to be shown by itself. */
export type HelpNumber = {
  /** As it is dialled and printed; it stands in the section's text. */
  readonly number: string
  /** Whose number it is, in one or more languages; never empty. */
  readonly names: readonly { readonly language: string; readonly name: string }[]
  /** What people type who want it, in any language. */
  readonly words: readonly string[]
  readonly checked: PartialDate
  readonly checkedBy: NumberCheck
  /** A source's id. */
  readonly source: string
  /** What the pack says about it. */
  readonly section: SectionAddress
}

export type ContentsGroup = {
  /** In the pack's language; empty for the articles that no group names. */
  readonly title: string
  /** The same in other languages, each once. */
  readonly titles: readonly { readonly language: string; readonly title: string }[]
  readonly articles: readonly ArticleEntry[]
}

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
  readonly helpNumbers: readonly HelpNumber[]
  /** Encyclopedia articles, grouped and in order, each followed by its translations. */
  readonly contents: readonly ContentsGroup[]
  /** News, newest first. */
  readonly news: readonly ArticleEntry[]
  /** By id, sorted by id. */
  readonly sources: readonly Source[]
}
