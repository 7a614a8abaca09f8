/**
 * What a reader may have kept beside the settings: bookmarks, and where reading stopped. One shape, for
 * main's check, the stored files and the file that is taken to another computer.
 */
import * as v from 'valibot'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
const words = v.pipe(v.string(), v.maxLength(1000))
/** A day and no hour: enough to say since when, too little to say when somebody sat here. */
const day = v.pipe(v.string(), v.isoDate())

const section = {
  pack: id,
  article: id,
  anchor: id,
  title: words,
  articleTitle: words,
  /** How its text begins. */
  quote: words,
}

export const bookmarkSchema = v.object({ ...section, added: day })
/** Where reading stopped: one an article. */
export const stopSchema = v.object({ ...section, read: day })

export type Bookmark = Readonly<v.InferOutput<typeof bookmarkSchema>>
export type Stop = Readonly<v.InferOutput<typeof stopSchema>>

/** More than anybody looks through; with quotes they fit in a file of `fileLimit` characters. */
export const mostBookmarks = 1000
export const mostStops = 200

export const bookmarksSchema = v.pipe(v.array(bookmarkSchema), v.maxLength(mostBookmarks))
/** The last read first. */
export const stopsSchema = v.pipe(v.array(stopSchema), v.maxLength(mostStops))

/** Everything that can lie on the disk, each in files of its own. */
export const keptParts = ['settings', 'window', 'bookmarks', 'stops'] as const
export type KeptPart = (typeof keptParts)[number]

/** A part as it is found on the disk, read anew. */
export type OnDisk = {
  readonly part: KeptPart
  /** Of the file, its last good copy, and damaged ones that were set aside. */
  readonly bytes: number
  /** The day of the last change; null where it can't be told. */
  readonly changed: string | null
  /** Of bookmarks and stops: how many, and the earliest day among them. */
  readonly entries: number | null
  readonly since: string | null
}
