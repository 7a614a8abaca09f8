/** `library/library.json`: the packs on this machine, as main answers it to the page. */
import * as v from 'valibot'
import type { Outcome } from '../model/outcome.ts'
import { decodeWith } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { encodeJson } from './json.ts'
import { filled, packId } from './scalars.ts'

/**
 * Why a pack is not shown. `changed`: a file's length or SHA-256 is not the manifest's. `other-edition`: nothing is
 * wrong with it, but another edition of the same pack is shown.
 */
export const damages = [
  'unreadable',
  'no-manifest',
  'bad-manifest',
  'newer-format',
  'missing',
  'changed',
  'other-edition',
] as const
export type Damage = (typeof damages)[number]

export type ListedPack =
  | { readonly state: 'ready'; readonly id: string }
  /** Taken out of the library alone; the other packs stay. `folder` is its folder's name: its id may not be known. */
  | { readonly state: 'left-out'; readonly folder: string; readonly reason: Damage }

export type LibraryListing = { readonly packs: readonly ListedPack[] }

const listing: v.GenericSchema<unknown, LibraryListing> = v.object({
  packs: v.array(
    v.variant('state', [
      v.object({ state: v.literal('ready'), id: packId }),
      v.object({ state: v.literal('left-out'), folder: filled, reason: v.picklist(damages) }),
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
