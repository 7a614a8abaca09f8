import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinedWordsIn, wordPattern, wordsIn } from './words.ts'

const raws = (text: string): string[] => wordsIn(text).map(({ raw }) => raw)
const joined = (text: string): string[] => joinedWordsIn(text).map(({ raw }) => raw)

test('words that are read letter by letter are those of the pattern', () => {
  const piece = fc.constantFrom(
    ...['a', 'Word', 'x1', 'U.S.', 'N.B', 'ə', 'щит', '工', '\u0301', '\ud83d\ude00'],
    ...[' ', '\n', '.', ',', '-', '–', "'", '’', 'ʻ', '`', '"', '_', '@', '\u00a0', '\ud800', '٣'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40, size: 'max' }), (pieces) => {
      const text = pieces.join('')
      expect(wordsIn(text).map(({ raw, start }) => [start, raw])).toEqual(
        [...text.matchAll(new RegExp(wordPattern, 'gu'))].map((match) => [match.index, match[0]]),
      )
    }),
    { numRuns: 1000 },
  )
})

test('invisible signs do not split a word or a number', () => {
  for (const sign of ['\u00ad', '\u200b', '\u200d', '\u200e', '\u2060', '\ufeff', '\u061c'])
    expect(raws(`law${sign}yer 13${sign},000`), sign).toEqual(['lawyer', '13,000'])
})

test('words have the places of the text, whatever is written plainly in it', () => {
  const text = 'the o\ufb03ce, re\u00adfer\u00adral, 144¹ and １５２'
  expect(wordsIn(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'the',
    'o\ufb03ce',
    're\u00adfer\u00adral',
    '144¹',
    'and',
    '１５２',
  ])
})

test('a raised digit belongs to a number or a unit, and not to the word before it', () => {
  expect(raws('144¹ 40 m² law¹ 2023¹ 10¹²')).toEqual([
    '144-1',
    '40',
    'm2',
    'law',
    '1',
    '2023',
    '1',
    '10',
    '12',
  ])
})

test('a number in a circle is its own word', () => {
  expect(raws('①Call ②Wait')).toEqual(['1', 'Call', '2', 'Wait'])
})

describe('words with hyphens', () => {
  test('are one word, too', () => {
    expect(joined('co-operation, on–line and COVID-19')).toEqual(['cooperation', 'online', 'COVID19'])
    expect(joined('state-of-the-art')).toEqual(['stateoftheart'])
  })

  test('are none where a blank or a long dash parts them, nor after a number', () => {
    expect(joined('a - b, word—word, 2025-ci, one-\ntwo')).toEqual([])
  })

  test('know where their first and their last word stand', () => {
    const [word] = joinedWordsIn('the co-operation of')
    expect(word).toMatchObject({ position: 1, last: 2, start: 4, end: 16 })
  })
})
