/**
 * JSON as packs hold it: one line with sorted keys and a line feed at the end,
 * so that the same content makes the same bytes whatever order it was built in.
 */
import { failure, success, type Outcome } from '../model/outcome.ts'
import type { FormatFailure } from './failure.ts'

/** No file of a pack is near this; a larger one is not worth the memory of parsing it. In UTF-16 units. */
export const longestJson = 64 * 1024 * 1024

/** The text of a JSON file. `undefined` members are left out; throws on what JSON can't hold. */
export function encodeJson(value: unknown): string {
  return `${JSON.stringify(value, sortKeys)}\n`
}

/** Reads the text of a JSON file. The value must still be decoded. */
export function parseJson(text: string): Outcome<unknown, FormatFailure> {
  if (text.length > longestJson) return failure({ kind: 'too-large', limit: longestJson })
  try {
    return success(JSON.parse(text) as unknown)
  } catch {
    return failure({ kind: 'not-json' })
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  // By code unit, as `sort` does by itself: no locale may change a pack's bytes.
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
