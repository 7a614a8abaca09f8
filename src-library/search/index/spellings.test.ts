import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../words/fold.ts'
import { packSpellings, Spellings } from './spellings.ts'

const all = (surfaces: readonly string[], written: readonly string[]): string[] => {
  const spellings = new Spellings(packSpellings(surfaces, written))
  return surfaces.map((surface, ordinal) => spellings.of(ordinal, surface))
}

describe('spellings', () => {
  it('give back how words are written', () => {
    const written = ['anons', 'bakı', 'hüquq', 'qurbanlarına', 'sığınacaq', 'ücret', 'учёт']
    const surfaces = ['anons', 'baki', 'huquq', 'qurbanlarina', 'siginacaq', 'ucret', 'учет']
    expect(all(surfaces, written)).toEqual(written)
  })

  it('leave alone what has another length when it is folded', () => {
    expect(all(['strasse'], ['straße'])).toEqual(['strasse'])
  })

  it('take no byte where nothing is written otherwise', () => {
    expect(packSpellings(['shelter', 'shelters'], ['shelter', 'shelters']).bytes.length).toBe(0)
  })

  it('are right for any words and any order of asking', () => {
    const word = fc.array(fc.constantFrom('ə', 'ı', 'ğ', 'ş', 'a', 'b', 'ё', 'ц', '7', '🙂'), {
      maxLength: 70,
    })
    fc.assert(
      fc.property(fc.array(word.map((letters) => letters.join(''))), fc.array(fc.nat(40)), (words, asked) => {
        const surfaces = words.map(fold)
        const spellings = new Spellings(packSpellings(surfaces, words))
        for (const ordinal of asked.filter((each) => each < words.length)) {
          const surface = surfaces[ordinal] ?? ''
          expect(fold(spellings.of(ordinal, surface))).toBe(surface)
          if (surface.length <= 64 && !surface.includes('🙂'))
            expect(spellings.of(ordinal, surface)).toBe(words[ordinal])
        }
      }),
    )
  })

  it('of an enemy give a word of the same length, whatever they say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(300), (bytes, ordinal) => {
        expect(new Spellings({ bytes, letters: 'əı' }).of(ordinal, 'word').length).toBe(4)
      }),
    )
  })
})
