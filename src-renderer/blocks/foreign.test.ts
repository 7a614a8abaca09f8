import { expect, test } from 'vitest'
import { languageRunsOf } from './foreign.ts'

test('a word with letters of another language is a passage of its own', () => {
  expect(languageRunsOf('in Azerbaijani qaynar xətt, run by', 'en')).toEqual([
    { text: 'in Azerbaijani qaynar ', language: null },
    { text: 'xətt', language: 'az' },
    { text: ', run by', language: null },
  ])
  expect(languageRunsOf('горячая', 'en')).toEqual([{ text: 'горячая', language: 'ru' }])
})

test('leaves words whole if they are in the language around them or in plain letters', () => {
  for (const [text, around] of [
    ['İnsan alverinə qarşı', 'az-Latn'],
    ['Горячая линия 152', 'ru'],
    ['plain words', 'en'],
    ['déjà vu', 'en'],
    ['', 'en'],
  ] as const)
    expect(languageRunsOf(text, around)).toEqual([{ text, language: null }])
})

test('nothing of a text is lost', () => {
  const text = 'xətt и «приют», then ğ'
  expect(
    languageRunsOf(text, 'en')
      .map((one) => one.text)
      .join(''),
  ).toBe(text)
})
