import { describe, expect, test } from 'vitest'
import { analyse } from './analyzer.ts'
import { phoneKeys, samePhone } from './numbers.ts'
import { joinedWordsIn, wordsIn } from './words.ts'

/** The words that find a text: its own, and their joined forms. */
const terms = (text: string): string[] =>
  [...wordsIn(text), ...joinedWordsIn(text)].map(({ raw }) => analyse(raw, 'en').surface)

describe('a number', () => {
  test('is the same by any sign between its thousands', () => {
    for (const sign of ['', ',', '.', "'", '’', ' ', '\u00a0', '\u2007', '\u2009', '\u202f']) {
      expect(terms(`13${sign}000 calls`), sign).toContain('13000')
      expect(terms(`1${sign}234${sign}567`), sign).toContain('1234567')
    }
  })

  test('by plain blanks may be several numbers as well', () => {
    expect(terms('call 102 112')).toEqual(expect.arrayContaining(['102', '112']))
    expect(terms('in 2018 100 people')).not.toContain('2018100')
  })

  test('has a decimal comma or point', () => {
    for (const text of ['12,5 %', '12.5 %']) expect(terms(text)).toEqual(['12.5'])
    for (const text of ['1,234.5', '1.234,5', '1\u00a0234,5']) expect(terms(text)).toEqual(['1234.5'])
    expect(terms('0,125')).toEqual(['0.125'])
    expect(terms('in 2018,2019')).toEqual(['in', '2018', '2019'])
  })

  test('of an article has any dash or a raised digit', () => {
    for (const text of ['144-1', '144–1', '144‑1', '144−1', '144—1', '144¹'])
      expect(terms(text), text).toEqual(['144-1'])
    for (const text of ['144 - 1', '144 – 1']) expect(terms(text), text).toContain('144-1')
    for (const text of ['144.1', '144,1', '1441', '144 1', '144-2', '14-41', '44-1', '144'])
      expect(terms(text), text).not.toContain('144-1')
  })

  test('of a range or a year is searched by itself', () => {
    for (const text of ['14–17', '14-17']) expect(terms(text)).toEqual(['14', '17'])
    for (const text of ['2015-2023', '2015–2023']) expect(terms(text)).toEqual(['2015', '2023'])
    expect(terms('2016-03-01')).toEqual(['2016', '03', '01'])
  })

  test('with letters attached is a word', () => {
    expect(terms('1st 24h 5G')).toEqual(['1st', '24h', '5g'])
  })
})

describe('a telephone number', () => {
  const abroad = ['994124901234', '4901234']

  test('is the same however it is spaced, with or without the code of the country', () => {
    for (const text of [
      '+994 12 490 12 34',
      '+994124901234',
      '+994 (12) 490-12-34',
      '00994 12 490 12 34',
      '00994124901234',
      '994 12 490 12 34',
      '012 490 12 34',
      '(012) 490-12-34',
      '0124901234',
      '012-490-12-34',
      '12 490 12 34',
      '+994\u00a012\u00a0490\u00a012\u00a034',
    ])
      expect(terms(text), text).toEqual(expect.arrayContaining(abroad))
  })

  test('is found without its town', () => {
    for (const text of ['490-12-34', '490 12 34', '490–12–34', '4901234', '490-1234'])
      expect(terms(text), text).toContain('4901234')
  })

  test('of another country keeps its code', () => {
    for (const text of ['+7 495 123-45-67', '8 (495) 123-45-67', '84951234567'])
      expect(phoneKeys(text)[0], text).toBe('74951234567')
    expect(terms('+90 212 123 45 67 24 hours')).toEqual(
      expect.arrayContaining(['902121234567', '24', 'hours']),
    )
  })

  test('is followed by what follows it', () => {
    expect(terms('call 012 490 12 34 24 hours')).toEqual(expect.arrayContaining([...abroad, '24', 'hours']))
  })

  test('is none where it is a date, years, or thousands', () => {
    for (const text of ['22.11.2026', '2015 2016 2017', '13 000 000', '2016-03-01'])
      expect(
        terms(text).filter((term) => /^\d{9,}$/.test(term)),
        text,
      ).toEqual([])
  })

  test('is the same as another where both are written whole, and in any town where one is not', () => {
    expect(samePhone('+994 12 490 12 34', '0124901234')).toBe(true)
    expect(samePhone('+994 12 490 12 34', '050 490 12 34')).toBe(false)
    expect(samePhone('562-21-12', '012 562 21 12')).toBe(true)
    expect(samePhone('152', '152')).toBe(true)
    expect(samePhone('152', '1520')).toBe(false)
  })
})
