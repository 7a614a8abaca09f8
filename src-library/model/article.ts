/** Articles and their sections: the units of reading, and of searching, linking and printing. */
import type { Block, Heading } from './block.ts'
import type { Confidence } from './confidence.ts'
import type { Inline } from './inline.ts'
import type { PartialDate } from './source.ts'

export const articleKinds = ['encyclopedia', 'news'] as const
export type ArticleKind = (typeof articleKinds)[number]

/** Names a section of a pack: the article's id and the section's anchor. */
export type SectionAddress = { readonly article: string; readonly anchor: string }

/** The anchor of the text before an article's first heading. */
export const leadAnchor = 'lead'

export type Section = {
  /** Stable within the article; `lead` for the text before the first heading. */
  readonly anchor: string
  /** `2.1`; empty for the lead. */
  readonly number: string
  /** Depth 1 for the lead, whose heading is the article's title. */
  readonly heading: Heading
  /** The heading as plain text. */
  readonly title: string
  /** BCP 47. */
  readonly language: string
  /** The section's own blocks, without those of its subsections. */
  readonly blocks: readonly Block[]
  readonly factsAsOf: PartialDate | null
  readonly confidence: Confidence | null
  /** Ids of the sources cited here in order of first citation; the article's where none is cited. */
  readonly sources: readonly string[]
}

/** A remark of the author's own, set as a footnote. Numbered from 1 in order of first mark. */
export type Note = { readonly id: string; readonly children: readonly Block[] }

export type KeyFigure = { readonly value: string; readonly label: string; readonly source: string | null }

export type NewsDetails = {
  /** Null when the document does not say. */
  readonly date: PartialDate | null
  readonly summarised: PartialDate | null
  readonly leavesOut: readonly Inline[]
  readonly keyFigures: readonly KeyFigure[]
}

/** What makes an article a translation. Sections that say the same have the same anchor in both. */
export type Translation = {
  /** Id of the article it says again in another language; itself no translation. */
  readonly of: string
  /** Whether a native editor has read it. */
  readonly reviewed: boolean
}

/** Which source document an article was compiled from. */
export type Provenance = {
  /** Path inside the authored pack, with `/`. */
  readonly path: string
  /** SHA-256 of the document's bytes, in hexadecimal. */
  readonly sha256: string
}

export type Article = {
  readonly id: string
  readonly kind: ArticleKind
  readonly title: string
  readonly summary: string
  /** BCP 47. */
  readonly language: string
  readonly factsAsOf: PartialDate | null
  readonly translation: Translation | null
  /** Only for news. */
  readonly news: NewsDetails | null
  /** In document order, the lead first; never empty. */
  readonly sections: readonly Section[]
  readonly notes: readonly Note[]
  readonly related: readonly SectionAddress[]
  readonly provenance: Provenance
}
