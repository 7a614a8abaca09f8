/** `library/library.json`: the packs on this machine, as main answers it to the page. */
import * as v from 'valibot'
import type { Outcome } from '../model/outcome.ts'
import { decodeWith } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { encodeJson } from './json.ts'
import { packId } from './scalars.ts'

/** Why a pack is not shown. `changed`: a file's length or SHA-256 is not the manifest's. */
export const damages = [
  'unreadable',
  'no-manifest',
  'bad-manifest',
  'newer-format',
  'missing',
  'changed',
] as const
export type Damage = (typeof damages)[number]

export type ListedPack =
  | { readonly state: 'ready'; readonly id: string }
  /** Taken out of the library alone; the other packs stay. */
  | { readonly state: 'damaged'; readonly id: string; readonly reason: Damage }

export type LibraryListing = { readonly packs: readonly ListedPack[] }

const listing: v.GenericSchema<unknown, LibraryListing> = v.object({
  packs: v.array(
    v.variant('state', [
      v.object({ state: v.literal('ready'), id: packId }),
      v.object({ state: v.literal('damaged'), id: packId, reason: v.picklist(damages) }),
    ]),
  ),
})

/** Reads the parsed JSON of the listing. */
export function decodeLibrary(value: unknown): Outcome<LibraryListing, FormatFailure> {
  return decodeWith(listing, value)
}

/** The text of the listing. */
export function encodeLibrary(value: LibraryListing): string {
  return encodeJson(value)
}
