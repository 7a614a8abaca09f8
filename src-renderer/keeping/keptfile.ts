/** Bookmarks and reading positions as one plain file, for another computer's Fieldshelf or for safety. */
import * as v from 'valibot'
import {
  bookmarkSchema,
  mostBookmarks,
  mostStops,
  readList,
  stopSchema,
  type Bookmark,
  type Stop,
} from '../../src-bridge/kept.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { shortened, withoutRepeats } from '../state/remembered.ts'

const formatName = 'fieldshelf-kept'
export const keptFileVersion = 1

const headSchema = v.object({ format: v.literal(formatName), version: v.number() })
const schema = v.object({ bookmarks: v.optional(v.unknown()), stops: v.optional(v.unknown()) })

export type KeptFile = { readonly bookmarks: readonly Bookmark[]; readonly stops: readonly Stop[] }
/** `leftOut`: how many entries could not be understood. */
export type ReadKeptFile = KeptFile & { readonly leftOut: number }
export type KeptFileFailure = { readonly kind: 'not-kept-file' | 'newer' }

export function encodeKept({ bookmarks, stops }: KeptFile): string {
  const file = { format: formatName, version: keptFileVersion, bookmarks, stops }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** A part that is missing or is no list. */
const unread = { entries: [], leftOut: 1 }

/** Never throws. A bad entry costs no other, and a bad part not the other part; a file of a newer Fieldshelf is refused rather than half understood. */
export function decodeKept(text: string): Outcome<ReadKeptFile, KeptFileFailure> {
  let value: unknown
  try {
    // Editors put a byte order mark first.
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return failure({ kind: 'not-kept-file' })
  }
  const head = v.safeParse(headSchema, value)
  if (!head.success) return failure({ kind: 'not-kept-file' })
  if (head.output.version > keptFileVersion) return failure({ kind: 'newer' })
  const read = v.safeParse(schema, value)
  if (!read.success) return failure({ kind: 'not-kept-file' })
  const bookmarks = readList<Bookmark>(read.output.bookmarks, bookmarkSchema, mostBookmarks) ?? unread
  const stops = readList<Stop>(read.output.stops, stopSchema, mostStops) ?? unread
  if (bookmarks === unread && stops === unread) return failure({ kind: 'not-kept-file' })
  const leftOut = bookmarks.leftOut + stops.leftOut
  const found = bookmarks.entries.length + stops.entries.length
  if (found === 0 && leftOut > 0) return failure({ kind: 'not-kept-file' })
  return success({
    bookmarks: withoutRepeats(bookmarks.entries.map(shortened)),
    stops: withoutRepeats(stops.entries.map(shortened)),
    leftOut,
  })
}
