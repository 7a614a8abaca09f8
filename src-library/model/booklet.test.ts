import { describe, expect, it } from 'vitest'
import { bookletSides } from './booklet.ts'

describe('the sides of a booklet', () => {
  it('put the last page beside the first', () => {
    expect(bookletSides(4)).toEqual([
      { left: 4, right: 1 },
      { left: 2, right: 3 },
    ])
  })

  it('have blank pages at the end only', () => {
    expect(bookletSides(6)).toEqual([
      { left: null, right: 1 },
      { left: 2, right: null },
      { left: 6, right: 3 },
      { left: 4, right: 5 },
    ])
  })

  it('have each page once, the odd ones at the right', () => {
    for (let pages = 1; pages < 60; pages++) {
      const sides = bookletSides(pages)
      const placed = sides.flatMap(({ left, right }) => [left, right]).filter((page) => page !== null)
      expect(placed.sort((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, at) => at + 1))
      expect(sides.length % 2).toBe(0)
      expect(sides.every(({ right, left }) => (right ?? 1) % 2 === 1 && (left ?? 2) % 2 === 0)).toBe(true)
    }
  })

  it('lie so that the folded and nested sheets are read in order', () => {
    // A sheet that is turned over its short edge has its back's left half behind its front's right half.
    const sides = bookletSides(16)
    const leaves = Array.from({ length: sides.length / 2 }, (_, sheet) => {
      const [front, back] = sides.slice(2 * sheet)
      return { before: [front?.right, back?.left], behind: [back?.right, front?.left] }
    })
    const read = [
      ...leaves.flatMap(({ before }) => before),
      ...[...leaves].reverse().flatMap(({ behind }) => behind),
    ]
    expect(read).toEqual(Array.from({ length: 16 }, (_, at) => at + 1))
  })
})
