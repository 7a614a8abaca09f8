import { expect, it } from 'vitest'
import { ranges } from './ranges.ts'

it('joins runs of three and more', () => {
  expect(ranges([1, 2, 3, 5, 7, 8])).toBe('1–3, 5, 7, 8')
  expect(ranges([4])).toBe('4')
  expect(ranges([])).toBe('')
})
