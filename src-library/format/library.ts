/** `library/library.json`: the packs on this machine, as main answers it to the page. */
import * as v from 'valibot'
import { failure, success, type Outcome } from '../model/outcome.ts'
import { decodeWith } from './decode.ts'
import type { FormatFailure } from './failure.ts'
import { encodeJson } from './json.ts'
import { filled, packId } from './scalars.ts'

/**
 * Why a pack is not shown. `changed`: a file's length or SHA-256 is not the manifest's. `other-edition`: nothing is
 * wrong with it, but another edition of the same pack is shown. `twin`: a pack with the same id and edition and other
 * content is shown. `too-large`: it has more files or bytes than a pack may have, or the library has more packs.
 * `newer-format`, `older-format`: it was made for a later or an earlier Fieldshelf. `withdrawn`: the key that signed it
 * must not be trusted any more. `untrusted`: no key that this copy knows has signed it.
 */
export const damages = [
  'unreadable',
  'no-manifest',
  'bad-manifest',
  'newer-format',
  'older-format',
  'missing',
  'changed',
  'other-edition',
  'twin',
  'too-large',
  'withdrawn',
  'untrusted',
] as const
export type Damage = (typeof damages)[number]

/**
 * Whose key signed a pack: one that comes with Fieldshelf, one that such a key vouches for, or one that the reader
 * accepted. `own`: no key; the reader made it here of documents that were not checked. Numbers, answers and the desk
 * come from the first two only.
 */
export const standings = ['shipped', 'vouched', 'accepted', 'own'] as const
export type PackStanding = (typeof standings)[number]

export type ListedPack =
  /** `signed` is absent where the pack is a folder that came with this copy. */
  | {
      readonly state: 'ready'
      readonly id: string
      readonly signed?: { readonly publisher: string; readonly standing: PackStanding }
    }
  /** Taken out of the library alone; the other packs stay. `folder` is its folder's name: its id may not be known. */
  | { readonly state: 'left-out'; readonly folder: string; readonly reason: Damage }

export type LibraryListing = { readonly packs: readonly ListedPack[] }

const listedPack: v.GenericSchema<unknown, ListedPack> = v.variant('state', [
  v.object({
    state: v.literal('ready'),
    id: packId,
    signed: v.exactOptional(v.object({ publisher: filled, standing: v.picklist(standings) })),
  }),
  v.object({ state: v.literal('left-out'), folder: filled, reason: v.picklist(damages) }),
])

const listing = v.object({ packs: v.array(v.unknown()) })

/** Shown for an entry that can't be read: the other packs stay, and the reader hears of it. */
const unreadable: ListedPack = { state: 'left-out', folder: '?', reason: 'unreadable' }

/** Reads the parsed JSON of the listing, entry by entry: one that can't be read takes no other with it. */
export function decodeLibrary(value: unknown): Outcome<LibraryListing, FormatFailure> {
  const whole = v.safeParse(listing, value)
  if (!whole.success) return failure({ kind: 'invalid', at: '', expected: 'a list of packs' })
  const packs = whole.output.packs.map((entry) => {
    const pack = decodeWith(listedPack, entry)
    return pack.ok ? pack.value : unreadable
  })
  return success({ packs })
}

/** The text of the listing. */
export function encodeLibrary(value: LibraryListing): string {
  return encodeJson(value)
}
