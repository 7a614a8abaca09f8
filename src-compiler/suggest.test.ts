import { describe, expect, it } from 'vitest'
import { didYouMean, nearest } from './suggest.ts'

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
})
