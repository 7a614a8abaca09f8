import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { didYouMean, nearest } from './suggest.ts'
import { attempts } from '../testing/effort.ts'

describe('the nearest name', () => {
  it.each([
    ['shleter', 'shelter'],
    ['assistence-centre', 'assistance-centre'],
    ['Shelter', 'shelter'],
    ['shelters', 'shelter'],
  ])('to %s is %s', (word, name) => {
    expect(nearest(word, ['hotline', 'shelter', 'assistance-centre'])).toBe(name)
  })

  it('is the nearer of two', () =>
    expect(nearest('help-lines', ['help-limes', 'help-line'])).toBe('help-limes'))

  it('is none when nothing is near, or the word is too short to tell', () => {
    expect(didYouMean('police', ['shelter', 'hotline'])).toBeNull()
    expect(didYouMean('b', ['a'])).toBeNull()
  })

  it('is the one that comparing every letter finds', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abcdəA-'), maxLength: 9 })
    fc.assert(
      fc.property(name, fc.array(name, { maxLength: 12 }), (word, names) => {
        const limit = Math.floor(word.length / 3)
        const distances = names.map((each) => distance(word.toLowerCase(), each.toLowerCase()))
        const least = Math.min(...distances)
        expect(nearest(word, names)).toBe(least <= limit ? names[distances.indexOf(least)] : null)
      }),
      { numRuns: attempts(2000) },
    )
  })
})

/** Optimal string alignment, written to be read. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const [x, y] = [a.slice(0, -1), b.slice(0, -1)]
  const swapped = a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
  return memo(`${a}\n${b}`, () =>
    Math.min(
      distance(x, b) + 1,
      distance(a, y) + 1,
      distance(x, y) + (a.at(-1) === b.at(-1) ? 0 : 1),
      swapped ? distance(a.slice(0, -2), b.slice(0, -2)) + 1 : Infinity,
    ),
  )
}

const known = new Map<string, number>()
function memo(key: string, find: () => number): number {
  const found = known.get(key) ?? find()
  known.set(key, found)
  return found
}
