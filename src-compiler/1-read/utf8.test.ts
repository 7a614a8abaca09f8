import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeUtf8 } from './utf8.ts'
import { attempts } from '../../testing/effort.ts'

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The slow way: the longest beginning that is UTF-8 by itself. */
function longestGoodStart(bytes: Uint8Array): number {
  let longest = 0
  for (let length = 1; length <= bytes.length; length++)
    if (isUtf8(bytes.subarray(0, length))) longest = length
  return longest
}

describe('bytes that should be UTF-8', () => {
  it('are decoded without their byte order mark', () => {
    expect(decodeUtf8(new TextEncoder().encode('\ufeffmüəллим 👩‍👧'))).toEqual({ text: 'müəллим 👩‍👧' })
  })

  it.each([
    ['an overlong slash', [0x61, 0xc0, 0xaf], 1],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], 0],
    ['something above U+10FFFF', [0x61, 0x62, 0xf4, 0x90, 0x80, 0x80], 2],
    ['a letter that is cut off', [0x61, 0xe2, 0x82], 1],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 0],
  ])('are refused for %s, at its first byte', (_what, bytes, badByte) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toEqual({ badByte })
  })

  it('are refused where the longest good beginning ends, whatever they are', () => {
    const suspicious = fc.constantFrom(
      0x00,
      0x41,
      0x80,
      0x9f,
      0xa0,
      0xbf,
      0xc2,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xff,
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(suspicious, fc.nat(255)), { maxLength: 12 }), (list) => {
        const bytes = Uint8Array.from(list)
        const decoded = decodeUtf8(bytes)
        if ('text' in decoded) expect(isUtf8(bytes)).toBe(true)
        else expect(decoded.badByte).toBe(longestGoodStart(bytes))
      }),
      { numRuns: attempts(2000) },
    )
  })
})
