import { expect, test } from 'vitest'
import { addressNow, movedAddress } from './moved.ts'
import type { ArticleEntry } from './pack.ts'

const entry = (id: string, language: string, of: string | null, ...anchors: string[]): ArticleEntry => ({
  id,
  kind: 'encyclopedia',
  title: id,
  summary: '',
  language,
  factsAsOf: null,
  date: null,
  translation: of === null ? null : { of, reviewed: true },
  sections: ['lead', ...anchors].map((anchor) => ({
    anchor,
    number: '',
    title: anchor,
    depth: 2,
    confidence: null,
  })),
  keyFigures: [],
})

const pack = {
  news: [],
  contents: [
    {
      title: '',
      titles: [],
      articles: [
        entry('shelters', 'en', null, 'compared', 'rooms'),
        entry('shelters.az', 'az', 'shelters', 'compared'),
        entry('rights', 'en', null, 'money'),
        entry('rights.az', 'az', 'rights', 'money'),
      ],
    },
  ],
  moved: [
    { from: { article: 'rights', anchor: 'which-door' }, to: { article: 'shelters', anchor: 'compared' } },
    { from: { article: 'houses', anchor: null }, to: { article: 'shelters', anchor: 'compared' } },
  ],
}
const now = (article: string, anchor: string): string | null => {
  const place = addressNow(pack, { article, anchor })
  return place && `${place.article}#${place.anchor}`
}

test('an address that exists stays as it is', () => {
  expect(now('shelters', 'rooms')).toBe('shelters#rooms')
})

test('a moved section is followed, from a translation to the version in its language', () => {
  expect(now('rights', 'which-door')).toBe('shelters#compared')
  expect(now('rights.az', 'which-door')).toBe('shelters.az#compared')
})

test('a moved article is followed section by section, and else to the place that was named', () => {
  expect(now('houses', 'rooms')).toBe('shelters#rooms')
  expect(now('houses', 'garden')).toBe('shelters#compared')
})

test('an unknown anchor leads to its article, an unknown article nowhere', () => {
  expect(now('rights', 'gone')).toBe('rights#lead')
  expect(now('gone', 'lead')).toBeNull()
})

test('only what the authors moved is a moved address', () => {
  expect(movedAddress(pack, { article: 'houses', anchor: 'rooms' })).toEqual({
    article: 'shelters',
    anchor: 'rooms',
  })
  expect(movedAddress(pack, { article: 'rights.az', anchor: 'which-door' })).toEqual({
    article: 'shelters.az',
    anchor: 'compared',
  })
  for (const [article, anchor] of [
    ['rights', 'money'],
    ['rights', 'unknown'],
    ['nowhere', 'lead'],
  ] as const)
    expect(movedAddress(pack, { article, anchor })).toBeNull()
})
