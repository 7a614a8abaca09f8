/**
 * What the reader has kept, in a browser's own storage. Each part is one value with a version; a damaged one
 * is kept aside, one of a newer Fieldshelf is left as it is.
 */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../src-library/model/outcome.ts'
import type { SaveFailure, StoredState } from './contract.ts'
import {
  bookmarkSchema,
  listItemSchema,
  mostBookmarks,
  mostKeptItems,
  mostStops,
  readList,
  stopSchema,
  type Bookmark,
  type KeptItem,
  type KeptPart,
  type Stop,
} from './kept.ts'
import { defaultSettings, settingsSchema, type Settings } from './settings.ts'

export type StoredPart<Data> = {
  readonly name: KeptPart
  /** Null if the stored value can't be decoded. `whole` is false if some of its entries can't. */
  readonly read: (value: unknown) => { readonly data: Data; readonly whole: boolean } | null
  readonly initial: Data
}

export const settingsPart: StoredPart<Settings> = {
  name: 'settings',
  read: (value) => {
    const read = v.safeParse(settingsSchema, value)
    return read.success ? { data: read.output, whole: true } : null
  },
  initial: defaultSettings,
}
export const bookmarksPart = listPart<Bookmark>('bookmarks', bookmarkSchema, mostBookmarks)
export const printListPart = listPart<KeptItem>('printList', listItemSchema, mostKeptItems)
export const stopsPart = listPart<Stop>('stops', stopSchema, mostStops)

function listPart<Entry>(
  name: KeptPart,
  schema: v.GenericSchema<unknown, Entry>,
  most: number,
): StoredPart<Entry[]> {
  const read = (value: unknown) => {
    const found = readList(value, schema, most)
    return found && { data: found.entries, whole: found.leftOut === 0 }
  }
  return { name, read, initial: [] }
}

export const keyOf = (name: KeptPart): string => `fieldshelf.${name}`
export const damagedKeyOf = (name: KeptPart): string => `${keyOf(name)}.damaged`

const version = 1

type Page = { readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> }

export function readPart<Data>(
  page: Page,
  part: StoredPart<Data>,
): { readonly data: Data; readonly state: StoredState } {
  const text = textOf(page, keyOf(part.name))
  if (text === null) return { data: part.initial, state: 'new' }
  const value = decode(part.name, text)
  const read = value && part.read(value.data)
  if (value && value.version > version) return { data: read?.data ?? part.initial, state: 'newer' }
  if (read?.whole) return { data: read.data, state: 'kept' }
  keepAside(page, part.name, text)
  return read ? { data: read.data, state: 'restored' } : { data: part.initial, state: 'lost' }
}

export function writePart<Data>(page: Page, part: StoredPart<Data>, data: Data): Outcome<null, SaveFailure> {
  try {
    const before = page.localStorage.getItem(keyOf(part.name))
    if (before !== null && (decode(part.name, before)?.version ?? 0) > version) return notKept('newer')
    page.localStorage.setItem(keyOf(part.name), JSON.stringify({ version, [part.name]: data }))
    return success(null)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return notKept(name === 'QuotaExceededError' ? 'disk-full' : 'read-only')
  }
}

export function removePart(page: Page, name: KeptPart): Outcome<null, SaveFailure> {
  try {
    for (const key of [damagedKeyOf(name), keyOf(name)]) page.localStorage.removeItem(key)
    return success(null)
  } catch {
    return notKept('read-only')
  }
}

/** Bytes of a part with its damaged copy, as UTF-8; null when there is nothing. */
export function sizeOfPart(page: Page, name: KeptPart): number | null {
  const texts = [keyOf(name), damagedKeyOf(name)].flatMap((key) => textOf(page, key) ?? [])
  return texts.length === 0 ? null : new TextEncoder().encode(texts.join('')).length
}

/** A browser may keep nothing; then merely looking throws. */
function textOf(page: Page, key: string): string | null {
  try {
    return page.localStorage.getItem(key)
  } catch {
    return null
  }
}

/** The version is read by itself: a newer Fieldshelf may write what this one does not understand. */
function decode(name: KeptPart, text: string): { readonly version: number; readonly data: unknown } | null {
  const stored = v.looseObject({ version: v.pipe(v.number(), v.integer()) })
  try {
    const value = v.parse(stored, JSON.parse(text))
    return { version: value.version, data: value[name] }
  } catch {
    return null
  }
}

function keepAside(page: Page, name: KeptPart, text: string): void {
  try {
    page.localStorage.setItem(damagedKeyOf(name), text)
  } catch {
    // There is no room for it; the old value remains until the next change.
  }
}

const notKept = (reason: SaveFailure['reason']): Outcome<null, SaveFailure> =>
  failure({ kind: 'not-kept', reason })
