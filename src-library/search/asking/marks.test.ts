import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMiniature } from '../../../src-compiler/samples/miniature.ts'
import { textOfBlocks } from '../../model/text.ts'
import { analyse } from '../words/analyzer.ts'
import type { Marks } from '../result.ts'
import { looksLike } from '../words/fold.ts'
import { Marker } from './marks.ts'
import { joinedWordsIn, wordsIn, type Word } from '../words/words.ts'

const languages = ['en', 'az', 'ru', 'tr']
const marks = (changes: Partial<Marks>): Marks => ({
  languages,
  terms: [],
  phrases: [],
  prefix: null,
  ...changes,
})
const letters = fc.string({
  unit: fc.constantFrom(...'abeiIıİosSşyYzKüßæéƏəсеж1449-.’\u0301\u0307'),
  minLength: 1,
  maxLength: 9,
})

/** A word and the words that are one with it are marked as a whole. */
const wholes = (words: readonly Word[]): readonly { start: number; end: number }[] =>
  words
    .filter((word) => !words.some((other) => other !== word && holds(other, word)))
    .map(({ start, end }) => ({ start, end }))
    .filter(({ start }, i, all) => all.findIndex((each) => each.start === start) === i)
    .sort((a, b) => a.start - b.start)
const holds = (one: Word, other: Word): boolean =>
  one.start <= other.start && one.end >= other.end && one.end - one.start > other.end - other.start

const formsOf = (raw: string, language: string): (string | null)[] => {
  const { surface, stem, root } = analyse(raw, language)
  return [surface, stem, root]
}

describe('marking', () => {
  it('is every word one of whose forms is asked for, and no other', () => {
    const some = fc.array(letters, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(some, fc.nat(), fc.constantFrom(...languages), (all, chosen, language) => {
        const words = [...wordsIn(all.join(' ')), ...joinedWordsIn(all.join(' '))]
        const forms = words.map(({ raw }) => formsOf(raw, language))
        const wanted = forms[chosen % Math.max(words.length, 1)] ?? []
        const term = wanted[chosen % wanted.length] ?? ''
        const expected = words.filter((_, i) => forms[i]?.includes(term))
        expect(new Marker(marks({ terms: [term] })).in(all.join(' '), language)).toEqual(wholes(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('is what begins as the prefix does, however it is written', () => {
    const marker = new Marker(marks({ prefix: 'sig' }))
    const text = 'Sığınacaq, SIĞ — şığ; usig'
    expect(marker.in(text, 'az').map(({ start, end }) => text.slice(start, end))).toEqual([
      'Sığınacaq',
      'SIĞ',
      'şığ',
    ])
  })

  it('is a phrase as a whole, in any text and language that one marker is given', () => {
    const marker = new Marker(marks({ phrases: [[['forc'], ['labour']]] }))
    expect(marker.in('forced labour, and labour', 'en')).toEqual([
      { start: 0, end: 6 },
      { start: 7, end: 13 },
    ])
    expect(marker.in('labour forced', 'en')).toEqual([])
    expect(marker.in('forcing labour', 'az')).toEqual([])
  })
})

it('a form of a word begins with its first letter or what looks like it, where that is one of ASCII: what else begins is not analysed', async () => {
  const { articles } = await compileMiniature()
  const text = articles
    .flatMap(({ sections }) => sections.map(({ blocks }) => textOfBlocks(blocks)))
    .join('\n')
  const check = (raw: string): void => {
    if (raw.charCodeAt(0) > 127) return
    for (const language of languages)
      for (const form of formsOf(raw, language))
        if (form) expect(looksLike(form.charAt(0)), `${raw} in ${language}`).toBe(raw.charAt(0).toLowerCase())
  }
  for (const { raw } of wordsIn(text)) check(raw)
  fc.assert(
    fc.property(letters, (raw) => {
      for (const word of wordsIn(raw)) check(word.raw)
    }),
    { numRuns: 800 },
  )
})
