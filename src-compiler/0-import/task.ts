/** The task of the isolated process: a document somebody made goes in, Markdown of ours comes out. Both sides share it. */
import type { Root } from 'mdast'
import * as v from 'valibot'
import { task } from '../../src-isolated/task.ts'
import { formats, remarkCodes, type ImportedFile } from './draft.ts'
import type { ImportOptions } from './import.ts'

const nullableText = v.nullable(v.pipe(v.string(), v.maxLength(4_000)))

const input: v.GenericSchema<unknown, ImportOptions> = v.object({
  name: v.string(),
  encoding: v.nullable(v.string()),
  format: v.nullable(v.picklist(formats)),
  pages: v.exactOptional(v.array(v.string())),
})

const remark = v.object({
  code: v.picklist(remarkCodes),
  text: v.pipe(v.string(), v.maxLength(2_000)),
  line: v.exactOptional(v.number()),
  words: v.exactOptional(v.string()),
})

const documentEntries = {
  title: v.pipe(v.string(), v.maxLength(4_000)),
  language: nullableText,
  date: nullableText,
  author: nullableText,
  site: nullableText,
  address: nullableText,
  encoding: nullableText,
  format: v.picklist(formats),
  markdown: v.pipe(v.string(), v.maxLength(16_000_000)),
  tree: v.custom<Root>(
    (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'root',
  ),
  images: v.map(v.string(), v.instance(Uint8Array)),
  remarks: v.pipe(v.array(remark), v.maxLength(100_000)),
}

const answer: v.GenericSchema<unknown, ImportedFile> = v.object({
  ...documentEntries,
  more: v.pipe(v.array(v.object(documentEntries)), v.maxLength(2_000)),
})

export const importTask = task({ name: 'import', input, answer })
