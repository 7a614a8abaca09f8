/** The data kept of a pack in work besides its Markdown. It may be lost: the Markdown alone is a whole pack. */
import * as v from 'valibot'
import { passOnAnswers } from '../../src-bridge/own.ts'
import { highestSequence } from '../../src-library/format/packhead.ts'
import { articleKinds } from '../../src-library/model/article.ts'
import type { StoredFormat } from '../userdata/envelope.ts'
import { factsSchema, pieceSchema, readingSchema, remarkSchema } from './tasks.ts'

const shownSchema = v.object({
  /** The state of the Markdown when it was compiled. */
  state: v.string(),
  /** The folder in `compiled`. */
  folder: v.pipe(v.string(), v.regex(/^[0-9a-f]{12}$/)),
})

/** Of the signed edition that was made last. Nothing here is secret. */
const signedSchema = v.object({
  sequence: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(highestSequence)),
  made: v.pipe(v.string(), v.isoDate()),
  edition: v.string(),
  key: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
})

/** `work.json`. */
export type PackWork = {
  /** What the library shows; null if it was never saved. */
  readonly shown: v.InferOutput<typeof shownSchema> | null
  /** Null if it was never signed. Files of before there was signing do not say. */
  readonly signed: v.InferOutput<typeof signedSchema> | null
}

export const packWorkFormat: StoredFormat<PackWork> = {
  name: 'work',
  version: 1,
  schema: v.object({
    shown: v.nullable(shownSchema),
    signed: v.fallback(v.nullable(signedSchema), null),
  }),
}

export const newPackWork: PackWork = { shown: null, signed: null }

const kindSchema = v.picklist(articleKinds)
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** A document before a change. */
const beforeSchema = v.object({
  kind: kindSchema,
  markdown: v.string(),
  /** Of each piece: whether it is kept, or else the code why not; false where the reader left it out. */
  pieces: v.array(v.union([v.boolean(), v.string()])),
  /** Where the facts changed. */
  facts: v.nullable(factsSchema),
  /** Where the letters were read in another way. */
  reading: v.nullable(
    v.object({
      encoding: v.nullable(v.string()),
      remarks: v.array(remarkSchema),
      pieces: v.array(pieceSchema),
    }),
  ),
})
export type EarlierDocument = v.InferOutput<typeof beforeSchema>

const documentSchema = v.object({
  id: v.string(),
  /** The name of the file that it came from. */
  file: v.string(),
  /** The number of that file in `came`; null for a document that a person put into the folder. */
  came: v.nullable(count),
  /** Which of the documents in that file. */
  part: count,
  /** SHA-256 of that file. */
  sum: v.string(),
  encoding: v.nullable(v.string()),
  remarks: v.array(remarkSchema),
  pieces: v.array(pieceSchema),
  readings: v.array(readingSchema),
  isLookedThrough: v.boolean(),
  passOn: v.picklist(passOnAnswers),
  version: count,
  /** SHA-256 of the Markdown that the pieces were compared with. */
  of: v.string(),
  /** The last change last. */
  undo: v.array(beforeSchema),
  removed: v.nullable(v.object({ kind: kindSchema, markdown: v.string(), at: v.number() })),
})
/** `work/document-<number>.json`. */
export type DocumentWork = v.InferOutput<typeof documentSchema>

export const documentFormat = (number: number): StoredFormat<DocumentWork | null> => ({
  name: `document-${number}`,
  version: 1,
  schema: documentSchema,
})

export const newDocument = (id: string, file: string): DocumentWork => ({
  id,
  file,
  came: null,
  part: 0,
  sum: '',
  encoding: null,
  remarks: [],
  pieces: [],
  readings: [],
  isLookedThrough: false,
  passOn: 'unanswered',
  version: 0,
  of: '',
  undo: [],
  removed: null,
})

/** Changes that can be taken back, and UTF-16 units of their texts together. */
const mostUndone = 50
const longestUndone = 3_000_000

/** With one more change to take back. Old ones are forgotten. */
export function withBefore(undo: readonly EarlierDocument[], before: EarlierDocument): EarlierDocument[] {
  const kept: EarlierDocument[] = []
  let length = 0
  for (const one of [before, ...undo.toReversed()]) {
    length += one.markdown.length + (one.reading?.pieces.reduce((sum, { text }) => sum + text.length, 0) ?? 0)
    if (kept.length >= mostUndone || (length > longestUndone && kept.length > 0)) break
    kept.unshift(one)
  }
  return kept
}

export const flagsOf = (pieces: DocumentWork['pieces']): EarlierDocument['pieces'] =>
  pieces.map(({ isKept, code }) => (isKept ? true : (code ?? false)))

export const withFlags = (
  pieces: DocumentWork['pieces'],
  flags: EarlierDocument['pieces'],
): DocumentWork['pieces'] =>
  pieces.map((piece, i) => {
    const flag = flags[i] ?? false
    return { ...piece, isKept: flag === true, code: typeof flag === 'string' ? flag : null }
  })
