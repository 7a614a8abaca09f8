import { describe, expect, it } from 'vitest'
import { addressParts } from './addressparts.ts'

const slug = '2017-trafficking-in-persons-report'

describe('an address', () => {
  it('may break after slashes, and nowhere else while its parts fit', () => {
    expect(addressParts(`https://example.org/reports/${slug}/`, 40)).toEqual([
      'https://example.org/',
      'reports/',
      `${slug}/`,
    ])
  })

  it('breaks a part that does not fit after a sign between its words', () => {
    expect(addressParts('https://example.org/news?id=2016-03&section=society', 28)).toEqual([
      'https://example.org/',
      'news?id=2016-03&section=',
      'society',
    ])
  })

  it('never breaks after a hyphen', () => {
    for (let longest = 8; longest < 40; longest++) {
      for (const part of addressParts(`https://example.org/${slug}`, longest).slice(0, -1)) {
        expect(part).not.toMatch(/-$/)
      }
    }
  })

  it('is whole again when its parts are joined, whatever it is', () => {
    const addresses = [
      '',
      '/',
      '//',
      '-'.repeat(60),
      'ə/𐐀'.repeat(30),
      `mailto:${'x'.repeat(90)}@example.org`,
    ]
    for (const address of addresses) expect(addressParts(address, 20).join('')).toBe(address)
  })

  it('of a megabyte takes no longer than it should', () => {
    expect(addressParts('x'.repeat(1_000_000), 70).join('')).toHaveLength(1_000_000)
  })
})
