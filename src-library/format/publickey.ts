/**
 * Ed25519 public keys as bytes: which of them may sign a pack.
 *
 * OpenSSL and BoringSSL differ in which odd keys they accept. So odd keys are refused here,
 * before any signature is checked: a key of low order signs every message, and a key with two
 * spellings would be two publishers in the table of keys. RFC 8032, section 5.1.3.
 */

/** Bytes of a public key and of a signature. */
export const keyBytes = 32
export const signatureBytes = 64

/** 2^255 - 19, the field's prime. */
const prime = (1n << 255n) - 19n

/**
 * The y coordinates of the eight points whose order divides 8. Each has at most two points, which
 * differ by the sign of x, so the sign is not looked at. A test multiplies each point by 8.
 */
export const lowOrder: readonly bigint[] = [
  0n,
  1n,
  prime - 1n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
]

/** Whether the key has 32 bytes, is written in the one canonical way, and is not of low order. */
export function isSoundKey(key: Uint8Array): boolean {
  if (key.length !== keyBytes) return false
  const y = coordinateOf(key)
  return y < prime && !lowOrder.includes(y)
}

/** The y coordinate: 255 bits, little-endian. The highest bit is the sign of x. */
function coordinateOf(key: Uint8Array): bigint {
  let y = 0n
  for (let i = keyBytes - 1; i >= 0; i--) {
    const byte = key[i] ?? 0
    y = (y << 8n) | BigInt(i === keyBytes - 1 ? byte & 0x7f : byte)
  }
  return y
}

/** Bytes as lower-case hexadecimal digits, two a byte. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The bytes of hexadecimal digits; null where the text is anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  )
}
