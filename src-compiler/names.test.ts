import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAnchor } from '../src-library/format/paths.ts'
import { claimAnchors } from './3-resolve/anchors.ts'
import { nameOf, Names } from './names.ts'

describe('a name made from words', () => {
  it.each([
    ['Main Department, 144-1', 'main-department-144-1'],
    ['İNSAN ALVERİ: ə, ş, ğ', 'insan-alveri-e-s-g'],
    ['Iğdır ılıq', 'igdir-iliq'],
    ['Торговля людьми; й, ё', 'торговля-людьми-й-е'],
    ['The state’s “code”', 'the-states-code'],
    ['Straße', 'strasse'],
    ['?!', 'section'],
    ['', 'section'],
  ])('%j becomes %j', (words, name) => expect(nameOf(words)).toBe(name))

  it('is a legal anchor, whatever the words', () => {
    const words = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 300 }))
    fc.assert(
      fc.property(words, (text) => {
        expect(isAnchor(nameOf(text))).toBe(true)
      }),
    )
  })

  it('does not depend on how letters are composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(nameOf(text.normalize('NFD'))).toBe(nameOf(text.normalize('NFC')))
      }),
    )
  })
})

describe('the anchors of a document', () => {
  const titles = fc.constantFrom('Help', 'Help 2', 'help', 'Lead', '!', 'Ə', 'e', 'a-2', 'a')
  const headings = fc.array(
    fc.record({
      title: titles,
      explicit: fc.option(fc.constantFrom('help', 'help-2', 'x', 'lead'), { freq: 3 }),
    }),
  )

  it('all differ, and none is the lead’s', () => {
    fc.assert(
      fc.property(headings, (list) => {
        const anchors = claimAnchors(list)
        expect(anchors).toHaveLength(list.length)
        expect(new Set(['lead', ...anchors]).size).toBe(list.length + 1)
      }),
    )
  })

  it('keep every explicit one at its first place', () => {
    fc.assert(
      fc.property(headings, (list) => {
        const anchors = claimAnchors(list)
        list.forEach(({ explicit }, i) => {
          const isFirst = list.findIndex((one) => one.explicit === explicit) === i
          if (explicit !== null && explicit !== 'lead' && isFirst) expect(anchors[i]).toBe(explicit)
        })
      }),
    )
  })

  it('stay as they are when a heading is added at the end', () => {
    fc.assert(
      fc.property(headings, titles, (list, title) => {
        expect(claimAnchors([...list, { title, explicit: null }]).slice(0, -1)).toEqual(claimAnchors(list))
      }),
    )
  })
})

describe('names that are given once', () => {
  it('are numbered from the second on, past those that are taken', () => {
    const names = new Names(['a', 'b-2'])
    expect(['a', 'b', 'b', 'a', 'c'].map((base) => names.claim(base))).toEqual([
      'a-2',
      'b',
      'b-3',
      'a-3',
      'c',
    ])
  })
})
