/**
 * A print list as a file: plain JSON that another computer's Fieldshelf reads.
 * Sections are named by stable ids plus a quote of their text, so that one a
 * newer edition has lost can still be shown for what it was.
 */
import * as v from 'valibot'
import { idSchema, readList, wordsSchema } from '../../src-bridge/kept.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { printPresets } from '../../src-library/model/print.ts'
import {
  between,
  isSection,
  itemOf,
  longestHeading,
  mostListed,
  withoutId,
  type ListedItem,
  type ListedSection,
  type ListVersion,
} from '../state/listitems.ts'
import { keyOf, shortened } from '../state/remembered.ts'

const formatName = 'fieldshelf-print-list'
/** 2: headings, new pages and pages for notes between sections, and the layout. 1: sections alone. */
export const listFileVersion = 2
/** Characters of a list's own title, as the print job takes it. */
const longestTitle = 200

const headSchema = v.object({ format: v.literal(formatName), version: v.number() })
const sectionFields = {
  pack: idSchema,
  article: idSchema,
  anchor: idSchema,
  subsections: v.boolean(),
  title: wordsSchema,
  articleTitle: wordsSchema,
  quote: wordsSchema,
}
const title = v.fallback(wordsSchema, '')
const firstSchema = v.object({ title, sections: v.unknown() })
const schema = v.object({
  title,
  preset: v.fallback(v.picklist(printPresets), 'briefing'),
  items: v.unknown(),
})

const itemSchema = v.variant('kind', [
  v.object({ kind: v.literal('section'), ...sectionFields }),
  v.object({ kind: v.literal('heading'), text: wordsSchema }),
  v.object({ kind: v.literal('break') }),
  v.object({ kind: v.literal('notes') }),
])
type FileItem = v.InferOutput<typeof itemSchema>

/** `leftOut`: how many items could not be understood. */
export type ReadListFile = ListVersion & { readonly leftOut: number }
export type ListFileFailure = { readonly kind: 'not-a-list' | 'newer' }

export function encodeList({ title, preset, items }: ListVersion): string {
  const file = {
    format: formatName,
    version: listFileVersion,
    title,
    preset,
    items: items.map((item) => (isSection(item) ? item : withoutId(item))),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/**
 * Reads a list file's text. Never throws. A bad item costs no other; a file from a newer Fieldshelf is refused
 * rather than half understood.
 */
export function decodeList(text: string): Outcome<ReadListFile, ListFileFailure> {
  let value: unknown
  try {
    // Editors put a byte order mark first.
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return failure({ kind: 'not-a-list' })
  }
  const head = v.safeParse(headSchema, value)
  if (!head.success) return failure({ kind: 'not-a-list' })
  const { version } = head.output
  if (version > listFileVersion) return failure({ kind: 'newer' })
  const read = version >= 2 ? readItems(value) : readFirst(value)
  if (!read || (read.items.length === 0 && read.leftOut > 0)) return failure({ kind: 'not-a-list' })
  return success({ ...read, title: read.title.slice(0, longestTitle), items: once(read.items) })
}

function readItems(value: unknown): ReadListFile | null {
  const list = v.safeParse(schema, value)
  const found = list.success ? readList<FileItem>(list.output.items, itemSchema, mostListed) : null
  if (!list.success || !found) return null
  const items = found.entries.map((item): ListedItem => {
    if (item.kind === 'section') return shortened(item)
    return between(item.kind === 'heading' ? { ...item, text: item.text.slice(0, longestHeading) } : item)
  })
  return { title: list.output.title, preset: list.output.preset, items, leftOut: found.leftOut }
}

/** A file of version 1. It named no layout; its lists were printed as briefings. */
function readFirst(value: unknown): ReadListFile | null {
  const list = v.safeParse(firstSchema, value)
  const found = list.success
    ? readList<ListedSection>(list.output.sections, v.object(sectionFields), mostListed)
    : null
  if (!list.success || !found) return null
  const items = found.entries.map((section) => itemOf(shortened(section)))
  return { title: list.output.title, preset: 'briefing', items, leftOut: found.leftOut }
}

/** Each section once, at its first place. Files are written by hand, too. */
function once(items: readonly ListedItem[]): readonly ListedItem[] {
  const seen = new Set<string>()
  return items.filter((item) => !isSection(item) || (!seen.has(keyOf(item)) && seen.add(keyOf(item))))
}
