/**
 * A print list as a file: plain JSON that another computer's Fieldshelf reads.
 * Sections are named by stable ids plus a quote of their text, so that one a
 * newer edition has lost can still be shown for what it was.
 */
import * as v from 'valibot'
import { idSchema, readList, wordsSchema } from '../../src-bridge/kept.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { shortened, withoutRepeats } from '../state/remembered.ts'
import { mostListed, type ListedSection } from '../state/printlist.svelte.ts'

const formatName = 'fieldshelf-print-list'
export const listFileVersion = 1
/** Characters of a list's own title, as the print job takes it. */
const longestTitle = 200

const headSchema = v.object({ format: v.literal(formatName), version: v.number() })
const schema = v.object({ title: v.fallback(wordsSchema, ''), sections: v.unknown() })
const sectionSchema = v.object({
  pack: idSchema,
  article: idSchema,
  anchor: idSchema,
  subsections: v.boolean(),
  title: wordsSchema,
  articleTitle: wordsSchema,
  quote: wordsSchema,
})

export type ListFile = { readonly title: string; readonly sections: readonly ListedSection[] }
/** `leftOut`: how many sections could not be understood. */
export type ReadListFile = ListFile & { readonly leftOut: number }
export type ListFileFailure = { readonly kind: 'not-a-list' | 'newer' }

export function encodeList({ title, sections }: ListFile): string {
  const file = { format: formatName, version: listFileVersion, title, sections }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads a list file's text. Never throws. A bad section costs no other; a file from a newer Fieldshelf is refused
 * rather than half understood.
 */
export function decodeList(text: string): Outcome<ReadListFile, ListFileFailure> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failure({ kind: 'not-a-list' })
  }
  const head = v.safeParse(headSchema, value)
  if (!head.success) return failure({ kind: 'not-a-list' })
  if (head.output.version > listFileVersion) return failure({ kind: 'newer' })
  const { success: isList, output } = v.safeParse(schema, value)
  if (!isList) return failure({ kind: 'not-a-list' })
  const found = readList<ListedSection>(output.sections, sectionSchema, mostListed)
  if (!found || (found.entries.length === 0 && found.leftOut > 0)) return failure({ kind: 'not-a-list' })
  const sections = withoutRepeats(found.entries.map(shortened))
  return success({ title: output.title.slice(0, longestTitle), sections, leftOut: found.leftOut })
}
