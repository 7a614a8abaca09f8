/** Packs that the reader brings and installs, as main and the page speak of them. Bytes of a pack never cross here but dropped ones. */
import * as v from 'valibot'

/**
 * Whose key signed a pack, as far as this computer knows. `came`: a folder that came with this copy, unsigned. `own`:
 * made on this computer of the reader's own documents, unsigned and not checked.
 */
export type Standing = 'shipped' | 'vouched' | 'accepted' | 'unknown' | 'came' | 'own'

/** Where a pack file comes from: the reader chooses it in a dialog, opened it from outside, or dropped it. */
export const packOrigins = ['dialog', 'outside', 'drop'] as const
export type PackOrigin = (typeof packOrigins)[number]

export type PackChange =
  | { readonly kind: 'install'; readonly token: string }
  | { readonly kind: 'goBack'; readonly pack: string }
  | { readonly kind: 'remove'; readonly pack: string }

/** A pack file that was copied and checked whole, and waits for the reader's answer. */
export type OfferedPack = {
  /** Names this offer. */
  readonly token: string
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly language: string
  readonly publisher: { readonly name: string; readonly place: string | null }
  /** The day it was made, as its publisher says. */
  readonly made: string | null
  /** Of the file. */
  readonly bytes: number
  readonly standing: Standing
  /** Of the key for which it may be installed, as six groups of five digits. */
  readonly checkNumber: string
  /** What the reader has to say yes to besides installing: a publisher never met here, or an older edition. */
  readonly asks: 'nothing' | 'publisher' | 'older'
  /** The edition that is shown now. */
  readonly here: { readonly title: string; readonly edition: string } | null
}

/** Why a pack is not installed. Nothing has changed then. */
export const packRefusals = [
  /** The file is of another kind. */
  'not-a-pack',
  /** It needs a later Fieldshelf: `needs` says which. */
  'newer',
  /** It was made for an earlier Fieldshelf that wrote packs in another way. */
  'outdated',
  /** Bytes are missing, changed or too many, or a signature is wrong. */
  'damaged',
  /** The key that signed it could be anybody's. */
  'unsafe-key',
  /** The signature is right, and what is in the pack is not a pack that can be read. */
  'unreadable-content',
  /** It takes longer or more memory to read than any honest pack. */
  'too-much',
  'too-large',
  /** The key must not be trusted any more. */
  'withdrawn',
  /** Another publisher's pack of the same id is here. */
  'other-key',
  /** The id belongs to the packs that come with Fieldshelf. */
  'reserved',
  /** It is a copy of a pack that the reader makes on this computer. */
  'made-here',
  'too-few-signatures',
  /** Another file says that it is the very edition that is here. */
  'same-sequence',
  'already-here',
  /** As many packs are installed as there may be. */
  'too-many',
  /** The stick was taken away, or the system does not hand the file out. */
  'gone',
  /** `needed` and `free` are bytes. */
  'no-room',
  /** Fieldshelf may not write to its own folder. */
  'not-written',
  'cancelled',
  /** The offer was given up, or another one took its place. */
  'expired',
] as const
export type PackRefusalKind = (typeof packRefusals)[number]

export type PackRefusal = {
  readonly kind: PackRefusalKind
  /** The title of the pack, where its publisher's signature on it is right. */
  readonly title?: string
  readonly edition?: string
  readonly needs?: string
  readonly needed?: number
  readonly free?: number
}

/** A pack of this computer, with what only main knows of it. */
export type ShelvedPack = {
  readonly id: string
  readonly title: string
  readonly edition: string
  readonly publisher: string | null
  readonly place: string | null
  readonly made: string | null
  /** Of its file or its files. */
  readonly bytes: number
  readonly standing: Standing
  readonly checkNumber: string | null
  /** The day it was installed, where that is known. */
  readonly installed: string | null
  /** Whether it was installed, and did not come with Fieldshelf. */
  readonly isInstalled: boolean
  /** What *Go back* leads to. */
  readonly previous: { readonly edition: string; readonly isOlder: boolean } | null
  /** The installed file can't be opened: it is missing or was changed. Another edition may be shown meanwhile. */
  readonly isDamaged: boolean
}

/** `recovered`: the list of installed packs was lost, and the packs were found again in their folder. */
export type PackShelf = {
  readonly packs: readonly ShelvedPack[]
  readonly state: 'kept' | 'recovered' | 'newer'
}

export const packSteps = ['copying', 'checking', 'reading'] as const
export const packProgressSchema = v.strictObject({
  step: v.picklist(packSteps),
  /** Bytes. */
  done: v.pipe(v.number(), v.minValue(0)),
  total: v.pipe(v.number(), v.minValue(0)),
})
export type PackProgress = v.InferOutput<typeof packProgressSchema>

/** Bytes of a dropped file that cross in one call. */
export const droppedPiece = 4 * 1024 ** 2
