/**
 * The work on documents that a hostile hand may have made, as tasks for isolated processes: reading them, changing
 * their Markdown, and compiling. Main knows these shapes alone, and no parser.
 */
import * as v from 'valibot'
import { ownRefusals } from '../../src-bridge/own.ts'
import { isArticleId, isPackPath } from '../../src-library/format/paths.ts'
import { articleKinds } from '../../src-library/model/article.ts'
import { task } from '../../src-isolated/task.ts'

/** Signs of a line of an answer. */
export const longestLine = 4_000

const line = v.pipe(v.string(), v.maxLength(longestLine))
const text = v.pipe(v.string(), v.maxLength(16_000_000))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Where a piece was in its document: `pieces/place.ts` of the compiler says what each part means. */
const placeSchema = v.variant('kind', [
  v.object({ kind: v.literal('heading'), level: count }),
  v.object({
    kind: v.literal('item'),
    group: count,
    depth: count,
    isNumbered: v.boolean(),
    item: count,
    below: v.nullable(count),
  }),
  v.object({ kind: v.literal('row'), group: count, cells: v.array(text) }),
  v.object({ kind: v.literal('quotation'), group: count }),
  v.object({ kind: v.literal('note'), group: count, id: text, calledBy: v.nullable(count) }),
  v.object({ kind: v.literal('inside'), group: count }),
])

export const pieceSchema = v.object({
  text,
  isKept: v.boolean(),
  code: v.nullable(line),
  place: v.exactOptional(placeSchema),
})
export const remarkSchema = v.object({ code: line, text: line, words: text })
export const readingSchema = v.object({ encoding: line, sample: line })
const pieces = v.pipe(v.array(pieceSchema), v.maxLength(30_000))

/** A document as it came, ready to be put into the pack. */
export const readDocumentSchema = v.object({
  id: v.pipe(v.string(), v.check(isArticleId)),
  kind: v.picklist(articleKinds),
  markdown: text,
  /** Lines of `sources.yaml`. */
  source: line,
  /** By path in the pack. */
  figures: v.map(
    v.pipe(
      v.string(),
      v.check((path) => isPackPath(path) && path.startsWith('figures/')),
    ),
    v.instance(Uint8Array),
  ),
  encoding: v.nullable(line),
  remarks: v.pipe(v.array(remarkSchema), v.maxLength(100_000)),
  pieces,
  readings: v.pipe(v.array(readingSchema), v.maxLength(20)),
})
export type ReadDocument = v.InferOutput<typeof readDocumentSchema>

/** The bytes are a file's. */
export const importTask = task({
  name: 'own-import',
  input: v.object({
    name: v.string(),
    encoding: v.nullable(v.string()),
    /** Ids that are in the pack. */
    taken: v.array(v.string()),
    /** Of the pack. */
    language: v.string(),
  }),
  answer: v.variant('kind', [
    v.object({
      kind: v.literal('refused'),
      because: v.picklist(ownRefusals),
      needs: v.exactOptional(line),
    }),
    v.object({
      kind: v.literal('read'),
      documents: v.pipe(v.array(readDocumentSchema), v.minLength(1), v.maxLength(2_000)),
    }),
  ]),
})

export const factsSchema = v.object({
  title: line,
  language: v.nullable(line),
  date: v.nullable(line),
  publisher: line,
  address: line,
  words: count,
})
export type DocumentFacts = v.InferOutput<typeof factsSchema>

/** What documents say of themselves, in their order. No bytes. */
export const factsTask = task({
  name: 'own-facts',
  input: v.object({
    sources: v.string(),
    documents: v.array(v.object({ id: v.string(), markdown: v.string() })),
  }),
  answer: v.pipe(v.array(factsSchema), v.maxLength(10_000)),
})

export const changeSchema = v.variant('kind', [
  v.object({ kind: v.literal('restore'), piece: count }),
  v.object({ kind: v.literal('leaveOut'), piece: count }),
  v.object({ kind: v.literal('heading'), index: count, level: count }),
  v.object({ kind: v.literal('asHeading'), piece: count, level: count }),
  v.object({ kind: v.literal('body'), text }),
  /** Somebody else changed the Markdown: which pieces does it hold now? */
  v.object({ kind: v.literal('none') }),
])
export type TextChange = v.InferOutput<typeof changeSchema>

/** A change to a document's Markdown. Where it can't be made, the Markdown comes back as it was. No bytes. */
export const changeTask = task({
  name: 'own-change',
  input: v.object({ markdown: v.string(), pieces: v.array(pieceSchema), change: changeSchema }),
  /** `isBehind`: the piece that came back is a paragraph behind its place. */
  answer: v.object({ markdown: text, pieces, isBehind: v.boolean() }),
})

/** Other facts. Null where the front matter or the list of sources can't be read. No bytes. */
export const writeFactsTask = task({
  name: 'own-write-facts',
  input: v.object({
    id: v.string(),
    markdown: v.string(),
    sources: v.string(),
    /** Of the pack. */
    language: v.string(),
    facts: v.object({
      title: v.string(),
      kind: v.picklist(articleKinds),
      language: v.nullable(v.string()),
      date: v.nullable(v.string()),
      publisher: v.string(),
      address: v.string(),
    }),
  }),
  answer: v.nullable(v.object({ markdown: text, sources: text })),
})

/** Links to documents that stay behind become their words. By document: its Markdown, and ids that it led to. No bytes. */
export const unlinkTask = task({
  name: 'own-unlink',
  input: v.object({ gone: v.array(v.string()), markdowns: v.array(v.string()) }),
  answer: v.pipe(
    v.array(v.object({ markdown: text, to: v.pipe(v.array(line), v.maxLength(10_000)) })),
    v.maxLength(10_000),
  ),
})

export const problemSchema = v.object({
  document: v.nullable(v.pipe(v.string(), v.maxLength(200))),
  severity: v.picklist(['error', 'warning']),
  code: line,
  text,
  line: v.nullable(count),
})

/** The bytes are those of the files, one after the other. */
const files = v.array(v.object({ path: v.string(), bytes: count }))

export const lookTask = task({
  name: 'own-look',
  input: v.object({ id: v.string(), path: v.string(), files }),
  answer: v.object({
    body: text,
    headings: v.pipe(v.array(v.object({ index: count, level: count, text: line })), v.maxLength(100_000)),
    problems: v.pipe(v.array(problemSchema), v.maxLength(100_000)),
    /** The article and the pack, as compiled. */
    article: v.nullable(v.object({ article: v.instance(Uint8Array), pack: v.instance(Uint8Array) })),
  }),
})

export const compileTask = task({
  name: 'own-compile',
  input: v.object({ files, isShown: v.boolean() }),
  answer: v.object({
    problems: v.pipe(v.array(problemSchema), v.maxLength(100_000)),
    /** Null where there is an error, or where they are not wanted. */
    files: v.nullable(v.map(v.pipe(v.string(), v.check(isPackPath)), v.instance(Uint8Array))),
    hasErrors: v.boolean(),
  }),
})

/** Milliseconds and bytes of memory for one document. */
export const importLimits = { deadline: 60_000, memory: 1024 ** 3, attempts: 1 }
/** For changing one document, and for compiling a pack. */
export const editLimits = { deadline: 30_000, memory: 1024 ** 3, attempts: 1 }
export const compileLimits = { deadline: 600_000, memory: 1.5 * 1024 ** 3, attempts: 1 }
