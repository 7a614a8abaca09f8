import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Alphabet } from '../words/alphabet.ts'
import { Dictionary, packDictionary } from './dictionary.ts'

function dictionaryOf(words: readonly string[]): { dictionary: Dictionary; sorted: string[] } {
  const distinct = [...new Set(words)]
  const alphabet = Alphabet.of(distinct)
  const sorted = distinct.sort((a, b) => (alphabet.encode(a) < alphabet.encode(b) ? -1 : 1))
  const packed = packDictionary(sorted.map((word) => alphabet.encode(word)))
  return { dictionary: new Dictionary(sorted.length, packed, alphabet), sorted }
}

/** Optimal string alignment, written to be read. */
function distance(a: string, b: string): number {
  const d = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      d[i]![j] = Math.min(
        d[i - 1]![j]! + 1,
        d[i]![j - 1]! + 1,
        d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1)
    }
  return d[a.length]![b.length]!
}

const word = fc.string({ unit: fc.constantFrom(...'abcdeəщ工'), minLength: 1, maxLength: 8 })
const words = fc.array(word, { minLength: 1, maxLength: 120, size: 'max' })

describe('the dictionary', () => {
  it('gives every word its ordinal and every ordinal its word', () => {
    fc.assert(
      fc.property(words, (list) => {
        const { dictionary, sorted } = dictionaryOf(list)
        sorted.forEach((each, ordinal) => {
          expect(dictionary.find(each)).toBe(ordinal)
          expect(dictionary.wordAt(ordinal)).toBe(each)
        })
      }),
    )
  })

  it('does not find a word it does not hold', () => {
    fc.assert(
      fc.property(words, word, (list, other) => {
        const { dictionary, sorted } = dictionaryOf(list)
        expect(dictionary.find(other) !== -1).toBe(sorted.includes(other))
      }),
    )
  })

  it('finds no word longer than it holds any, however alike they begin', () => {
    const { dictionary } = dictionaryOf(['a', 'a'.repeat(64), 'b'])
    for (const length of [2, 63, 65, 255, 256, 257, 300, 10_000]) {
      expect(dictionary.find('a'.repeat(length))).toBe(-1)
      expect(dictionary.range('a'.repeat(length))).toEqual(
        length <= 64 ? { from: 1, to: 2 } : { from: 2, to: 2 },
      )
    }
  })

  it('holds the words with one beginning side by side', () => {
    fc.assert(
      fc.property(
        words,
        fc.string({ unit: fc.constantFrom(...'abcdeəщ工z'), maxLength: 3 }),
        (list, beginning) => {
          const { dictionary, sorted } = dictionaryOf(list)
          const { from, to } = dictionary.range(beginning)
          expect(sorted.slice(from, to)).toEqual(sorted.filter((each) => each.startsWith(beginning)))
        },
      ),
    )
  })

  it('finds exactly the words within an edit distance', () => {
    const near = fc.string({ unit: fc.constantFrom(...'abcdeəщz'), minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(
        fc.array(near, { minLength: 1, maxLength: 120, size: 'max' }),
        near,
        fc.nat(2),
        (list, other, limit) => {
          const { dictionary, sorted } = dictionaryOf(list)
          const found: [string, number][] = []
          dictionary.near(other, limit, (ordinal, edits) => found.push([dictionary.wordAt(ordinal), edits]))
          expect(found).toEqual(
            sorted
              .map((each) => [each, distance(each, other)] as [string, number])
              .filter(([, edits]) => edits <= limit),
          )
        },
      ),
      { numRuns: 500 },
    )
  })

  it('holds more characters than a byte has values', () => {
    const han = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + i) + 'a')
    const { dictionary, sorted } = dictionaryOf(han)
    expect(sorted.every((each, ordinal) => dictionary.find(each) === ordinal)).toBe(true)
  })
})
