import { describe, expect, it } from 'vitest'
import { largestThatFits, worthLeavingOut } from './leaf.ts'

describe('the letters of a sheet that must fit on a leaf', () => {
  it('are as large as asked for where they fit', () => {
    expect(largestThatFits(16, () => true)).toBe(16)
  })

  it('are the largest quarter of a point that fits', () => {
    expect(largestThatFits(18, (points) => points <= 15.4)).toBe(15.25)
    expect(largestThatFits(16, (points) => points <= 14)).toBe(14)
  })

  it('are not found below 14 points', () => {
    expect(largestThatFits(16, (points) => points <= 13)).toBeNull()
    expect(largestThatFits(14, () => false)).toBeNull()
  })
})

describe('what to leave out of a sheet that is too long', () => {
  const sections = [
    { title: 'a', lines: 20 },
    { title: 'b', lines: 6 },
    { title: 'c', lines: 9 },
  ]

  it('is any section that is long enough, the shortest first', () => {
    expect(worthLeavingOut(sections, 8).map(({ title }) => title)).toEqual(['c', 'a'])
  })

  it('is the longest together where none is long enough', () => {
    expect(worthLeavingOut(sections, 28).map(({ title }) => title)).toEqual(['a', 'c'])
  })

  it('is nothing where all of them are not enough', () => {
    expect(worthLeavingOut(sections, 40)).toEqual([])
  })
})
