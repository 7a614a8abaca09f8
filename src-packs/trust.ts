/**
 * Whether a pack file may take its place on this computer. Pure: the table below, and no disk.
 *
 *   who signed                       id is new     same key                          another key
 *   a shipped key                    install       by sequence                       only an id of its own
 *   a key that a shipped key         install       by sequence                       refuse
 *     vouches for, for this id
 *   a key accepted here              install       by sequence                       refuse
 *   an unknown key                   ask           –                                 refuse
 *   a withdrawn key                  refuse        refuse                            refuse
 *   fewer shipped keys than the      refuse        refuse                            refuse
 *     ids of Fieldshelf's own need
 *
 * By sequence: higher, install; equal and the same bytes, it is here already; equal and other
 * bytes, refuse; lower, ask, because an older edition may hold old numbers.
 *
 * Sequences are compared for each key apart. A stolen key can use up its own row of numbers, and
 * not that of the key that takes its place.
 */
import { fromHex, toHex } from '../src-library/format/publickey.ts'
import type { KeyText, PackHead } from '../src-library/format/packhead.ts'
import { verify } from './ed25519.ts'

/** A key that came with Fieldshelf, and the pack ids that are reserved for it. */
export type ShippedKey = { readonly key: KeyText; readonly ids: readonly string[] }

/** What this computer knows of keys. */
export type KnownKeys = {
  readonly shipped: readonly ShippedKey[]
  /** Shipped keys that must have signed a pack whose id is reserved for them. One if nothing is said. */
  readonly needed?: number
  /** From heads that a shipped key signed. */
  readonly vouched: readonly {
    readonly key: KeyText
    readonly name: string
    readonly ids: readonly string[]
  }[]
  /** Keys that the reader accepted. */
  readonly accepted: readonly { readonly key: KeyText; readonly name: string }[]
  readonly withdrawn: readonly { readonly key: KeyText; readonly from: number | null }[]
}

/** The edition of one id that is installed. */
export type InstalledEdition = {
  readonly sequence: number
  readonly digest: string
  /** Keys that may sign the next edition. */
  readonly keys: readonly KeyText[]
  /** The highest sequence that was ever installed, by key. */
  readonly highest: ReadonlyMap<KeyText, number>
}

/** A pack file after its signatures were verified. */
export type SignedPack = {
  readonly head: PackHead
  readonly keys: readonly KeyText[]
  readonly digest: string
}

/** Whose pack this is, as far as this computer knows. */
export type Standing = 'shipped' | 'vouched' | 'accepted' | 'unknown'

export type Verdict =
  /** `key` signed it and is why it may be installed. */
  | { readonly kind: 'install'; readonly standing: Exclude<Standing, 'unknown'>; readonly key: KeyText }
  /** No pack of this key was used here before: the reader compares check numbers first. */
  | { readonly kind: 'ask-publisher'; readonly key: KeyText }
  /** An older edition than one that was installed. */
  | { readonly kind: 'older'; readonly standing: Exclude<Standing, 'unknown'>; readonly key: KeyText }
  | { readonly kind: 'already-here' }
  | { readonly kind: 'refused'; readonly because: Refusal }

export type Refusal =
  /** The key must not be trusted any more. */
  | 'withdrawn'
  /** Another key signed the pack of this id that is here. */
  | 'other-key'
  /** The id belongs to the packs that come with Fieldshelf. */
  | 'reserved'
  /** It belongs to them, and not all who must sign it have done so. */
  | 'too-few-signatures'
  /** The reader makes the pack of this id of own documents on this computer. */
  | 'made-here'
  /** The same sequence as the edition that is here, with other bytes. */
  | 'same-sequence'

const refused = (because: Refusal): Verdict => ({ kind: 'refused', because })

/**
 * `installed` is the edition of the same id, if there is one. `removed` has the highest sequences of an id whose pack
 * was removed: an older edition is still older then.
 */
export function judge(
  pack: SignedPack,
  known: KnownKeys,
  installed: InstalledEdition | null,
  removed: ReadonlyMap<KeyText, number> = new Map(),
): Verdict {
  const { manifest, sequence } = pack.head
  if (pack.keys.some((key) => isWithdrawn(key, sequence, known))) return refused('withdrawn')
  const signer = bestSigner(pack, known)
  const owner = known.shipped.find(({ ids }) => ids.includes(manifest.id))
  const isOwner = ownersAmong(pack.keys, manifest.id, known) > 0
  if (owner && !isOwner) return refused('reserved')
  if (isOwner && !hasSignatures(pack.keys, manifest.id, known)) return refused('too-few-signatures')

  if (installed === null) {
    if (signer.standing === 'unknown') return { kind: 'ask-publisher', key: signer.key }
    const kind = sequence < highestOf(pack.keys, removed) ? 'older' : 'install'
    return { kind, standing: signer.standing, key: signer.key }
  }
  const mayFollow = pack.keys.some((key) => installed.keys.includes(key)) || follows(pack, installed)
  if (!mayFollow && !isOwner) return refused('other-key')
  // A key that signed the edition before is at least accepted, even where the list of accepted keys was lost.
  const standing = signer.standing === 'unknown' ? 'accepted' : signer.standing
  const highest = highestOf(pack.keys, installed.highest)
  if (pack.digest === installed.digest) return { kind: 'already-here' }
  if (sequence === highest && sequence === installed.sequence) return refused('same-sequence')
  return { kind: sequence < highest ? 'older' : 'install', standing, key: signer.key }
}

const ownersAmong = (keys: readonly KeyText[], id: string, { shipped }: KnownKeys): number =>
  shipped.filter(({ key, ids }) => keys.includes(key) && ids.includes(id)).length

/** Whether enough shipped keys signed a pack whose id is reserved for them. */
export const hasSignatures = (keys: readonly KeyText[], id: string, known: KnownKeys): boolean =>
  ownersAmong(keys, id, known) >= (known.needed ?? 1)

const highestOf = (keys: readonly KeyText[], highest: ReadonlyMap<KeyText, number>): number =>
  Math.max(0, ...keys.map((key) => highest.get(key) ?? 0))

/** The keys that may sign the edition after this one: those that signed it, and the one that takes a key's place. */
export function nextKeys({ head, keys }: SignedPack): readonly KeyText[] {
  const next = head.succeeds && isProven(head.succeeds, keys) ? [head.succeeds.key] : []
  return [...new Set([...keys, ...next])]
}

/** The statement of a new key: an old key of this id signed for it. */
function follows({ head, keys }: SignedPack, { keys: old }: InstalledEdition): boolean {
  return head.succeeds !== null && keys.includes(head.succeeds.key) && isProven(head.succeeds, old)
}

/** The bytes that an old key signs for a new one. */
export const successionMessage = (key: KeyText): Uint8Array =>
  new TextEncoder().encode(`fieldshelf key 1\n${key}\n`)

function isProven(
  { key, proof }: { readonly key: KeyText; readonly proof: string },
  old: readonly KeyText[],
): boolean {
  const signature = fromHex(proof)
  if (signature === null) return false
  return old.some((one) => {
    const bytes = fromHex(one)
    return bytes !== null && verify(bytes, successionMessage(key), signature)
  })
}

/** The signer with the highest standing; of equals the first. */
function bestSigner(
  { keys, head }: SignedPack,
  known: KnownKeys,
): { readonly key: KeyText; readonly standing: Standing } {
  const signers = keys.map((key) => ({ key, standing: standingOf(key, head.manifest.id, known) }))
  const order: readonly Standing[] = ['shipped', 'vouched', 'accepted', 'unknown']
  const best = order.flatMap((standing) => signers.filter((signer) => signer.standing === standing))[0]
  return best ?? { key: '', standing: 'unknown' }
}

/** What this computer knows of a key that signed a pack of this id. */
export function standingOf(key: KeyText, id: string, known: KnownKeys): Standing {
  if (known.shipped.some((one) => one.key === key)) return 'shipped'
  if (known.vouched.some((one) => one.key === key && one.ids.includes(id))) return 'vouched'
  if (known.accepted.some((one) => one.key === key)) return 'accepted'
  return 'unknown'
}

/** Whether a key must not be trusted for an edition of this sequence. */
export const isWithdrawn = (key: KeyText, sequence: number, { withdrawn }: KnownKeys): boolean =>
  withdrawn.some((one) => one.key === key && (one.from === null || sequence >= one.from))

/** Keys as they are written in heads and lists. */
export const keyTexts = (keys: readonly Uint8Array[]): readonly KeyText[] => keys.map(toHex)
