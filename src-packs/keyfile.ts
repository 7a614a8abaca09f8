/**
 * A publisher's key as a file: the public key and the name as they are, the seed encrypted under a passphrase.
 *
 * scrypt makes each guess of the passphrase cost about a tenth of a second and 128 MB. Node's own
 * encrypted PKCS#8 uses a PBKDF2 that is far cheaper to guess, so it is not used.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
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

/** `not-a-key-file`: a file of another kind. `damaged-key-file`: it began as a key file. */
export type KeyFileFailure = 'not-a-key-file' | 'damaged-key-file' | 'wrong-passphrase'

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
export async function lockKey(name: string, seed: Seed, passphrase: string): Promise<KeyFile> {
  const salt = new Uint8Array(randomBytes(16))
  const nonce = new Uint8Array(randomBytes(12))
  const key = await stretched(passphrase, salt)
  const sealing = createCipheriv(cipher, key, nonce)
  key.fill(0)
  const publicKey = publicKeyOf(seed)
  sealing.setAAD(publicKey)
  const sealed = Buffer.concat([sealing.update(seed), sealing.final()])
  return {
    name,
    publicKey,
    locked: { salt, nonce, sealed: new Uint8Array(sealed), tag: new Uint8Array(sealing.getAuthTag()) },
  }
}

/** The seed, where the passphrase is right and the file is whole. The caller overwrites it after use. */
export async function unlockKey(
  { locked, publicKey }: KeyFile,
  passphrase: string,
): Promise<Outcome<Seed, KeyFileFailure>> {
  const key = await stretched(passphrase, locked.salt)
  try {
    const opening = createDecipheriv(cipher, key, locked.nonce)
    opening.setAAD(publicKey)
    opening.setAuthTag(locked.tag)
    const seed = new Uint8Array(Buffer.concat([opening.update(locked.sealed), opening.final()]))
    return toHex(publicKeyOf(seed)) === toHex(publicKey) ? success(seed) : failure('wrong-passphrase')
  } catch {
    return failure('wrong-passphrase')
  } finally {
    key.fill(0)
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
  if (!read.success) return failure(isOfKey(text) ? 'damaged-key-file' : 'not-a-key-file')
  const { name, publicKey, salt, nonce, sealed, tag } = read.output
  return success({ name, publicKey, locked: { salt, nonce, sealed, tag } })
}

/** Whether the text began as a key file of this form. */
const isOfKey = (text: string): boolean => /^\s*\{\s*"fieldshelfKey"\s*:\s*1\b/.test(text)

/** Normalised: the same passphrase typed on two systems may be composed differently. */
const stretched = (passphrase: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })
