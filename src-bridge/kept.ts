/**
 * What a reader may have kept beside the settings: bookmarks, and where reading stopped. One shape, for
 * main's check, the stored files and the file that is taken to another computer.
 */
import * as v from 'valibot'
import { longestLogo, mostListedItems, printPresets } from '../src-library/model/print.ts'
import { hasUnwanted, withoutUnwanted } from '../src-library/model/controlcharacters.ts'

/** The id of a pack, an article or a section, as a file from another computer may name it. */
export const idSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  v.check((id) => !hasUnwanted(id), 'An id holds no control characters.'),
)
/** A title or a quote. Files are edited by hand: what could show a text other than it is becomes a blank. */
export const wordsSchema = v.pipe(
  v.string(),
  v.maxLength(1000),
  v.transform((text) => withoutUnwanted(text).text),
)
/** A day and no hour: enough to say since when, too little to say when somebody sat here. */
const day = v.pipe(v.string(), v.isoDate())

const section = {
  pack: idSchema,
  article: idSchema,
  anchor: idSchema,
  title: wordsSchema,
  articleTitle: wordsSchema,
  /** How its text begins. */
  quote: wordsSchema,
}

export const bookmarkSchema = v.object({ ...section, added: day })
/** Where reading stopped: one an article. */
export const stopSchema = v.object({ ...section, read: day })

export type Bookmark = Readonly<v.InferOutput<typeof bookmarkSchema>>
export type Stop = Readonly<v.InferOutput<typeof stopSchema>>

/** The print list, item by item. `about`, first, has the title, the layout and the cover. */
export const listItemSchema = v.variant('kind', [
  v.object({
    kind: v.literal('about'),
    title: wordsSchema,
    preset: v.picklist(printPresets),
    /** Of its cover. */
    organisation: v.exactOptional(wordsSchema),
    logo: v.exactOptional(v.pipe(v.string(), v.maxLength(longestLogo), v.base64())),
  }),
  v.object({ kind: v.literal('section'), ...section, subsections: v.boolean() }),
  v.object({ kind: v.literal('heading'), text: wordsSchema }),
  v.object({ kind: v.literal('break') }),
  v.object({ kind: v.literal('notes') }),
])
export type KeptItem = Readonly<v.InferOutput<typeof listItemSchema>>
/** A list of so few sections is quickly put together again: closing the window does not ask about it. */
export const fewSections = 2
export const mostKeptItems = mostListedItems + 1
export const keptListSchema = v.pipe(v.array(listItemSchema), v.maxLength(mostKeptItems))

/** More than anybody looks through; with quotes they fit in a file of `fileLimit` characters. */
export const mostBookmarks = 1000
export const mostStops = 200

export const bookmarksSchema = v.pipe(v.array(bookmarkSchema), v.maxLength(mostBookmarks))
/** The last read first. */
export const stopsSchema = v.pipe(v.array(stopSchema), v.maxLength(mostStops))

/** A list as it was found: the entries that were understood, and the number of others. */
export type DecodedList<Entry> = { readonly entries: Entry[]; readonly leftOut: number }

/** Reads a list entry by entry, so that a bad one costs no other. At most `most` are taken. Null for what is no list. */
export function readList<Entry>(
  value: unknown,
  schema: v.GenericSchema<unknown, Entry>,
  most: number,
): DecodedList<Entry> | null {
  if (!Array.isArray(value)) return null
  const entries = value
    .flatMap((one) => {
      const read = v.safeParse(schema, one)
      return read.success ? [read.output] : []
    })
    .slice(0, most)
  return { entries, leftOut: value.length - entries.length }
}

/** The same as a schema, for a file whose entries were all good when it was written. */
export const storedListSchema = <Entry>(
  schema: v.GenericSchema<unknown, Entry>,
  most: number,
): v.GenericSchema<unknown, Entry[]> =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((value) => readList(value, schema, most)?.entries ?? []),
  )

/** Everything that can lie on the disk, each in files of its own. */
export const keptParts = ['settings', 'window', 'bookmarks', 'stops', 'printList'] as const
export type KeptPart = (typeof keptParts)[number]

/** A part as it is on the disk, read again. */
export type KeptPartOnDisk = {
  readonly part: KeptPart
  /** Of the file, its last good copy, and damaged ones that were set aside. */
  readonly bytes: number
  /** The day of the last change; null where it can't be told. */
  readonly changed: string | null
  /** Of bookmarks and stops: how many, and the earliest day among them. */
  readonly entries: number | null
  readonly since: string | null
}
