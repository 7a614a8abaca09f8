/** Signing a pack of own documents, as main and the page speak of it. No secret half of a key and no path comes from the page. */
import * as v from 'valibot'
import type { CopyRemarks, OwnFailure } from './own.ts'

/** A publisher's key that was chosen or made, as far as everybody may know it. */
export type SigningKey = {
  readonly name: string
  /** Six groups of five digits, to compare by telephone. */
  readonly checkNumber: string
  /** 64 hexadecimal digits. */
  readonly publicKey: string
  /** Where its file is, to be told to the reader. */
  readonly file: string
}

export type SignedCopy = CopyRemarks & {
  readonly path: string
  readonly bytes: number
  readonly sequence: number
}

export type SigningFailureKind =
  | Exclude<OwnFailure['kind'], 'stale' | 'reserved'>
  /** It was changed since it was saved, or never saved. */
  | 'not-saved'
  | 'no-key'
  /** The key file can't be read: the stick that it is on was removed. */
  | 'key-gone'
  /** A file of another kind. */
  | 'not-a-key'
  | 'key-damaged'
  | 'wrong-passphrase'
  | 'short-passphrase'
  /** The publisher's name is empty, too long, or has signs that a reader can't see. */
  | 'name'
  /** A file of this name is there. Nothing is replaced. */
  | 'name-taken'
  /** The folder chosen is the one that Fieldshelf keeps its own data in. */
  | 'own-folder'
  /** The stick or the folder was removed. */
  | 'gone'
  /** The signed file can't be read back. */
  | 'unsound'
export type SigningFailure = { readonly kind: SigningFailureKind }

/** Signs of a passphrase: no person types more. */
const passphrase = v.pipe(v.string(), v.maxLength(1_000))

export const keyRequestSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('choose') }),
  v.strictObject({ kind: v.literal('make'), name: v.pipe(v.string(), v.maxLength(1_000)), passphrase }),
])
export type KeyRequest = v.InferOutput<typeof keyRequestSchema>

export const passphraseSchema = passphrase
