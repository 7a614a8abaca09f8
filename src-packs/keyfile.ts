/**
 * A publisher's key as a file: the public key and the name as they are, the seed encrypted under a passphrase.
 *
 * scrypt makes each guess of the passphrase cost about a tenth of a second and 128 MB. Node's own
 * encrypted PKCS#8 uses a PBKDF2 that is far cheaper to guess, so it is not used.
 */
import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import * as v from 'valibot'
import { encodeJson, parseJson } from '../src-library/format/json.ts'
import { fromHex, isSoundKey, toHex } from '../src-library/format/publickey.ts'
import { filled } from '../src-library/format/scalars.ts'
import { failure, success, type Outcome } from '../src-library/model/outcome.ts'
import { publicKeyOf, type Seed } from './ed25519.ts'

export const keyFileExtension = '.shelfkey'
/** Signs of a passphrase; or five words. */
export const shortestPassphrase = 16

export type KeyFile = {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly locked: Locked
}

type Locked = {
  readonly salt: Uint8Array
  readonly nonce: Uint8Array
  readonly sealed: Uint8Array
  readonly tag: Uint8Array
}

export type KeyFileFailure = 'not-a-key-file' | 'wrong-passphrase'

const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 ** 2 }
const cipher = 'aes-256-gcm'

const hex = (bytes: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.length === 2 * bytes && fromHex(text) !== null, `${2 * bytes} hexadecimal digits`),
    v.transform((text): Uint8Array => fromHex(text) ?? new Uint8Array()),
  )

const schema = v.object({
  fieldshelfKey: v.literal(1),
  name: filled,
  publicKey: v.pipe(hex(32), v.check(isSoundKey, 'a sound public key')),
  salt: hex(16),
  nonce: hex(12),
  sealed: hex(32),
  tag: hex(16),
})

/** Whether a passphrase is long enough to be worth the encryption: five words, or 16 signs. */
export const isLongEnough = (passphrase: string): boolean =>
  passphrase.length >= shortestPassphrase || passphrase.trim().split(/\s+/).length >= 5

/** Locks a seed. Each call takes a new salt and a new nonce. */
export function lockKey(name: string, seed: Seed, passphrase: string): KeyFile {
  const salt = new Uint8Array(randomBytes(16))
  const nonce = new Uint8Array(randomBytes(12))
  const sealing = createCipheriv(cipher, stretched(passphrase, salt), nonce)
  const publicKey = publicKeyOf(seed)
  sealing.setAAD(publicKey)
  const sealed = Buffer.concat([sealing.update(seed), sealing.final()])
  return {
    name,
    publicKey,
    locked: { salt, nonce, sealed: new Uint8Array(sealed), tag: new Uint8Array(sealing.getAuthTag()) },
  }
}

/** The seed, where the passphrase is right and the file is whole. */
export function unlockKey({ locked, publicKey }: KeyFile, passphrase: string): Outcome<Seed, KeyFileFailure> {
  try {
    const opening = createDecipheriv(cipher, stretched(passphrase, locked.salt), locked.nonce)
    opening.setAAD(publicKey)
    opening.setAuthTag(locked.tag)
    const seed = new Uint8Array(Buffer.concat([opening.update(locked.sealed), opening.final()]))
    return toHex(publicKeyOf(seed)) === toHex(publicKey) ? success(seed) : failure('wrong-passphrase')
  } catch {
    return failure('wrong-passphrase')
  }
}

export const encodeKeyFile = ({ name, publicKey, locked }: KeyFile): string =>
  encodeJson({
    fieldshelfKey: 1,
    name,
    publicKey: toHex(publicKey),
    salt: toHex(locked.salt),
    nonce: toHex(locked.nonce),
    sealed: toHex(locked.sealed),
    tag: toHex(locked.tag),
  })

export function decodeKeyFile(text: string): Outcome<KeyFile, KeyFileFailure> {
  const json = parseJson(text)
  const read = v.safeParse(schema, json.ok ? json.value : null)
  if (!read.success) return failure('not-a-key-file')
  const { name, publicKey, salt, nonce, sealed, tag } = read.output
  return success({ name, publicKey, locked: { salt, nonce, sealed, tag } })
}

/** Normalised: the same passphrase typed on two systems may be composed differently. */
const stretched = (passphrase: string, salt: Uint8Array): Buffer =>
  scryptSync(passphrase.normalize('NFKC'), salt, 32, cost)
