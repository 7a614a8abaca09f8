import { expect, test } from 'vitest'
import type { Concept } from '../../../src-library/model/concept.ts'
import { conceptAt } from './conceptat.ts'

const concept = (id: string, names: Readonly<Record<string, readonly string[]>>): Concept => ({
  id,
  words: Object.entries(names).map(([language, [term = '', ...also]]) => ({
    language,
    term,
    also,
    avoid: [],
    means: [],
  })),
  group: '',
  note: '',
  telling: false,
})

const concepts = [
  concept('victim', { en: ['victim', 'survivor'], az: ['qurban'], ru: ['жертва'] }),
  concept('potential-victim', { en: ['potential victim'], az: ['ehtimal olunan qurban'] }),
  concept('shelter', { en: ['shelter', 'safe house'], ru: ['приют'] }),
]

/** The concept at the word in brackets. */
function at(text: string, language: string): string | undefined {
  const start = text.indexOf('[')
  const end = text.indexOf(']') - 1
  return conceptAt(concepts, text.replace(/[[\]]/g, ''), { start, end }, language)?.id
}

test('a word is known in any of its forms, in the language of the text', () => {
  expect(at('Two [victims] were found.', 'en')).toBe('victim')
  expect(at('a [Survivor]’s rights', 'en')).toBe('victim')
  expect(at('İki [qurbanın] hüququ', 'az')).toBe('victim')
  expect(at('Двум [жертвам] помогли', 'ru')).toBe('victim')
})

test('the longest name around the word counts', () => {
  expect(at('A potential [victim] may stay.', 'en')).toBe('potential-victim')
  expect(at('A [potential] victim may stay.', 'en')).toBe('potential-victim')
  expect(at('in the safe [house] in Baku', 'en')).toBe('shelter')
})

test('other words are no names', () => {
  expect(at('They [found] a victim.', 'en')).toBeUndefined()
  expect(at('a [potential] employer', 'en')).toBeUndefined()
  expect(at('a [house] in Baku', 'en')).toBeUndefined()
  expect(at('[victim]', 'ru')).toBeUndefined()
})
