/** Ed25519 by `node:crypto`: keys and signatures as plain bytes. RFC 8032. */
import {
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** 32 random bytes from which a key pair follows. They are the secret: they are all it takes to sign. */
export type Seed = Uint8Array

export const newSeed = (): Seed => new Uint8Array(randomBytes(32))

// The DER shells of RFC 8410 around 32 bytes: Node takes no bare keys on every version we run on.
const privateShell = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicShell = Buffer.from('302a300506032b6570032100', 'hex')

const privateKey = (seed: Seed): KeyObject =>
  createPrivateKey({ key: Buffer.concat([privateShell, seed]), format: 'der', type: 'pkcs8' })

/** The 32 bytes of the public key. */
export function publicKeyOf(seed: Seed): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return new Uint8Array(der.subarray(publicShell.length))
}

/** 64 bytes. The same seed and message give the same signature. */
export const sign = (seed: Seed, message: Uint8Array): Uint8Array =>
  new Uint8Array(signWith(null, message, privateKey(seed)))

/** False for a wrong signature, and for bytes that are no key or no signature. */
export function verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32 || signature.length !== 64) return false
  try {
    const publicKey = createPublicKey({ key: Buffer.concat([publicShell, key]), format: 'der', type: 'spki' })
    return verifyWith(null, message, publicKey, signature)
  } catch {
    return false
  }
}
