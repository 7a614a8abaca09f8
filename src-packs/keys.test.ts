import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isSoundKey, fromHex, lowOrder, toHex } from '../src-library/format/publickey.ts'
import { checkNumber } from './checknumber.ts'
import { developmentKey, developmentSeed } from './developmentkey.ts'
import { publicKeyOf, sign, verify } from './ed25519.ts'
import { decodeKeyFile, encodeKeyFile, isLongEnough, lockKey, unlockKey } from './keyfile.ts'
import { seedOf } from './testing/tinypack.ts'

const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array()

// RFC 8032, section 7.1, tests 1 and 2.
const vectors = [
  {
    seed: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    message: '',
    signature:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  },
  {
    seed: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    message: '72',
    signature:
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  },
]

describe('Ed25519', () => {
  it.each(vectors)('signs and verifies as RFC 8032 does ($message)', ({ seed, key, message, signature }) => {
    expect(toHex(publicKeyOf(bytes(seed)))).toBe(key)
    expect(toHex(sign(bytes(seed), bytes(message)))).toBe(signature)
    expect(verify(bytes(key), bytes(message), bytes(signature))).toBe(true)
    expect(verify(bytes(key), bytes('00'), bytes(signature))).toBe(false)
  })

  it('answers the 151 vectors of Project Wycheproof as they say', () => {
    const rows = readFileSync(new URL('testing/wycheproof.tsv', import.meta.url), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t') as [string, string, string, string, string, string])
    expect(rows).toHaveLength(151)
    const wrong = rows.filter(([, key, message, signature, result]) => {
      const isGood = isSoundKey(bytes(key)) && verify(bytes(key), bytes(message), bytes(signature))
      return isGood !== (result === 'valid')
    })
    expect(wrong).toEqual([])
  })

  it('knows the development key by its seed', () => {
    expect(toHex(publicKeyOf(developmentSeed()))).toBe(developmentKey)
  })

  it('refuses a signature whose second half is not below the order of the group', () => {
    const [{ key, message, signature }] = vectors as [(typeof vectors)[number]]
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const s = littleEndian(signature.slice(64)) + order
    expect(verify(bytes(key), bytes(message), bytes(signature.slice(0, 64) + hexOf(s)))).toBe(false)
  })

  it('answers bytes that are no key or no signature with no', () => {
    expect(verify(new Uint8Array(31), new Uint8Array(), new Uint8Array(64))).toBe(false)
    expect(verify(new Uint8Array(32).fill(255), new Uint8Array(), new Uint8Array(64))).toBe(false)
    expect(verify(publicKeyOf(seedOf('a')), new Uint8Array(), new Uint8Array(63))).toBe(false)
  })
})

describe('a sound key', () => {
  const prime = 2n ** 255n - 19n
  const high = 2n ** 255n

  it('is not of low order: each refused point times eight is the neutral one', () => {
    expect(new Set(lowOrder).size).toBe(5)
    for (const y of lowOrder) expect(timesEight(y, prime)).toBe(1n)
    expect(timesEight(littleEndian(vectors[0]?.key ?? ''), prime)).not.toBe(1n)
  })

  it('is refused in each of the 14 spellings of a low order, and of any value above the prime', () => {
    const spellings = [...lowOrder, prime, prime + 1n].flatMap((y) => [y, y + high])
    expect(spellings).toHaveLength(14)
    for (const spelling of spellings) expect(isSoundKey(bytes(hexOf(spelling)))).toBe(false)
    for (let more = 0n; more < 19n; more++) expect(isSoundKey(bytes(hexOf(prime + more)))).toBe(false)
  })

  it('is what our own key pairs have', () => {
    for (const { key } of vectors) expect(isSoundKey(bytes(key))).toBe(true)
    expect(isSoundKey(bytes('aa'))).toBe(false)
  })
})

describe('a key file', () => {
  const passphrase = 'five words make one phrase'
  const locking = lockKey('Village Library', seedOf('publisher'), passphrase)

  it('gives the seed to the right passphrase only', async () => {
    const read = decodeKeyFile(encodeKeyFile(await locking))
    if (!read.ok) throw new Error(read.failure)
    expect(read.value.name).toBe('Village Library')
    expect(await unlockKey(read.value, passphrase)).toEqual({ ok: true, value: seedOf('publisher') })
    expect(await unlockKey(read.value, 'five words make one phrasE')).toEqual({
      ok: false,
      failure: 'wrong-passphrase',
    })
  })

  it('holds no seed in plain sight', async () => {
    expect(encodeKeyFile(await locking)).not.toContain(toHex(seedOf('publisher')))
  })

  it('is refused when its public key was exchanged', async () => {
    const other = { ...(await locking), publicKey: publicKeyOf(seedOf('stranger')) }
    expect((await unlockKey(other, passphrase)).ok).toBe(false)
  })

  it('is told from a file of another kind when bytes of it are missing', async () => {
    const text = encodeKeyFile(await locking)
    for (const cut of [text.slice(0, -40), text.replace('"salt"', '"sa|t"')])
      expect(decodeKeyFile(cut)).toEqual({ ok: false, failure: 'damaged-key-file' })
  })

  it.each(['', '{}', 'null', '[]', '{"fieldshelfKey":2}'])('is refused when it is %j', (text) => {
    expect(decodeKeyFile(text)).toEqual({ ok: false, failure: 'not-a-key-file' })
  })

  it('asks for five words or sixteen signs', () => {
    expect(['short', 'four words are few', 'a b c d e', 'sixteen-signs-ok'].map(isLongEnough)).toEqual([
      false,
      true,
      true,
      true,
    ])
  })
})

describe('a check number', () => {
  it('is six groups of five digits, and another one for another key', () => {
    const number = checkNumber(publicKeyOf(seedOf('publisher')))
    expect(number).toMatch(/^\d{5}( \d{5}){5}$/)
    expect(checkNumber(publicKeyOf(seedOf('stranger')))).not.toBe(number)
  })
})

const littleEndian = (hex: string): bigint => BigInt(`0x${toHex(bytes(hex).reverse())}`)
const hexOf = (value: bigint): string => toHex(bytes(value.toString(16).padStart(64, '0')).reverse())

/** The y coordinate of eight times a point, from its y alone: y' = (y² + x²) / (2 - y² - x²…) by doubling. */
function timesEight(y: bigint, p: bigint): bigint {
  const d = (-121665n * inverse(121666n, p)) % p
  let [yy] = [(((y % p) + p) % p) as bigint]
  for (let doubling = 0; doubling < 3; doubling++) {
    const y2 = (yy * yy) % p
    const x2 = ((y2 - 1n) * inverse((d * y2 + 1n) % p, p)) % p
    // Doubling on -x² + y² = 1 + d x² y²: y3 = (y² + x²) / (1 - d x² y²) with x1 = x2, y1 = y2.
    yy = ((y2 + x2) * inverse((1n - ((d * x2) % p) * y2) % p, p)) % p
    yy = ((yy % p) + p) % p
  }
  return yy
}

function inverse(value: bigint, p: bigint): bigint {
  let [base, exponent, result] = [((value % p) + p) % p, p - 2n, 1n]
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % p
    base = (base * base) % p
  }
  return result
}
