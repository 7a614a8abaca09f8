import { expect, test } from 'vitest'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'
import { inLanguage, versionsOf } from './languages.ts'

const entry = (id: string, language: string, of: string | null = null): ArticleEntry => ({
  id,
  kind: 'encyclopedia',
  title: id,
  summary: '',
  language,
  factsAsOf: null,
  date: null,
  translation: of === null ? null : { of, reviewed: false },
  sections: [],
  keyFigures: [],
})

const articles = [
  entry('hours', 'en'),
  entry('hours.az', 'az', 'hours'),
  entry('hours.ru', 'ru-RU', 'hours'),
  entry('rules', 'en'),
]
const pack = { news: [], contents: [{ title: '', articles }] } as unknown as Pack

test('every article is listed once, in the reader’s language where it is there', () => {
  const ids = (language: string) => inLanguage(articles, language).map(({ id }) => id)
  expect(ids('en')).toEqual(['hours', 'rules'])
  expect(ids('az')).toEqual(['hours.az', 'rules'])
  expect(ids('ru')).toEqual(['hours.ru', 'rules'])
})

test('from any version one gets to all the others', () => {
  for (const id of ['hours', 'hours.az', 'hours.ru']) {
    expect(versionsOf(pack, id).map((one) => one.id)).toEqual(['hours', 'hours.az', 'hours.ru'])
  }
  expect(versionsOf(pack, 'rules').map((one) => one.id)).toEqual(['rules'])
})
