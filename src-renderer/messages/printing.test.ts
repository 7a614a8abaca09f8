import { describe, expect, it, test } from 'vitest'
import { interfaceLanguages } from '../../src-bridge/settings.ts'
import { en } from './en.ts'
import { previewWordsFor, printingLanguage, printingWordsIn } from './printing.ts'
import { pseudoLocale } from './pseudolocale.ts'

function sentencesOf(catalogue: object, path = ''): [string, string][] {
  return Object.entries(catalogue).flatMap(([name, value]): [string, string][] => {
    const at = `${path}.${name}`
    if (typeof value === 'string') return [[at, value]]
    if (typeof value === 'function') return [[at, String((value as (...given: number[]) => string)(3, 5))]]
    return typeof value === 'object' && value !== null ? sentencesOf(value, at) : []
  })
}

describe.each(interfaceLanguages.filter((language) => language !== 'en'))('printing in %s', (language) => {
  it('is said in its own words', () => {
    const english = new Map(sentencesOf(printingWordsIn('en')))
    const same = sentencesOf(printingWordsIn(language)).filter(
      ([at, said]) => said === english.get(at) && /\p{L}{4}/u.test(said) && !at.includes('.papers.'),
    )
    expect(same).toEqual([])
    expect(printingWordsIn(language).paper.language).toBe(language)
  })
})

it('paper in a language we have no words for is framed in English', () => {
  expect(printingLanguage('az-Cyrl')).toBe('az')
  expect(printingLanguage('RU')).toBe('ru')
  expect(printingLanguage('fa')).toBe('en')
})

test('on screen the words about printing are turned around where the others are, and nowhere else', () => {
  const said = sentencesOf(previewWordsFor(pseudoLocale))
  expect(said.length).toBeGreaterThan(20)
  expect(said.filter(([, sentence]) => !sentence.startsWith('\u202e'))).toEqual([])
  expect(previewWordsFor(en)).toBe(printingWordsIn('en').preview)
})
