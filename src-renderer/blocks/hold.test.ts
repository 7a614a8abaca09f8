import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { firstWhere } from './hold.ts'

test('the section in sight is found by halving, as one by one would find it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -500, max: 500 })),
      fc.integer({ min: -500, max: 500 }),
      (tops, line) => {
        const sorted = tops.sort((one, other) => one - other)
        const one = sorted.findIndex((top) => top > line)
        expect(firstWhere(sorted.length, (at) => (sorted[at] ?? 0) > line)).toBe(
          one === -1 ? sorted.length : one,
        )
      },
    ),
  )
})

test('two thousand sections are measured eleven times', () => {
  const measure = vi.fn((at: number) => at > 1234)
  expect(firstWhere(2000, measure)).toBe(1235)
  expect(measure.mock.calls.length).toBeLessThanOrEqual(11)
})
