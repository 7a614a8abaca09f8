/**
 * What the reader has kept, in a browser's own storage. Each part is one value with a version; a damaged one
 * is kept aside, one of a newer Fieldshelf is left as it is.
 */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../src-library/model/outcome.ts'
import type { SaveFailure, StoredState } from './contract.ts'
import { bookmarksSchema, stopsSchema, type Bookmark, type KeptPart, type Stop } from './kept.ts'
import { defaultSettings, settingsSchema, type Settings } from './settings.ts'

export type Part<Data> = {
  readonly name: KeptPart
  readonly schema: v.GenericSchema<unknown, Data>
  readonly initial: Data
}

export const settingsPart: Part<Settings> = {
  name: 'settings',
  schema: settingsSchema,
  initial: defaultSettings,
}
export const bookmarksPart: Part<Bookmark[]> = { name: 'bookmarks', schema: bookmarksSchema, initial: [] }
export const stopsPart: Part<Stop[]> = { name: 'stops', schema: stopsSchema, initial: [] }

export const keyOf = (name: KeptPart): string => `fieldshelf.${name}`
export const damagedKeyOf = (name: KeptPart): string => `${keyOf(name)}.damaged`

const version = 1

type Page = { readonly localStorage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> }

export function readPart<Data>(
  page: Page,
  part: Part<Data>,
): { readonly data: Data; readonly state: StoredState } {
  const text = textOf(page, keyOf(part.name))
  if (text === null) return { data: part.initial, state: 'new' }
  const read = decode(part, text)
  if (read) return { data: read.data, state: read.version > version ? 'newer' : 'kept' }
  keepAside(page, part.name, text)
  return { data: part.initial, state: 'lost' }
}

export function writePart<Data>(page: Page, part: Part<Data>, data: Data): Outcome<null, SaveFailure> {
  try {
    const before = page.localStorage.getItem(keyOf(part.name))
    if (before !== null && (decode(part, before)?.version ?? 0) > version) return notKept('newer')
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

function decode<Data>(
  part: Part<Data>,
  text: string,
): { readonly version: number; readonly data: Data } | null {
  const stored = v.object({ version: v.pipe(v.number(), v.integer()), [part.name]: v.unknown() })
  try {
    const value = v.parse(stored, JSON.parse(text))
    return { version: Number(value['version']), data: v.parse(part.schema, value[part.name]) }
  } catch {
    return null
  }
}

function keepAside(page: Page, name: KeptPart, text: string): void {
  try {
    page.localStorage.setItem(damagedKeyOf(name), text)
  } catch {
    // There is no room for it; it still stands where it stood until the next change.
  }
}

const notKept = (reason: SaveFailure['reason']): Outcome<null, SaveFailure> =>
  failure({ kind: 'not-kept', reason })
