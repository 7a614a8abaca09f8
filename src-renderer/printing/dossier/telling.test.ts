import { describe, expect, it } from 'vitest'
import type { Concept } from '../../../src-library/model/concept.ts'
import { tellingWords } from './telling.ts'

const concept = (telling: boolean, words: Readonly<Record<string, readonly string[]>>): Concept => ({
  id: 'one',
  words: Object.entries(words).map(([language, [term = '', ...also]]) => ({
    language,
    term,
    also,
    avoid: [],
    means: [],
  })),
  group: '',
  note: '',
  telling,
})
const concepts = [
  concept(true, { en: ['human trafficking', 'trafficking'], az: ['insan alveri'], ru: ['торговля людьми'] }),
  concept(true, { en: ['victim'], az: ['qurban'], ru: ['жертва'] }),
  concept(false, { en: ['lawyer'] }),
]
const found = (text: string, language = 'en'): readonly string[] =>
  tellingWords([{ text, language }], concepts).map(({ word, count }) => `${word} ${count}`)

describe('telling words', () => {
  it('are counted in every form, most frequent first', () => {
    expect(found('Victims, a victim’s lawyer, and trafficking.')).toEqual(['victim 2', 'trafficking 1'])
  })

  it('count a phrase once, and not the words in it', () => {
    expect(found('Human Trafficking is trafficking.')).toEqual(['human trafficking 1', 'trafficking 1'])
  })

  it('are those of the text’s own language', () => {
    expect(found('İnsan alverinin qurbanları', 'az')).toEqual(['insan alveri 1', 'qurban 1'])
    expect(found('О торговле людьми: жертвам', 'ru')).toEqual(['жертва 1', 'торговля людьми 1'])
    expect(found('victim', 'ru')).toEqual([])
  })

  it('do not reach from one line into the next', () => {
    expect(found('A human\nTrafficking')).toEqual(['trafficking 1'])
  })
})
