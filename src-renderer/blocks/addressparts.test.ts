import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressAtoms, addressParts, hasPaperPieces, paperPieces, shortAddress } from './addressparts.ts'

describe('an address', () => {
  it('may break after slashes and signs between its words, and nowhere else', () => {
    expect(addressParts('https://example.org/2017-report/news?id=2016-03&b=c_d')).toEqual([
      'https://',
      'example.',
      'org/',
      '2017-report/',
      'news?',
      'id=',
      '2016-03&',
      'b=',
      'c_',
      'd',
    ])
  })

  it('without room breaks before a hyphen and never after it, and never inside %C9', () => {
    expect(addressAtoms('a-b%C9%99-')).toEqual(['a', '-b', '%C9', '%99', '-'])
  })

  it('is whole again when its parts or their atoms are joined, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a-/%C9?&=_.ə𐐀'.split('')) }), (text) => {
        const parts = addressParts(text)
        expect(parts.join('')).toBe(text)
        expect(parts.flatMap(addressAtoms).join('')).toBe(text)
        for (const part of parts.slice(0, -1)) expect(part).not.toMatch(/-$/)
        for (const atom of addressAtoms(text).slice(0, -1)) expect(atom).not.toMatch(/-$/)
      }),
    )
  })

  it('of a megabyte takes no longer than it should', () => {
    expect(addressParts('x'.repeat(1_000_000)).join('')).toHaveLength(1_000_000)
  })

  it('is short where a link carries it: without https, with letters for their bytes', () => {
    expect(shortAddress('https://example.org/')).toBe('example.org')
    expect(shortAddress('https://example.org/%C6%8Fl%20a%2Fb/')).toBe('example.org/Əl%20a%2Fb/')
    expect(shortAddress('http://example.org/%FF')).toBe('http://example.org/%FF')
  })
})

describe('a text on paper', () => {
  const kinds = (text: string): readonly string[] =>
    paperPieces(text).flatMap(({ kind, value }) => (kind === 'text' ? [] : [`${kind} ${value}`]))

  it('keeps a number with its suffix, and a number of parts, on one line', () => {
    expect(kinds('2016-cı ildə 144-1 və 562-21-12, 4,9-dan')).toEqual([
      'kept 2016-cı',
      'kept 144-1',
      'kept 562-21-12',
      'kept 4,9-dan',
    ])
    expect(kinds('из-за границы, well-known, a-1')).toEqual([])
  })

  it('knows an address from the sign that ends the sentence', () => {
    expect(kinds('See (https://example.org/a-b?c=1), or www.example.org.')).toEqual([
      'address https://example.org/a-b?c=1',
      'address www.example.org',
    ])
  })

  it('is whole again when its pieces are joined', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'a1-.,/: ə'.split(''), 'https://', 'www.') }),
        (text) => {
          const pieces = paperPieces(text)
          expect(pieces.map(({ value }) => value).join('')).toBe(text)
          if (!hasPaperPieces(text)) expect(pieces.every(({ kind }) => kind === 'text')).toBe(true)
        },
      ),
    )
  })
})
