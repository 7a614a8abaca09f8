/** The form between a file of any format and a document of ours. */
import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { PiecePosition } from './pieces/place.ts'
import type { Refusal } from './refusal.ts'

export const formats = [
  'text',
  'markdown',
  'wikitext',
  'mediawiki',
  'html',
  'mht',
  'docx',
  'odt',
  'epub',
  'pdf',
  'csv',
] as const
export type Format = (typeof formats)[number]

/** The facts a reader of a format is given beside the file's bytes. */
export type ReadOptions = {
  /** The file's name without folders, for remarks and a title of last resort. */
  readonly name: string
  /** An encoding that the person named; null: find out. A label of the Encoding Standard. */
  readonly encoding: string | null
  /** Whether the document's text as it came is wanted, in pieces. */
  readonly came?: boolean
  /** The pages of a wiki's export that are wanted, by title; all of them where none is named. */
  readonly pages?: readonly string[]
}

/** What an import did, or could not do, in a sentence. Every word that is left out has one. */
export type Remark = {
  readonly code: RemarkCode
  readonly text: string
  readonly line?: number
  /** All words that are left out, where `text` shows their beginning alone. */
  readonly words?: string
}

/** The remark on words that are left out. */
export function leftOut(code: RemarkCode, words: string, what = 'Left out'): Remark {
  const plain = words.replace(/\s+/g, ' ').trim()
  return { code, text: `${what}: “${plain.slice(0, 80)}${plain.length > 80 ? '…' : ''}”`, words: plain }
}

export const remarkCodes = [
  'encoding-guessed',
  'encoding-declared-wrong',
  'double-encoded',
  'old-font',
  'letters-mended',
  'letters-lost',
  'boilerplate-nav',
  'boilerplate-form',
  'boilerplate-share',
  'boilerplate-related',
  'boilerplate-site',
  'boilerplate-low-text',
  'page-kept-whole',
  'page-title',
  'heading-suggested',
  'heading-level-closed',
  'table-spans-filled',
  'table-is-layout',
  'table-not-read',
  'note-without-text',
  'image-remote',
  'image-kind',
  'image-caption',
  'formula',
  'template-dropped',
  'hidden-text',
  'tracked-changes',
  'comments-left-out',
  'header-footer',
  'no-date',
  'scanned-page',
  'secret-properties',
  'wiki-parts',
  'markup-left',
  'words-lost',
] as const
export type RemarkCode = (typeof remarkCodes)[number]

/**
 * What the reader of one format makes of a file. The tree is HTML's, because each format has a
 * well-known way there; one converter makes Markdown of it.
 *
 * A note is written with two elements of our own: `note-mark` with an `id` where it is called,
 * and `note-text` with the same `id` anywhere in the body.
 */
export type Draft = {
  readonly title: string | null
  /** BCP 47. */
  readonly language: string | null
  readonly date: string | null
  readonly author: string | null
  /** The site or publisher. */
  readonly site: string | null
  readonly address: string | null
  /** What text was decoded with; null where the format has its own. */
  readonly encoding: string | null
  readonly tree: Hast
  /** All that the document shows, where the tree is a part of it. */
  readonly whole?: Hast
  /** Image files by the `src` that the tree names. */
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly remarks: readonly Remark[]
}

export const emptyDraft: Omit<Draft, 'tree'> = {
  title: null,
  language: null,
  date: null,
  author: null,
  site: null,
  address: null,
  encoding: null,
  images: new Map(),
  remarks: [],
}

/** Reads bytes of one format. */
export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Outcome<Draft, Refusal>>

/** Reads a file that may hold several documents; the first is the file's own. */
export type ManyReader = (bytes: Uint8Array, options: ReadOptions) => Outcome<readonly Draft[], Refusal>

/** A paragraph, a heading, an item or a row of a document as it came. */
export type Piece = {
  readonly text: string
  /** Whether it is in the Markdown. */
  readonly isKept: boolean
  /** Why the import left it out; null for a kept piece, and for one that a person left out. */
  readonly code: RemarkCode | null
  readonly place?: PiecePosition
}

/** A document that was brought in. */
export type ImportedDocument = Omit<Draft, 'tree' | 'title' | 'whole'> & {
  /** Empty where the file has none. */
  readonly title: string
  readonly format: Format
  /** The body in our Markdown, without front matter. */
  readonly markdown: string
  /** What the Markdown parses to, without positions. */
  readonly tree: Mdast
  /** Where it was asked for. */
  readonly came?: readonly Piece[]
}

/** What a file held: its document, and the other ones of a wiki's export. */
export type ImportedFile = ImportedDocument & { readonly more: readonly ImportedDocument[] }
