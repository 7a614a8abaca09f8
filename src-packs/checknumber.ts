/**
 * A public key as digits: two people compare them by telephone, in any language.
 * They come from the first 100 bits of the key's SHA-256.
 */
import { createHash } from 'node:crypto'

/** Six groups of five digits, with a blank between groups. */
export function checkNumber(key: Uint8Array): string {
  const hash = createHash('sha256').update(key).digest('hex')
  const bits = BigInt(`0x${hash.slice(0, 25)}`)
  const digits = (bits % 10n ** 30n).toString().padStart(30, '0')
  return (digits.match(/\d{5}/g) ?? []).join(' ')
}
