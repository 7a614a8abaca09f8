/**
 * `manifest.json`: a compiled pack's description of itself, with the length and the
 * SHA-256 of every other file in it. A pack holds exactly the files listed here.
 */
import * as v from 'valibot'
import { failure, type Outcome } from '../model/outcome.ts'
import { decodeWith } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { encodeJson } from './json.ts'
import { isPackPath, manifestPath } from './paths.ts'
import { count, filled, languageTag, packId, sha256 } from './scalars.ts'

/** The format this program writes and reads. Raised when an older copy would misread a pack. */
export const packFormat = 2

export type FileEntry = {
  readonly bytes: number
  /** Hexadecimal, lower case. */
  readonly sha256: string
}

export type Manifest = {
  readonly format: typeof packFormat
  readonly id: string
  readonly title: string
  readonly edition: string
  /** BCP 47. */
  readonly language: string
  /** By path inside the pack; every file but the manifest itself. */
  readonly files: ReadonlyMap<string, FileEntry>
}

const fileEntry: v.GenericSchema<unknown, FileEntry> = v.object({
  bytes: count(0, 4 * 1024 ** 3),
  sha256,
})

/** A map, not an object: no path can be mistaken for something that objects have by birth. */
const files: v.GenericSchema<unknown, ReadonlyMap<string, FileEntry>> = v.pipe(
  v.custom<object>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'an object of files by path',
  ),
  v.transform((object) => Object.entries(object) as [string, unknown][]),
  v.array(
    v.tuple([
      v.pipe(
        v.string(),
        v.check((path) => path !== manifestPath && isPackPath(path), 'a path that packs may hold'),
      ),
      fileEntry,
    ]),
  ),
  v.check(
    (entries) => new Set(entries.map(([path]) => path.toLowerCase())).size === entries.length,
    'a list of files that differ by more than upper and lower case',
  ),
  v.transform((entries) => new Map(entries)),
)

const manifest: v.GenericSchema<unknown, Manifest> = v.object({
  format: v.literal(packFormat),
  id: packId,
  title: filled,
  edition: filled,
  language: languageTag,
  files,
})

/** Reads the parsed JSON of `manifest.json`. The format number is looked at first: only then do the rest's rules hold. */
export function decodeManifest(value: unknown): Outcome<Manifest, FormatFailure> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const found: unknown = 'format' in value ? value.format : null
    if (found !== packFormat) {
      const number = typeof found === 'number' ? found : null
      return failure({ kind: 'wrong-format', found: number, supported: packFormat })
    }
  }
  return decodeWith(manifest, value)
}

/** The text of `manifest.json`. */
export function encodeManifest(value: Manifest): string {
  return encodeJson({ ...value, files: Object.fromEntries(value.files) })
}
