import { expect, test } from 'vitest'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'
import { inLanguage, titleOfGroup, versionsOf } from './languages.ts'

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
const group = {
  title: 'Start',
  titles: [
    { language: 'az', title: 'Başlanğıc' },
    { language: 'ru-RU', title: 'Начало' },
  ],
  articles,
}
const pack = { language: 'en', news: [], contents: [group] } as unknown as Pack

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

test('a group is called in the reader’s language where it has a title in it, else in the pack’s', () => {
  expect(titleOfGroup(pack, group, 'az')).toEqual({ language: 'az', title: 'Başlanğıc' })
  expect(titleOfGroup(pack, group, 'ru')).toEqual({ language: 'ru-RU', title: 'Начало' })
  expect(titleOfGroup(pack, group, 'en-GB')).toEqual({ language: 'en', title: 'Start' })
  expect(titleOfGroup(pack, group, 'fa')).toEqual({ language: 'en', title: 'Start' })
})
