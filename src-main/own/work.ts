/** The data kept of a pack in work besides its Markdown. It may be lost: the Markdown alone is a whole pack. */
import * as v from 'valibot'
import type { StoredFormat } from '../userdata/envelope.ts'

/** `work.json`. */
export type PackWork = {
  /** The state of the Markdown when it was last shown in the library; null if it never was. */
  readonly shown: string | null
}

export const packWorkFormat: StoredFormat<PackWork> = {
  name: 'work',
  version: 1,
  schema: v.object({ shown: v.nullable(v.string()) }),
}

export const newPackWork: PackWork = { shown: null }
