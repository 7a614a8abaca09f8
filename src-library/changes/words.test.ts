import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords } from './words.ts'

const shown = (before: string, after: string): string =>
  compareWords(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('')

describe('the words of two editions', () => {
  it.each([
    ['The hotline is 152.', 'The hotline is 152.', 'The hotline is 152.'],
    ['The hotline is 152.', 'The hotline is 116 111.', 'The hotline is [-152-]{+116 111+}.'],
    ['Call the police.', 'Call the police first.', 'Call the [-police-]{+police first+}.'],
    ['', 'New.', '{+New.+}'],
    ['Gone.', '', '[-Gone.-]'],
    ['a b c d', 'a c b d', 'a [-b -]c {+b +}d'],
    ['30 gün', '45 gün', '[-30 -]{+45 +}gün'],
  ])('%j and %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected)
  })

  it('give both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a ', 'b ', 'ə, ', 'c.', '\n', '152 '), { maxLength: 40 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pieces = compareWords(one.join(''), other.join(''))
        const without = (kind: string): string =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map((piece) => piece.text)
            .join('')
        expect(without('added')).toBe(one.join(''))
        expect(without('removed')).toBe(other.join(''))
      }),
    )
  })

  it('are the fewest that can be marked', () => {
    const text = fc.array(fc.constantFrom('a ', 'b ', 'c '), { maxLength: 9 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const marked = compareWords(one.join(''), other.join(''))
          .filter(({ kind }) => kind !== 'same')
          .reduce((sum, piece) => sum + piece.text.split(' ').length - 1, 0)
        expect(marked).toBe(one.length + other.length - 2 * longestCommon(one, other))
      }),
    )
  })

  it('of a section as long as a book are compared as a whole, in no time', () => {
    const long = (word: string): string => `${word} `.repeat(30_000)
    const start = performance.now()
    expect(compareWords(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['removed', 'added'])
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

/** Plainly, over all pairs. */
function longestCommon(one: readonly string[], other: readonly string[]): number {
  const row = new Array<number>(other.length + 1).fill(0)
  for (const word of one) {
    let diagonal = 0
    for (let j = 1; j <= other.length; j++) {
      const above = row[j] ?? 0
      row[j] = word === other[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] ?? 0)
      diagonal = above
    }
  }
  return row[other.length] ?? 0
}
