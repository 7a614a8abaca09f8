import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleKinds } from '../../src-library/model/article.ts'
import { sourceTypes } from '../../src-library/model/source.ts'
import { noFilters } from '../../src-library/search/result.ts'
import { formatLocation, makingSteps, parseLocation, readingHref, type Location } from './location.ts'

const word = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((text) => text !== 'lead')

test('an empty hash is Home', () => {
  expect(parseLocation('')).toEqual({ place: 'home' })
  expect(parseLocation('#/')).toEqual({ place: 'home' })
})

test('a section is addressed by pack, article and anchor, and the lead by the article alone', () => {
  expect(readingHref('az', 'overview', 'lead')).toBe('#/read/az/overview')
  expect(readingHref('az', 'overview', 'shelter', 'sığınacaq')).toBe(
    '#/read/az/overview/shelter?q=s%C4%B1%C4%9F%C4%B1nacaq',
  )
})

test('a hash that means nothing, or holds a broken escape, is unknown and keeps its text', () => {
  for (const hash of [
    '#/nowhere',
    '#/read',
    '#/read/a/b/c/d',
    '#/read/a/%E0%A4%A',
    '#/contents/x',
    '#/changes/a/b',
    '#/changes/a/print/b',
  ]) {
    expect(parseLocation(hash)).toEqual({ place: 'unknown', hash })
  }
})

test('filters that do not exist are dropped', () => {
  const location = parseLocation('#/search?q=a&kind=news&kind=gossip&source=press&source=rumour&year=soon')
  expect(location).toMatchObject({ query: 'a', filters: { kinds: ['news'], years: [], sources: ['press'] } })
})

test('every location survives being written as a hash and read again', () => {
  const search = fc.record({
    place: fc.constantFrom('search' as const, 'evidence' as const),
    query: fc.string({ unit: 'grapheme' }),
    filters: fc.record({
      kinds: fc.subarray([...articleKinds]),
      packs: fc.uniqueArray(fc.constantFrom('az', 'world')),
      years: fc.uniqueArray(fc.constantFrom(0, 2017, 2018, 2025)),
      languages: fc.uniqueArray(fc.constantFrom('az', 'en', 'ru')),
      sources: fc.subarray([...sourceTypes]),
      titleOnly: fc.boolean(),
    }),
    sort: fc.constantFrom('relevance' as const, 'newest' as const),
  })
  const section = { pack: word, article: word, anchor: fc.oneof(fc.constant('lead'), word) }
  const reading = fc.record({ place: fc.constant('reading' as const), ...section, query: fc.string() })
  const beside = fc.record({
    place: fc.constant('beside' as const),
    ...section,
    other: fc.record({ article: section.article, anchor: section.anchor }),
  })
  const printing = fc.record({
    place: fc.constant('printing' as const),
    ...section,
    subsections: fc.boolean(),
  })
  const changes = fc.record({
    place: fc.constantFrom('changes' as const, 'changesPrint' as const),
    pack: word,
    offered: fc.boolean(),
    query: fc.string(),
  })
  const card = fc.record({
    place: fc.constant('printing' as const),
    ...section,
    subsections: fc.boolean(),
    card: word,
  })
  const making = fc.oneof(
    fc.constant({
      place: 'making' as const,
      pack: null,
      step: 'documents' as const,
      document: null,
      line: null,
    }),
    fc.record({
      place: fc.constant('making' as const),
      pack: word,
      step: fc.constantFrom(...makingSteps),
      document: fc.option(word),
      line: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
    }),
  )
  const plain = fc.constantFrom(
    { place: 'home' as const },
    { place: 'contents' as const },
    { place: 'settings' as const },
    { place: 'kept' as const },
    { place: 'about' as const },
    { place: 'numbers' as const },
    { place: 'list' as const },
    { place: 'listPreview' as const },
  )
  fc.assert(
    fc.property(
      fc.oneof(search, reading, beside, printing, card, changes, making, plain),
      (location: Location) => {
        expect(parseLocation(formatLocation(location))).toEqual(location)
      },
    ),
  )
})

test('a search without filters has a short address', () => {
  expect(formatLocation({ place: 'search', query: 'Tier 2', filters: noFilters, sort: 'relevance' })).toBe(
    '#/search?q=Tier+2',
  )
})
