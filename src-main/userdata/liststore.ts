/** Lists that a reader adds to one by one and may have kept: bookmarks, and where reading stopped. */
import type { SaveFailure, StoredList } from '../../src-bridge/contract.ts'
import {
  bookmarkSchema,
  listItemSchema,
  mostBookmarks,
  mostKeptItems,
  mostStops,
  stopSchema,
  storedListSchema,
  type Bookmark,
  type KeptItem,
  type KeptPartOnDisk,
  type Stop,
} from '../../src-bridge/kept.ts'
import { assertNever } from '../../src-library/model/never.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { StoredFormat } from './envelope.ts'
import { Store } from './store.ts'

type ListFormat<Entry> = StoredFormat<Entry[]> & {
  /** What makes two entries the same one. */
  readonly key: (entry: Entry) => string
  /** The day of an entry; empty where none is kept. */
  readonly day: (entry: Entry) => string
  /** Whether it is one for the reader, too; without this all are. */
  readonly counts?: (entry: Entry) => boolean
}

export const bookmarksFormat: ListFormat<Bookmark> = {
  name: 'bookmarks',
  version: 1,
  schema: storedListSchema<Bookmark>(bookmarkSchema, mostBookmarks),
  key: ({ pack, article, anchor }) => JSON.stringify([pack, article, anchor]),
  day: ({ added }) => added,
}

export const stopsFormat: ListFormat<Stop> = {
  name: 'stops',
  version: 1,
  schema: storedListSchema<Stop>(stopSchema, mostStops),
  key: ({ pack, article }) => JSON.stringify([pack, article]),
  day: ({ read }) => read,
}

export const printListFormat: ListFormat<KeptItem> = {
  name: 'printlist',
  version: 1,
  schema: storedListSchema<KeptItem>(listItemSchema, mostKeptItems),
  key: (item) => JSON.stringify(traceOf(item)),
  day: () => '',
  counts: ({ kind }) => kind !== 'about',
}

/** Words by which an item is found in a copy of the file. */
function traceOf(item: KeptItem): readonly string[] {
  switch (item.kind) {
    case 'about':
      return [item.title, item.organisation ?? '', item.logo ?? ''].filter((text) => text !== '')
    case 'section':
      return [item.pack, item.article, item.anchor]
    case 'heading':
      return item.text === '' ? [] : [item.text]
    case 'break':
    case 'notes':
      return []
    default:
      return assertNever(item)
  }
}

export class ListStore<Entry> {
  readonly #store: Store<Entry[]>
  readonly #format: ListFormat<Entry>
  #stored: StoredList<Entry>

  static async open<Entry>(folder: string, format: ListFormat<Entry>): Promise<ListStore<Entry>> {
    const store = new Store<Entry[]>(folder, format, [])
    const { data, state } = await store.load()
    return new ListStore(store, format, { entries: data, state })
  }

  private constructor(store: Store<Entry[]>, format: ListFormat<Entry>, stored: StoredList<Entry>) {
    this.#store = store
    this.#format = format
    this.#stored = stored
  }

  get stored(): StoredList<Entry> {
    return this.#stored
  }

  /** An entry that was taken out is left in no copy, neither the last good one nor those that were set aside. */
  write(entries: readonly Entry[]): Promise<Outcome<null, SaveFailure>> {
    const keys = new Set(entries.map(this.#format.key))
    const takenOut = this.#stored.entries.filter((entry) => !keys.has(this.#format.key(entry)))
    this.#stored = { ...this.#stored, entries }
    if (takenOut.length === 0) return this.#store.save([...entries])
    // A key is a list of strings in JSON.
    const traces = takenOut.map((entry) => JSON.parse(this.#format.key(entry)) as string[])
    return this.#store.saveForgetting([...entries], traces)
  }

  remove(): Promise<Outcome<null, SaveFailure>> {
    this.#stored = { entries: [], state: 'new' }
    return this.#store.remove()
  }

  /** Read from the disk again. */
  async onDisk(): Promise<Omit<KeptPartOnDisk, 'part'> | null> {
    const size = await this.#store.size()
    if (size === null) return null
    const { data } = await this.#store.load()
    const since = data.map(this.#format.day).sort()[0] || null
    const { counts = () => true } = this.#format
    return { ...size, entries: data.filter(counts).length, since }
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
