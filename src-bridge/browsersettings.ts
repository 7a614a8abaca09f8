/** The reader's settings in a browser's own storage. One value, with a version; a damaged one is kept aside. */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../src-library/model/outcome.ts'
import type { SaveFailure, StoredSettings } from './contract.ts'
import { defaultSettings, settingsSchema, type Settings } from './settings.ts'

export const settingsKey = 'fieldshelf.settings'
export const damagedKey = 'fieldshelf.settings.damaged'

const version = 1
const stored = v.object({ version: v.pipe(v.number(), v.integer()), settings: settingsSchema })

type Page = { readonly localStorage: Pick<Storage, 'getItem' | 'setItem'> }

export function readStoredSettings(page: Page): StoredSettings {
  let text: string | null
  try {
    text = page.localStorage.getItem(settingsKey)
  } catch {
    return { settings: defaultSettings, state: 'new' }
  }
  if (text === null) return { settings: defaultSettings, state: 'new' }
  const read = decode(text)
  if (read) return { settings: read.settings, state: read.version > version ? 'newer' : 'kept' }
  keepAside(page, text)
  return { settings: defaultSettings, state: 'lost' }
}

export function writeStoredSettings(page: Page, settings: Settings): Outcome<null, SaveFailure> {
  try {
    const before = page.localStorage.getItem(settingsKey)
    if (before !== null && (decode(before)?.version ?? 0) > version) return notKept('newer')
    page.localStorage.setItem(settingsKey, JSON.stringify({ version, settings }))
    return success(null)
  } catch (error) {
    const name = error instanceof Error ? error.name : ''
    return notKept(name === 'QuotaExceededError' ? 'disk-full' : 'read-only')
  }
}

function decode(text: string): v.InferOutput<typeof stored> | null {
  try {
    return v.parse(stored, JSON.parse(text))
  } catch {
    return null
  }
}

function keepAside(page: Page, text: string): void {
  try {
    page.localStorage.setItem(damagedKey, text)
  } catch {
    // There is no room for it; it still stands where it stood until the next change.
  }
}

const notKept = (reason: SaveFailure['reason']): Outcome<null, SaveFailure> =>
  failure({ kind: 'not-kept', reason })
