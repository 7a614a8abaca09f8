/** Writing the same text in an equivalent way changes nothing that is found, and different numbers stay different. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Marker } from './asking/marks.ts'
import { search } from './search.ts'
import { suggest } from './suggest.ts'
import { packOf } from './testing/samples.ts'

/** Each in all the ways that are the same. */
const writings: readonly (readonly string[])[] = [
  [
    '13,000',
    '13 000',
    '13.000',
    '13000',
    '13\u00a0000',
    '13\u2009000',
    '13\u202f000',
    '13\u2007000',
    '13’000',
    '13·000',
    '13_000',
  ],
  ['1,00,000', '100,000', '100 000'],
  ['12,5', '12.5', '12·5'],
  ['144-1', '144–1', '144‑1', '144−1', '144—1', '144¹', '144 - 1', '144 – 1', '144- 1', '144 –1'],
  [
    '+994 12 490 12 34',
    '+994124901234',
    '0124901234',
    '(012) 490-12-34',
    '012 490 12 34',
    '00994 12 490 12 34',
    '012/490-12-34',
  ],
  ['0800 123 456', '0800123456', '0-800-123-456'],
  ['116 111', '116111', '116-111'],
  ['co-operation', 'cooperation', 'co‑operation', 'co–operation', 'co‧operation', 'coope\u00adration'],
  ['on-line', 'online'],
  ['anti-trafficking', 'antitrafficking'],
  ['office', 'o\ufb03ce', 'of\ufb01ce'.replace('\ufb01', 'fi'), 'ｏｆｆｉｃｅ'],
  ['m2', 'm²'],
  ['mərkəzi', 'mǝrkǝzi', 'MƎRKƎZI'.replaceAll('I', 'i'), 'mәrkәzi', 'mɘrkɘzi', 'm∂rk∂zi', 'merkezi'],
  ['Oʻzbekiston', "O'zbekiston", 'O’zbekiston', 'Oʼzbekiston', 'Ozbekiston'],
  [
    'lawyer',
    'law\ufeffyer',
    'law\u200byer',
    'law\u2060yer',
    'law\u200eyer',
    'law\u3164yer',
    'law\u{e0001}yer',
  ],
  ['U.S.', 'U.S', 'US', 'U. S.', 'U.\u00a0S.'],
  ['U.N.', 'UN', 'U. N.'],
  ['т. е.', 'т.е.'],
  ['e. g.', 'e.g.'],
  ['1/2', '½', '1⁄2'],
  ['3/4', '¾', '3∕4'],
  ['1/3', '⅓'],
  ['5 °C', '5 ℃', '5°C'],
]
const language = fc.constantFrom('en', 'az', 'ru')
const ways = fc
  .constantFrom(...writings)
  .chain((all) => fc.tuple(fc.constantFrom(...all), fc.constantFrom(...all)))
const filler = fc.array(fc.constantFrom('the', 'help', 'of', 'qurban', 'статья', 'per', 'and'), {
  maxLength: 4,
})

const packWith = (text: string, own: string) =>
  packOf([
    { id: 'wanted', title: 'One', language: own, sections: [{ text }] },
    { id: 'other', title: 'Two', language: own, sections: [{ text: 'nothing of the kind' }] },
  ])
const foundBy = (query: string, text: string, own = 'en'): string[] =>
  search([packWith(text, own)], query).hits.map((hit) => hit.article)

describe('the same in another writing', () => {
  it('is found, alone and among other words, and marked in its place', () => {
    fc.assert(
      fc.property(ways, filler, filler, language, ([written, asked], before, behind, own) => {
        const lead = before.map((word) => `${word} `).join('')
        const text = `${lead}${written} ${behind.join(' ')}`
        const { hits, marks, missing } = search([packWith(text, own)], `${asked} `)
        expect(
          hits.map((hit) => hit.article),
          `${asked} in ${text}`,
        ).toEqual(['wanted'])
        expect(missing, `${asked} in ${text}`).toEqual([])
        const marked = new Marker(marks).in(text, own).filter(({ start }) => start >= lead.length)
        expect(marked[0], `${asked} in ${text}`).toMatchObject({ start: lead.length })
        expect(
          marked.find(({ end }) => end === lead.length + written.length),
          `${asked} in ${text}`,
        ).toBeDefined()
      }),
      { numRuns: 1500 },
    )
  })

  it('is found in quotes with the words around it, and left out by a minus', () => {
    fc.assert(
      fc.property(ways, language, ([written, asked], own) => {
        const text = `qurban ${written} help`
        expect(foundBy(`"qurban ${asked} help"`, text, own), `${asked} in ${text}`).toEqual(['wanted'])
        expect(foundBy(`help -${asked}`, text, own), `-${asked} in ${text}`).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('is completed', () => {
    const texts = (text: string, typed: string): string[] =>
      suggest([packWith(text, 'en')], typed, 4).flatMap((one) => (one.kind === 'words' ? one.text : []))
    expect(texts('the coope\u00adration', 'coop')).toEqual(['cooperation'])
    expect(texts('the \ufb01le', 'fil')).toEqual(['file'])
    expect(texts('Mǝrkǝzi', 'mərk')).toEqual(['mərkəzi'])
  })
})

it('is found at each end of a range, glued to letters, and over the end of a line', () => {
  for (const [text, queries] of [
    ['10,000–15,000 calls', ['10 000', '15000']],
    ['5 000-6 000 calls', ['5,000', '6000']],
    ['for 1,5–2 years', ['1.5', '2']],
    ['Articles 144-1–144-3', ['144–1', '144–3']],
    ['13,000AZN', ['13 000', 'AZN']],
    ['USD13,000', ['13000', 'USD']],
    ['2,5x as many', ['2.5']],
    ['2½ years', ['½', '2 1/2', '2½']],
    ['inter-agency co- operation', ['cooperation', 'co-operation']],
  ] as const)
    for (const query of queries) expect(foundBy(`${query} `, text), `${query} in ${text}`).toEqual(['wanted'])
})

it('is found in any form of the joined word, and no part of it is corrected', () => {
  for (const [text, query] of [
    ['a cooperation', 'co-operations '],
    ['the caseworker came', 'case worker '],
    ['underage girls', 'under age '],
    ['their wellbeing', 'well being '],
  ] as const) {
    const { hits, missing, corrections } = search([packWith(text, 'en')], query)
    expect(
      hits.map((hit) => hit.article),
      query,
    ).toEqual(['wanted'])
    expect({ missing, corrections }, query).toEqual({ missing: [], corrections: [] })
  }
})

it('the sign of a number is no word, whichever it is', () => {
  const signs = [
    '№ 123',
    '№123',
    'No. 123',
    'No.123',
    'no 123',
    'N 123',
    'N° 123',
    'Nº 123',
    'Nr. 123',
    'N123',
  ]
  for (const text of signs)
    for (const query of [...signs, '123']) {
      const { hits, missing } = search([packWith(`Decision ${text} of 2009`, 'ru')], `${query} `)
      expect(hits, `${query} in ${text}`).toHaveLength(1)
      expect(missing, `${query} in ${text}`).toEqual([])
      expect(foundBy(`"Decision ${query} of"`, `Decision ${text} of 2009`), query).toEqual(['wanted'])
    }
})

it('a letter and a word are found together, with a hyphen and apart', () => {
  const writings = ['T visa', 'T-visa', 'Tvisa', 'T‑visa']
  for (const text of writings)
    for (const query of writings) expect(foundBy(`${query} `, `a ${text} for`), query).toEqual(['wanted'])
  for (const [text, query] of [
    ['COVID19', 'COVID 19 '],
    ['H1B', 'H 1B '],
  ] as const)
    expect(search([packWith(text, 'en')], query).missing, query).toEqual([])
})

it('a short number is found as people say it, and a text with such a range is not', () => {
  for (const query of ['1-52', '1‑52', '1-5-2', '1 52', '1 5 2'])
    for (const typed of [query, `${query} `]) {
      const answer = search([packWith('call 152 by day and night', 'en')], typed)
      expect(answer.missing, typed).toEqual([])
      expect(answer.hits, typed).toHaveLength(1)
    }
  expect(foundBy('112 ', 'Articles 1-12 of the law')).toEqual([])
  expect(foundBy('1-12 ', 'Articles 1-12 of the law')).toEqual(['wanted'])
})

it('a minus before the second part of an article of law leaves nothing out', () => {
  expect(foundBy('Article 144 -1 ', 'Article 144-1 of the Code, part 1')).toEqual(['wanted'])
})

describe('another number', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 999_999 }).map(String),
    fc.tuple(fc.integer({ min: 100, max: 400 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}-${b}`),
    fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 })).map(([a, b]) => `${a}.${b}`),
  )
  const inAnyWriting = fc
    .tuple(number, fc.constantFrom(',', '.', '\u202f', '', '–', '¹'))
    .map(([plain, sign]) => {
      const written =
        sign === '–' || sign === '¹'
          ? plain.replace('-', '–')
          : plain.replace(/^(\d{1,3})(\d{3})$/, `$1${sign}$2`)
      return { plain, written }
    })

  it('is not found', () => {
    fc.assert(
      fc.property(inAnyWriting, inAnyWriting, (one, other) => {
        fc.pre(one.plain !== other.plain)
        expect(
          foundBy(`${other.written} `, `counted ${one.written} times`),
          `${other.written} in ${one.written}`,
        ).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })

  it('of a telephone is not found where it is written whole', () => {
    for (const other of ['050 490 12 34', '+7 12 490 12 34', '012 490 12 35', '490-12-35'])
      expect(search([packWith('call +994 12 490 12 34', 'en')], other).complete, other).toBe(0)
  })
})

it('does not correct an unknown word to one with another beginning', () => {
  for (const [text, query] of [
    ['integration of people', 'reintegration '],
    ['the operation', 'cooperation '],
    ['a lawful act', 'unlawful '],
  ] as const)
    expect(search([packWith(text, 'en')], query).corrections, query).toEqual([])
})

it('a hyphen after a quote does not exclude the next word', () => {
  const answer = search(
    [packWith('human trafficking and related services', 'en')],
    '"human trafficking"-related services',
  )
  expect(answer.hits.map((hit) => hit.article)).toEqual(['wanted'])
})
