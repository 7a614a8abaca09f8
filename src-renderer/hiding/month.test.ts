import { expect, test } from 'vitest'
import { monthGrid } from './month.ts'

test('a month is laid out from Monday to Sunday', () => {
  expect(monthGrid(new Date(2026, 10, 23))).toEqual([
    [null, null, null, null, null, null, 1],
    [2, 3, 4, 5, 6, 7, 8],
    [9, 10, 11, 12, 13, 14, 15],
    [16, 17, 18, 19, 20, 21, 22],
    [23, 24, 25, 26, 27, 28, 29],
    [30, null, null, null, null, null, null],
  ])
})

test('a February of four whole weeks has no empty day', () => {
  expect(monthGrid(new Date(2027, 1, 1)).flat()).not.toContain(null)
})
