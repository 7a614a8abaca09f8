import { expect, test } from 'vitest'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'
import { articleKey, inTheLanguage, oncePerSection, sectionKey } from './versions.ts'

const entry = (
  id: string,
  language: string,
  of: string | null,
  anchors: readonly string[],
): ArticleEntry => ({
  id,
  kind: 'encyclopedia',
  title: id,
  summary: '',
  language,
  factsAsOf: null,
  date: null,
  translation: of === null ? null : { of, reviewed: true },
  sections: anchors.map((anchor) => ({ anchor, number: '', title: anchor, depth: 2, confidence: null })),
  keyFigures: [],
})

const pack = {
  id: 'village',
  moved: [{ from: { article: 'old-hours', anchor: null }, to: { article: 'hours', anchor: 'lead' } }],
  contents: [
    {
      title: '',
      titles: [],
      articles: [
        entry('hours', 'en', null, ['lead', 'winter', 'summer']),
        entry('hours-az', 'az-Latn', 'hours', ['lead', 'winter']),
      ],
    },
  ],
  news: [],
} as unknown as Pack
const library = { pack: (id: string) => (id === 'village' ? pack : null) }
const at = (article: string, anchor: string) => ({ pack: 'village', article, anchor })

test('a section and its translation have one key, and so have their articles', () => {
  expect(sectionKey(library, at('hours-az', 'winter'))).toBe(sectionKey(library, at('hours', 'winter')))
  expect(articleKey(library, at('hours-az', 'lead'))).toBe(articleKey(library, at('hours', 'winter')))
  expect(sectionKey(library, at('hours', 'winter'))).not.toBe(sectionKey(library, at('hours', 'summer')))
})

test('an address of an earlier edition has the key of the section that it leads to now', () => {
  expect(sectionKey(library, at('old-hours', 'winter'))).toBe(sectionKey(library, at('hours', 'winter')))
  expect(articleKey(library, at('old-hours', 'winter'))).toBe(articleKey(library, at('hours-az', 'lead')))
})

test('a section of a pack that is not there keeps a key of its own', () => {
  const elsewhere = { pack: 'town', article: 'hours', anchor: 'winter' }
  expect(sectionKey(library, elsewhere)).not.toBe(sectionKey(library, at('hours', 'winter')))
})

test('a section is given in the language asked for, and stays itself where that has no such section', () => {
  expect(inTheLanguage(library, at('hours', 'winter'), 'az')).toEqual(at('hours-az', 'winter'))
  expect(inTheLanguage(library, at('hours-az', 'winter'), 'en')).toEqual(at('hours', 'winter'))
  expect(inTheLanguage(library, at('hours', 'summer'), 'az')).toEqual(at('hours', 'summer'))
  expect(inTheLanguage(library, at('hours', 'winter'), 'ru')).toEqual(at('hours', 'winter'))
})

test('each section is kept once, the first of its versions', () => {
  const sections = [at('hours-az', 'winter'), at('hours', 'winter'), at('hours', 'summer')]
  expect(oncePerSection(library, sections)).toEqual([sections[0], sections[2]])
})
