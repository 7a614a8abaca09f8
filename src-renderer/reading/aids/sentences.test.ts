import { afterEach, describe, expect, test, vi } from 'vitest'
import { sentencesOf } from './sentences.ts'

const said = (line: string, language = 'en'): readonly string[] =>
  sentencesOf(line, language).map(({ start, end }) => line.slice(start, end))

afterEach(() => void vi.unstubAllGlobals())

describe.each([
  ['with the browser’s own segmenter', () => undefined],
  ['in a browser that has none', () => vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })],
])('%s', (_, prepare) => {
  test('a line is read sentence by sentence', () => {
    prepare()
    expect(said('Call 152. It is free! Who answers? The police.')).toEqual([
      'Call 152.',
      'It is free!',
      'Who answers?',
      'The police.',
    ])
    expect(said('Zəng edin. Pulsuzdur.', 'az')).toEqual(['Zəng edin.', 'Pulsuzdur.'])
    expect(said('Звоните. Это бесплатно.', 'ru')).toEqual(['Звоните.', 'Это бесплатно.'])
  })

  test('initials and abbreviations end none', () => {
    prepare()
    expect(said('See Art. 144 and No. 180. Then go on.')).toEqual([
      'See Art. 144 and No. 180.',
      'Then go on.',
    ])
    expect(said('В 2020 г. Совет решил. Так и есть.', 'ru')).toEqual([
      'В 2020 г. Совет решил.',
      'Так и есть.',
    ])
  })

  test('a line without a word is not read', () => {
    prepare()
    expect(said('  — ')).toEqual([])
    expect(said('')).toEqual([])
  })
})
