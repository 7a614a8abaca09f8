import { describe, expect, it } from 'vitest'
import { isAnchor, isArticleId, isPackId, isPackPath } from './paths.ts'
import { isLanguageTag, isPartialDate } from './scalars.ts'

describe('an article’s id', () => {
  it.each(['a', 'MED-10', 'help-numbers', '2017-us-report', 'a.b_c', 'constructor', 'x'.repeat(100)])(
    'may be “%s”',
    (id) => expect(isArticleId(id)).toBe(true),
  )
  it.each([
    '',
    '.',
    '..',
    'a..b',
    'a.',
    '-a',
    '_a',
    'ə',
    'a b',
    'a/b',
    'con',
    'NUL',
    'lpt1.x',
    'x'.repeat(101),
  ])('may not be “%s”', (id) => expect(isArticleId(id)).toBe(false))
})

describe('an anchor', () => {
  it.each(['lead', 'insan-alveri', 'торговля', '144-1', '法'])('may be “%s”', (anchor) =>
    expect(isAnchor(anchor)).toBe(true),
  )
  it.each(['', '-a', 'a b', 'a#b', 'a/b', 'a"b', '<b>'])('may not be “%s”', (anchor) =>
    expect(isAnchor(anchor)).toBe(false),
  )
})

describe('a pack’s id', () => {
  it('is lower case', () =>
    expect([isPackId('a-1'), isPackId('A-1'), isPackId('')]).toEqual([true, false, false]))
})

describe('a path inside a pack', () => {
  it.each(['manifest.json', 'pack.json', 'articles/a.json', 'search/index.bin', 'figures/map.png'])(
    'may be “%s”',
    (path) => expect(isPackPath(path)).toBe(true),
  )
  it.each(['figures/data.csv', 'articles/a.JSON', './pack.json', 'articles//a.json', 'search/index.bin/x'])(
    'may not be “%s”',
    (path) => expect(isPackPath(path)).toBe(false),
  )
})

describe('a date', () => {
  it.each(['2026', '2026-11', '2026-11-22', '2024-02-29', '0001'])('may be %s', (date) =>
    expect(isPartialDate(date)).toBe(true),
  )
  it.each(['2026-13', '2026-00', '2025-02-29', '2026-11-31', '26', '2026-1', '22.11.2026', ''])(
    'may not be “%s”',
    (date) => expect(isPartialDate(date)).toBe(false),
  )
})

describe('a language tag', () => {
  it.each(['en', 'az', 'az-Cyrl', 'zh-Hant-TW', 'sr-Latn'])('may be %s', (tag) =>
    expect(isLanguageTag(tag)).toBe(true),
  )
  it.each(['', 'english', 'e', 'az_AZ', 'az-', 'en"'])('may not be “%s”', (tag) =>
    expect(isLanguageTag(tag)).toBe(false),
  )
})
