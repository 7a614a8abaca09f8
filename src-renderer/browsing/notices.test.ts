import { describe, expect, test } from 'vitest'
import { decodeNotices } from './notices.ts'

const lunr = { name: 'lunr', version: '2.3.9', licence: 'MIT', address: 'https://example.org/lunr', text: 0 }

describe('decoding third-party notices', () => {
  test('gives each package its licence text, also where two share one', () => {
    const file = { texts: ['MIT text'], packages: [lunr, { ...lunr, name: 'other' }] }
    const read = decodeNotices(file)
    expect(read.ok && read.value.map(({ name, text }) => [name, text])).toEqual([
      ['lunr', 'MIT text'],
      ['other', 'MIT text'],
    ])
  })

  test.each<[string, unknown]>([
    ['no list', null],
    ['a package without its text', { texts: [], packages: [lunr] }],
    ['a package with an empty text', { texts: [''], packages: [lunr] }],
    ['a number below zero', { texts: ['x'], packages: [{ ...lunr, text: -1 }] }],
  ])('fails on %s', (_what, value) => {
    expect(decodeNotices(value).ok).toBe(false)
  })
})
