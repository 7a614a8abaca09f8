/**
 * A print list as a file: plain JSON that another computer's Fieldshelf reads.
 * Sections are named by stable ids plus a quote of their text, so that one a
 * newer edition has lost can still be shown for what it was.
 */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { withoutRepeats } from '../state/remembered.ts'
import type { ListedSection } from '../state/printlist.svelte.ts'

const formatName = 'fieldshelf-print-list'
export const listFileVersion = 1

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const words = v.pipe(v.string(), v.maxLength(1000))

const headSchema = v.object({ format: v.literal(formatName), version: v.number() })
const schema = v.object({
  title: words,
  sections: v.pipe(
    v.array(
      v.object({
        pack: id,
        article: id,
        anchor: id,
        subsections: v.boolean(),
        title: words,
        articleTitle: words,
        quote: words,
      }),
    ),
    v.maxLength(1000),
  ),
})

export type ListFile = { readonly title: string; readonly sections: readonly ListedSection[] }
export type ListFileFailure = { readonly kind: 'not-a-list' | 'newer' }

export function encodeList({ title, sections }: ListFile): string {
  const file = { format: formatName, version: listFileVersion, title, sections }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Reads a list file's text. Never throws; a file from a newer Fieldshelf is refused rather than half understood. */
export function decodeList(text: string): Outcome<ListFile, ListFileFailure> {
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
  return success({ title: output.title, sections: withoutRepeats(output.sections) })
}
