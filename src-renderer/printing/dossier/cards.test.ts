import { describe, expect, it } from 'vitest'
import type { DirectAnswer } from '../../../src-library/model/directanswer.ts'
import { usualCard, type CardChoices, type PrintJob } from '../../../src-library/model/print.ts'
import { article, choose, job, pack, section } from '../testing/samples.ts'
import { makeCards, onSheets, textsOfCards, type Card } from './cards.ts'

const answer = (id: string, more: Partial<DirectAnswer> = {}): DirectAnswer => ({
  id,
  section: { article: 'help', anchor: 'line' },
  language: 'en',
  value: id,
  says: `What ${id} is for.`,
  asks: [],
  source: 'a',
  confidence: null,
  checked: '2026-11-22',
  until: null,
  phone: { number: id, abroad: null, checkedBy: 'documents' },
  ...more,
})
const sections = [
  section('lead', 1, ''),
  section('line', 2, '1'),
  section('time', 3, '1.1'),
  section('far', 2, '2'),
]
const help = article('help', sections)
const yardim = article('help-az', sections, { language: 'az', translation: { of: 'help', reviewed: false } })
const library = pack([help, yardim], {
  answers: [
    answer('152'),
    answer('562', { phone: { number: '562', abroad: '+994 562', checkedBy: 'call' } }),
    answer('24 hours', { section: { article: 'help', anchor: 'time' }, phone: null }),
    answer('152', { section: { article: 'help-az', anchor: 'line' }, language: 'az', says: 'Nə üçün.' }),
  ],
})
const packs = new Map([[library.id, library]])

function cardsOf(
  addresses: readonly string[],
  card: Partial<CardChoices> = {},
  more: Partial<PrintJob> = {},
) {
  const asked = job(
    addresses.map((one) => choose(one)),
    { preset: 'card', card: { ...usualCard, ...card }, ...more },
  )
  const made = makeCards(asked, packs)
  if (!made.ok) return made.failure.kind
  return made.value
}
const valuesOf = (cards: readonly Card[] | string): unknown =>
  typeof cards === 'string' ? cards : cards.map(({ value, language }) => `${value} ${language}`)

describe('cards', () => {
  it('are made of the numbers of a section, and do not say what they are for unless asked', () => {
    const cards = cardsOf(['help#line+'])
    expect(valuesOf(cards)).toEqual(['152 en', '562 en'])
    expect(cards).toMatchObject([{ says: null }, { says: null }])
    expect(cardsOf(['help#line+'], { sentence: true })).toMatchObject([{ says: 'What 152 is for.' }, {}])
  })

  it('are made of facts where there is no number, and then say what they are', () => {
    expect(cardsOf(['help#time'])).toMatchObject([
      { value: '24 hours', isNumber: false, says: 'What 24 hours is for.', checkedBy: 'read' },
    ])
  })

  it('are made of one answer alone if it is named', () => {
    expect(valuesOf(cardsOf(['help#line+'], { answer: '562' }))).toEqual(['562 en'])
  })

  it('are made in each language there is, that of the section first', () => {
    expect(valuesOf(cardsOf(['help-az#line'], { languages: 'each' }))).toEqual(['152 az', '152 en'])
  })

  it('give the number of the same section that can be dialled from abroad', () => {
    expect(cardsOf(['help#line'])).toMatchObject([{ abroad: '+994 562' }, { abroad: '+994 562' }])
  })

  it('say the day on which this office called the number, if it is newer than the authors’ check', () => {
    const called = [
      { pack: library.id, number: '152', day: '2026-11-25' },
      { pack: library.id, number: '562', day: '2026-11-01' },
    ]
    expect(cardsOf(['help#line'], {}, { called })).toMatchObject([
      { checkedBy: 'call', checked: '2026-11-25' },
      { checkedBy: 'call', checked: '2026-11-22' },
    ])
  })

  it('are not made of a section without an answer, nor of one that is not there', () => {
    expect(cardsOf(['help#far'])).toBe('no-card')
    expect(cardsOf(['help#gone'])).toBe('not-found')
  })

  it('fill their last sheet with the first cards again', () => {
    const cards = cardsOf(['help#line'])
    if (typeof cards === 'string') throw new Error(cards)
    const values = (paper: 'A4' | 'A5'): unknown =>
      onSheets(cards, paper).map((sheet) => sheet.map(({ value }) => value))
    expect(values('A4')).toEqual([['152', '562', '152', '562']])
    expect(values('A5')).toEqual([['152'], ['562']])
  })

  it('tell only the value, the sentence and the reader’s own line', () => {
    const cards = cardsOf(['help#line'], { answer: '152', sentence: true })
    if (typeof cards === 'string') throw new Error(cards)
    expect(textsOfCards(cards, 'Ask for Leyla').map(({ text }) => text)).toEqual([
      'Ask for Leyla',
      '152',
      'What 152 is for.',
    ])
  })
})
