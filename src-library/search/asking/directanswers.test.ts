import { expect, test } from 'vitest'
import type { DirectAnswer } from '../../model/directanswer.ts'
import type { ArticleEntry } from '../../model/pack.ts'
import { answersFor, notCoveredFor, type AnsweringPack } from './directanswers.ts'

const entry = (id: string, language: string, of: string | null = null): ArticleEntry => ({
  id,
  kind: 'encyclopedia',
  title: id,
  summary: '',
  language,
  factsAsOf: null,
  date: null,
  translation: of === null ? null : { of, reviewed: true },
  sections: [],
  keyFigures: [],
})
const answer = (article: string, language: string, id: string, ...asks: string[]): DirectAnswer => ({
  id,
  section: { article, anchor: id },
  language,
  value: id,
  says: id,
  asks,
  source: 's',
  confidence: null,
  checked: '2026-11-22',
  until: null,
  phone: null,
})
const phone = { number: '152', abroad: '+994 12 562-21-12', checkedBy: 'documents' } as const

const pack: AnsweringPack = {
  id: 'p',
  news: [],
  contents: [
    {
      title: '',
      titles: [],
      articles: [entry('help', 'en'), entry('help.az', 'az', 'help'), entry('law', 'en')],
    },
  ],
  answers: [
    { ...answer('help', 'en', 'hotline', 'who do I call', 'hotline', 'phone number', 'emergency'), phone },
    { ...answer('help.az', 'az', 'hotline', 'qaynar xətt', 'hara zəng edim'), phone },
    answer('law', 'en', 'limit', 'how long', 'time limit to refer', '24 hours'),
    answer('law', 'en', 'passport', 'passport taken'),
  ],
}

const asked = (text: string, language = 'en', corrections: { from: string; to: string }[] = []): string[] =>
  answersFor([pack], { text, corrections }, language).map(
    ({ answer: { section, id } }) => `${section.article}#${id}`,
  )

test('an ask is met by all of its content words, in any order and form, with stop words more or less', () => {
  for (const text of [
    'time limit to refer',
    'time limits for referring',
    'refer: what is the limit in time?',
  ])
    expect(asked(text)).toEqual(['law#limit'])
  for (const text of ['limit', 'time', 'refer', '', '-', '"']) expect(asked(text)).toEqual([])
})

test('a slip in a word is forgiven, in the first letter or in a number it is not', () => {
  expect(asked('hotlne')).toEqual(['help#hotline'])
  expect(asked('emergancy')).toEqual(['help#hotline'])
  for (const text of ['dotline', '23 hours', 'tme']) expect(asked(text)).toEqual([])
})

test('a correction counts as a word of the query, and so does the word itself', () => {
  expect(asked('emergency', 'en', [{ from: 'emergency', to: 'urgency' }])).toEqual(['help#hotline'])
  expect(asked('hjtline', 'en', [{ from: 'hjtline', to: 'hotline' }])).toEqual(['help#hotline'])
})

test('a query in any language opens the answer in the reader’s', () => {
  expect(asked('qaynar xett', 'en')).toEqual(['help#hotline'])
  expect(asked('hotline', 'az')).toEqual(['help.az#hotline'])
  expect(asked('hotline', 'ru')).toEqual(['help#hotline'])
  expect(asked('how long', 'az')).toEqual(['law#limit'])
})

test('a number is asked for by its digits, however they are grouped, also with the country code', () => {
  for (const text of ['152', '562-21-12', '562 21 12', '5622112', '+994 12 562 21 12'])
    expect(asked(text)).toEqual(['help#hotline'])
  for (const text of ['15', '1520', '2112', '21']) expect(asked(text)).toEqual([])
})

test('the last word may be unfinished once most of it is there', () => {
  expect(asked('passport tak')).toEqual([])
  expect(asked('passport take')).toEqual(['law#passport'])
  expect(asked('emergen')).toEqual(['help#hotline'])
  expect(asked('emer')).toEqual([])
})

test('an ask that explains little of a long text is about something else', () => {
  expect(asked('hotline for victims')).toEqual(['help#hotline'])
  expect(asked('statistics about calls received last year hotline ministry report')).toEqual([])
})

test('a single word that asks of other answers have opens its own only by itself', () => {
  const several: AnsweringPack = {
    ...pack,
    answers: [
      answer('help', 'en', 'hotline', 'help', 'allowance'),
      answer('law', 'en', 'lawyer', 'legal help'),
    ],
  }
  const found = (text: string): string[] =>
    answersFor([several], { text, corrections: [] }, 'en').map(({ answer: { id } }) => id)
  expect(found('help')).toEqual(['hotline'])
  expect(found('I need help')).toEqual(['hotline'])
  expect(found('help children')).toEqual([])
  expect(found('legal help')).toEqual(['lawyer'])
  expect(found('allowance children')).toEqual(['hotline'])
})

test('beside a single other word, what asks or denies is part of the ask', () => {
  const wages: AnsweringPack = { ...pack, answers: [answer('law', 'en', 'wages', 'not paid', 'who pays')] }
  const found = (text: string): number => answersFor([wages], { text, corrections: [] }, 'en').length
  expect(['he was not paid', 'who pays'].map(found)).toEqual([1, 1])
  expect(['paid', 'pays', 'whom to pay'].map(found)).toEqual([0, 0, 0])
})

test('a word that a minus leaves out is not asked for', () => {
  expect(asked('shelter -hotline')).toEqual([])
})

test('a subject that the pack leaves out is found by what people type for it', () => {
  const says = [{ language: 'en', text: 'Ask a doctor.' }]
  const asks = [
    { language: 'en', text: 'medical advice' },
    { language: 'ru', text: 'врач' },
  ]
  const packs = [{ desk: { numbers: [], needs: [], notCovered: [{ asks, says, source: 's' }] } }]
  const found = (text: string): number => notCoveredFor(packs, { text, corrections: [] }).length
  for (const text of ['medical advice', 'advice on a medical matter', 'врачи', 'нужен врач'])
    expect(found(text)).toBe(1)
  for (const text of ['advice', 'medical', '']) expect(found(text)).toBe(0)
})

test('where several packs answer, each does, in the order of the packs', () => {
  const other: AnsweringPack = {
    ...pack,
    id: 'q',
    answers: [answer('law', 'en', 'passport', 'passport taken', 'passport taken by my employer')],
  }
  const first: AnsweringPack = {
    ...pack,
    answers: ['a', 'b', 'c'].map((id) => answer('law', 'en', id, 'passport taken')),
  }
  const packsOf = (...packs: AnsweringPack[]): string[] =>
    answersFor(packs, { text: 'passport taken by my employer', corrections: [] }, 'en').map(
      ({ pack: { id }, answer }) => `${id} ${answer.id}`,
    )
  // The other pack meets more of the words, and comes after the first all the same.
  expect(packsOf(pack, other)).toEqual(['p passport', 'q passport'])
  expect(packsOf(other, pack)).toEqual(['q passport', 'p passport'])
  expect(packsOf(first, other)).toEqual(['p a', 'p b', 'q passport'])
})
