/**
 * Packs that the reader makes of documents of her own, as main and the page speak of them. A pack in work is a folder
 * of Markdown in `own/<id>`, that any editor can open; main alone reads and writes it, and names every file in it.
 */
import * as v from 'valibot'
import { articleKinds, type ArticleKind } from '../src-library/model/article.ts'

/** Why a file can't be brought in. */
export const ownRefusals = [
  /** Of a kind that can't be read. */
  'unknown-kind',
  /** A Word file of before 2007, a spreadsheet, a picture and so on: `needs` says as what it has to be saved. */
  'save-as',
  /** Pages that are pictures. */
  'scanned',
  'protected',
  'damaged',
  'empty',
  'too-large',
  /** It takes longer or more memory than any honest document. */
  'too-much',
  /** The same bytes are in the pack already. */
  'already-here',
  /** The system does not hand the file out. */
  'gone',
  'too-many',
] as const
export type OwnRefusalKind = (typeof ownRefusals)[number]

export type RefusedFile = { readonly file: string; readonly kind: OwnRefusalKind; readonly needs?: string }

/** What the importer says of a document: a code of `remarkCodes`, and the words or numbers that it is about. */
export type OwnRemark = { readonly code: string; readonly text: string; readonly words: string }

export const passOnAnswers = ['unanswered', 'yes', 'no'] as const

/** A document of a pack in work. */
export type OwnDocument = {
  readonly id: string
  /** The name of the file that it came from. */
  readonly file: string
  readonly title: string
  readonly kind: ArticleKind
  /** BCP 47; null where it is not known. */
  readonly language: string | null
  /** `2026-11-30` or a beginning of that. */
  readonly date: string | null
  readonly publisher: string
  readonly address: string
  readonly words: number
  /** Pieces of text that are left out. */
  readonly dropped: number
  readonly remarks: readonly OwnRemark[]
  readonly isLookedThrough: boolean
  readonly passOn: (typeof passOnAnswers)[number]
}

export type OwnAbout = {
  readonly title: string
  readonly edition: string
  readonly publisher: string
  readonly language: string
  readonly licence: string
}

/**
 * `draft`: never saved. `shown`: in the library as it is. `changed`: in the library as it was saved last, and changed
 * since. `damaged`: its folder can't be read as a pack; it is left as it is.
 */
export const ownStates = ['draft', 'shown', 'changed', 'damaged'] as const

export type OwnPackLine = {
  readonly id: string
  readonly title: string
  readonly documents: number
  readonly state: (typeof ownStates)[number]
  /** The day of the last change. */
  readonly changed: string
}

export type OwnPack = OwnPackLine & {
  readonly about: OwnAbout
  /** Null if it was never signed on this computer. */
  readonly signed: SignedEdition | null
  readonly content: readonly OwnDocument[]
  /** Where the folder of Markdown lies, to be told to the reader. */
  readonly folder: string
}

/** What a copy for others lacks, by the documents' titles. */
export type CopyRemarks = {
  /** Documents that stay on this computer. */
  readonly leftOut: readonly string[]
  /** Links to them that are plain text in the copy. */
  readonly unlinked: readonly { readonly document: string; readonly to: string }[]
}

/** The signed edition that was made last. */
export type SignedEdition = {
  readonly sequence: number
  readonly edition: string
  /** ISO day. */
  readonly made: string
  readonly publicKey: string
}

/** The folder of Markdown, copied. */
export type ExportedCopy = CopyRemarks & { readonly path: string }

/** A piece of the text as it came, in order. Pieces are paragraphs, headings, list items, rows. */
export type CamePiece = {
  readonly id: number
  readonly text: string
  /** Whether it will be read. */
  readonly isKept: boolean
  /** Why it is left out: the code of a remark; null for a kept piece and for one that the reader left out. */
  readonly code: string | null
}

/** A heading of the text as it will be read. */
export type OwnHeading = { readonly index: number; readonly level: number; readonly text: string }

/** A way to read the bytes as letters. */
export type Reading = { readonly encoding: string; readonly sample: string; readonly isChosen: boolean }

export type OwnProblem = {
  /** The document; null for the pack's own settings. */
  readonly document: string | null
  readonly severity: 'error' | 'warning'
  /** A code of the compiler. */
  readonly code: string
  /** The compiler's own words, in English. */
  readonly text: string
  /** In the Markdown, from 1; null where it has no line. */
  readonly line: number | null
}

export type OwnLook = {
  readonly document: OwnDocument
  /** Rises with each change. An edit that names an older one is refused as `stale`. */
  readonly version: number
  readonly came: readonly CamePiece[]
  readonly headings: readonly OwnHeading[]
  /** More than one only where letters can be read in several ways. */
  readonly readings: readonly Reading[]
  /** The body, without front matter. */
  readonly markdown: string
  /** The compiled article, and the compiled pack with its sources, as files of a pack (`src-library/format`). Null while it has errors. */
  readonly article: { readonly article: Uint8Array; readonly pack: Uint8Array } | null
  readonly problems: readonly OwnProblem[]
  readonly canUndo: boolean
  /** Whether the piece that the last edit brought back is a paragraph behind its place. */
  readonly isBehind: boolean
}

const short = v.pipe(v.string(), v.maxLength(1_000))
const index = v.pipe(v.number(), v.integer(), v.minValue(0))

export const ownEditSchema = v.variant('kind', [
  /** Brings a piece that is left out back to its place. */
  v.strictObject({ kind: v.literal('restore'), piece: index }),
  v.strictObject({ kind: v.literal('leaveOut'), piece: index }),
  /** Makes a heading of a paragraph. */
  v.strictObject({
    kind: v.literal('asHeading'),
    piece: index,
    level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)),
  }),
  /** Level 0 makes a paragraph of it. */
  v.strictObject({
    kind: v.literal('heading'),
    index,
    level: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  }),
  v.strictObject({ kind: v.literal('encoding'), encoding: short }),
  v.strictObject({ kind: v.literal('markdown'), text: v.pipe(v.string(), v.maxLength(4_000_000)) }),
  v.strictObject({
    kind: v.literal('facts'),
    title: short,
    articleKind: v.picklist(articleKinds),
    language: v.nullable(short),
    date: v.nullable(short),
    publisher: short,
    address: short,
  }),
  v.strictObject({ kind: v.literal('passOn'), answer: v.picklist(passOnAnswers) }),
  v.strictObject({ kind: v.literal('lookedThrough'), value: v.boolean() }),
  v.strictObject({ kind: v.literal('undo') }),
])
export type OwnEdit = v.InferOutput<typeof ownEditSchema>

export const ownAboutSchema: v.GenericSchema<unknown, OwnAbout> = v.strictObject({
  title: short,
  edition: short,
  publisher: short,
  language: short,
  licence: short,
})

export type OwnFailure = {
  /**
   * `not-found`: no such pack or document. `stale`: it was changed meanwhile; look again. `disk-full`, `read-only` and
   * `not-written`: nothing has changed. `damaged`: the folder can't be read. `errors`: the pack has mistakes that
   * keep it from being shown. `reserved`: an installed or shipped pack has this id. `nothing-to-pass-on`: the reader may
   * pass on none of the documents.
   */
  readonly kind:
    | 'not-found'
    | 'stale'
    | 'disk-full'
    | 'read-only'
    | 'not-written'
    | 'damaged'
    | 'errors'
    | 'reserved'
    | 'too-many'
    | 'nothing-to-pass-on'
    | 'cancelled'
}

/** What adding files has come to; one for each file, in order. */
export type AddedFiles = { readonly added: readonly string[]; readonly refused: readonly RefusedFile[] }

export const ownProgressSchema = v.strictObject({
  pack: v.string(),
  /** The file that is read now; empty at the end. */
  file: v.string(),
  done: index,
  total: index,
})
export type OwnProgress = v.InferOutput<typeof ownProgressSchema>

/** Bytes of a dropped document that cross in one call. */
export const ownPiece = 4 * 1024 ** 2
