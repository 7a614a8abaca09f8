/** Bookmarks and reading positions as one plain file, for another computer's Fieldshelf or for safety. */
import * as v from 'valibot'
import { bookmarksSchema, stopsSchema, type Bookmark, type Stop } from '../../src-bridge/kept.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { withoutRepeats } from '../state/remembered.ts'

const formatName = 'fieldshelf-kept'
export const keptFileVersion = 1

const headSchema = v.object({ format: v.literal(formatName), version: v.number() })
const schema = v.object({ bookmarks: bookmarksSchema, stops: stopsSchema })

export type KeptFile = { readonly bookmarks: readonly Bookmark[]; readonly stops: readonly Stop[] }
export type KeptFileFailure = { readonly kind: 'not-kept-file' | 'newer' }

export function encodeKept({ bookmarks, stops }: KeptFile): string {
  const file = { format: formatName, version: keptFileVersion, bookmarks, stops }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** Never throws; a file of a newer Fieldshelf is refused rather than half understood. */
export function decodeKept(text: string): Outcome<KeptFile, KeptFileFailure> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failure({ kind: 'not-kept-file' })
  }
  const head = v.safeParse(headSchema, value)
  if (!head.success) return failure({ kind: 'not-kept-file' })
  if (head.output.version > keptFileVersion) return failure({ kind: 'newer' })
  const read = v.safeParse(schema, value)
  if (!read.success) return failure({ kind: 'not-kept-file' })
  const { bookmarks, stops } = read.output
  return success({ bookmarks: withoutRepeats(bookmarks), stops: withoutRepeats(stops) })
}
