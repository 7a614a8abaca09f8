import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { bound } from './bound.ts'

/** `~` means a no-break space. */
const shown = (text: string, language: string): string => bound(text, language).replaceAll('\u00a0', '~')

describe.each<[string, readonly string[]]>([
  [
    'en',
    [
      'Tier~2 Watch List',
      'see article~144-1 and Articles~5 to 7',
      'about 48,000~manat within 24~hours',
      'on 22~November 2026',
      'M.~K.~Əliyev said',
      'it holds~– in part~– both sides',
      '10~% of all',
      '…~goes on … and on~…',
    ],
  ],
  [
    'az',
    [
      'Cinayət Məcəlləsinin 144-1-ci~maddəsinə əsasən',
      '2005-ci~il tarixli, 29~sentyabr 2025-ci~ildə',
      'hər biri 700~manat alıb',
      'bu, Tier~2 deməkdir',
      '13~000-dən çox',
    ],
  ],
  [
    'ru',
    [
      'и~статье~144-1 Уголовного кодекса',
      'в~2025~году, 29~сентября 2025~года',
      'более 13~000~манатов',
      'приют~— это место',
      'и~т.~д., т.~е. так',
      'постановление №~180',
    ],
  ],
  ['fa', ['Tier~2 and 5~%', 'on 22 November', 'under CC~BY-SA~4.0.']],
])('in %s', (language, texts) => {
  it.each(texts)('%s', (text) => {
    expect(shown(text.replaceAll('~', ' '), language)).toBe(text)
  })
})

test('text that only looks like it is not changed', () => {
  expect(shown('frontier 2', 'en')).toBe('frontier 2')
  expect(shown('In 2016 95 victims', 'en')).toBe('In 2016 95 victims')
  expect(shown('2 dayshift workers', 'en')).not.toContain('~dayshifts')
  expect(shown('приют и помощь', 'en')).toBe('приют и помощь')
  expect(shown('Sources: US report', 'en')).toBe('Sources: US report')
})

test('a country or a script makes no difference', () => {
  expect(shown('в 2025 году', 'ru-RU')).toBe('в~2025~году')
})

test('nothing but spaces is changed, whatever the text and the language', () => {
  const languages = fc.constantFrom('en', 'az', 'ru', 'fa', '')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), languages, (text, language) => {
      expect(bound(text, language).replaceAll('\u00a0', ' ')).toBe(text.replaceAll('\u00a0', ' '))
    }),
  )
})

test('a text of digits, of spaces or of signs takes no longer than its length', () => {
  const begun = performance.now()
  for (const piece of ['1', ' ', '1 ', '1-', 'Tier 2 ', 'A. ', '– '])
    bound(`${piece.repeat(100_000)} x`, 'ru')
  expect(performance.now() - begun).toBeLessThan(5_000)
})
