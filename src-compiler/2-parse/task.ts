/** The task of the isolated process: texts of documents go in, their trees come out. Both sides share it. */
import * as v from 'valibot'
import { articleKinds } from '../../src-library/model/article.ts'
import { task } from '../../src-isolated/task.ts'
import { codes, mostMessages } from '../diagnostics.ts'
import type { FrontMatter } from './frontmatter.ts'
import type { ParsedBody } from './tree.ts'

/** UTF-16 units in the bytes of one task; a longer document is a task by itself. */
export const longestBatch = 200_000
const mostDocuments = 10_000

/** The documents of a task. Their texts are the bytes, one after the other. */
const input = v.object({
  documents: v.pipe(
    v.array(
      v.object({
        id: v.string(),
        kind: v.picklist(articleKinds),
        path: v.string(),
        /** Bytes of its text. */
        length: v.number(),
      }),
    ),
    v.maxLength(mostDocuments),
  ),
})

const at = v.object({ start: v.number(), end: v.number() })

const message = v.object({
  code: v.picklist(codes),
  at: v.nullable(at),
  message: v.pipe(v.string(), v.maxLength(10_000)),
  suggestion: v.nullable(v.pipe(v.string(), v.maxLength(10_000))),
})

/** Only the outermost of a tree is checked: it becomes an article, and articles are decoded where they are read. */
const parsed = v.object({
  frontMatter: v.custom<FrontMatter>((value) => isRecord(value) && typeof value['title'] === 'string'),
  body: v.custom<ParsedBody>(
    (value) => isRecord(value) && Array.isArray(value['blocks']) && Array.isArray(value['notes']),
  ),
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const answer = v.pipe(
  v.array(
    v.object({
      parsed: v.nullable(parsed),
      /** In the order in which they were reported. */
      messages: v.pipe(v.array(message), v.maxLength(mostMessages + 1)),
    }),
  ),
  v.maxLength(mostDocuments),
)

export type ParseInput = v.InferOutput<typeof input>
export type ParseAnswer = v.InferOutput<typeof answer>

export const parseTask = task({ name: 'parse', input, answer })
