import { describe, expect, it } from 'vitest'
import { rateLimit } from './rate.ts'

describe('a rate limit', () => {
  it('allows so many calls in any one second', () => {
    const limit = rateLimit(3)
    const at = (...times: number[]): boolean[] => times.map((time) => limit.allows('a', time))
    expect(at(0, 500, 999, 999)).toEqual([true, true, true, false])
    expect(at(1000, 1001)).toEqual([true, false])
  })

  it('counts each channel for itself', () => {
    const limit = rateLimit(1)
    expect(limit.allows('a', 0)).toBe(true)
    expect(limit.allows('b', 0)).toBe(true)
    expect(limit.allows('a', 0)).toBe(false)
  })

  it('does not count the calls it refused', () => {
    const limit = rateLimit(1)
    expect([0, 900, 1000].map((time) => limit.allows('a', time))).toEqual([true, false, true])
  })
})
