import { expect, test } from 'vitest'
import { noDesk } from '../../../src-library/model/desk.ts'
import type { ArticleEntry, Pack } from '../../../src-library/model/pack.ts'
import { figuresFor } from './figures.ts'

const source = (id: string) =>
  ({ id, title: id, publisher: id, type: 'state', published: null, address: null, read: null }) as const
const news = (id: string, date: string | null, ...keyFigures: ArticleEntry['keyFigures']): ArticleEntry => ({
  id,
  kind: 'news',
  title: `The report of ${date ?? 'an unknown year'}`,
  summary: '',
  language: 'en',
  factsAsOf: null,
  date,
  translation: null,
  sections: [],
  keyFigures,
})
const pack: Pack = {
  id: 'p',
  title: 'P',
  edition: '1',
  language: 'en',
  factsAsOf: null,
  publisher: '',
  licence: null,
  help: null,
  answers: [],
  desk: noDesk,
  sets: [],
  moved: [],
  contents: [],
  news: [
    news('old', '2019-06-20', { value: '98', label: 'victims identified in 2018', source: 'us' }),
    news(
      'new',
      '2025-05-16',
      { value: '80', label: 'victims in 2024, 10 fewer than in 2023', source: 'us' },
      { value: '12', label: 'victims in 2024 who were children', source: 'us' },
      { value: 'Tier 2', label: 'placement, the fourth year running', source: 'us' },
      { value: '56', label: 'victims in 2024 in the shelter', source: null },
    ),
    news('undated', null, { value: '7', label: 'victims in 2024 of whom nobody knows when', source: 'us' }),
  ],
  sources: [source('charter'), source('us')],
}

const figures = (text: string): string[] =>
  figuresFor({ text, corrections: [] }, [pack], 'en').map(({ figure }) => figure.value)

test('a query names a key figure by its value, or by two words that are all in it', () => {
  expect(figures('tier 2')).toEqual(['Tier 2'])
  expect(figures('victims 2024')).toEqual(['80', '12'])
  expect(figures('victim identified 2018')).toEqual(['98'])
  for (const text of ['victims', '2024', 'tier', 'victims 2017', 'shelter victims budget'])
    expect(figures(text)).toEqual([])
})

test('a year in the headline is not the year of the figure', () => {
  expect(figures('report 98')).toEqual([])
  expect(figures('the report of 2019')).toEqual([])
})

test('a figure without a source or a date is no answer', () => {
  expect(figures('56')).toEqual([])
  expect(figures('victims nobody')).toEqual([])
})

test('an item in several languages answers once, in the reader’s where the query names its figures there', () => {
  const inRussian: ArticleEntry = {
    ...news('new.ru', '2025-05-16', { value: 'Tier 2', label: 'четвёртый год подряд', source: 'us' }),
    language: 'ru-RU',
    translation: { of: 'new', reviewed: false },
  }
  const translated = { ...pack, news: [...pack.news, inRussian] }
  const answers = (text: string, language: string): string[] =>
    figuresFor({ text, corrections: [] }, [translated], language).map(({ entry }) => entry.id)
  expect(answers('Tier 2', 'en')).toEqual(['new'])
  expect(answers('Tier 2', 'ru')).toEqual(['new.ru'])
  expect(answers('Tier 2', 'az')).toEqual(['new'])
  expect(answers('victims fewer', 'ru')).toEqual(['new'])
})
