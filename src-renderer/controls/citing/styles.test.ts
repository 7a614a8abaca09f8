import { expect, test } from 'vitest'
import type { Article, Section } from '../../../src-library/model/article.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { enAids } from '../../messages/en-aids.ts'
import { en } from '../../messages/en.ts'
import { referenceStyles, styledReference, type ReferenceStyle } from './styles.ts'

const report: Source = {
  id: 'report',
  title: 'Annual report',
  publisher: 'The village council',
  type: 'state',
  published: '2024-05-21',
  address: 'https://example.org/report',
  read: '2026-11-22',
}
const paper: Source = {
  ...report,
  id: 'paper',
  title: 'Who reads?',
  publisher: 'A. Reader',
  published: null,
  address: null,
  read: null,
}

const section = {
  anchor: 'hours',
  number: '1',
  title: 'Hours',
  heading: { depth: 2 },
  factsAsOf: null,
} as unknown as Section
const article = {
  title: 'The library',
  factsAsOf: '2026-11-22',
  translation: null,
  sections: [{ ...section, anchor: 'lead', number: '', title: '' }, section],
} as unknown as Article
const pack = { title: 'The village', edition: '2026-11' } as unknown as Pack

const name = 'The library › Hours (1). The village. Edition 2026-11. Facts as of 22 November 2026.'
const lines = (style: ReferenceStyle): readonly string[] =>
  styledReference(style, { pack, article, section, sources: [report, paper] }, en, enAids).split('\n')

test('every style names the section first; the short one nothing else', () => {
  for (const style of referenceStyles) expect(lines(style)[0]).toBe(name)
  expect(lines('short')).toHaveLength(1)
})

test('numbered: the sources in their order, each with its number', () => {
  expect(lines('numbered').slice(1)).toEqual([
    '[1] The village council, Annual report, published 21 May 2024. https://example.org/report (read 22 November 2026)',
    '[2] A. Reader, Who reads?, no date.',
  ])
})

test('author and date: by name, with the year behind it', () => {
  expect(lines('authorDate').slice(1)).toEqual([
    'A. Reader (n.d.) Who reads?',
    'The village council (2024) Annual report. https://example.org/report (read 22 November 2026).',
  ])
})

test('ГОСТ Р 7.0.5: an electronic source with its address and the day of access', () => {
  expect(lines('gost').slice(1)).toEqual([
    '1. Annual report [Электронный ресурс] / The village council. 21.05.2024. URL: https://example.org/report (дата обращения: 22.11.2026).',
    '2. Who reads? / A. Reader.',
  ])
})
