import { describe, expect, it } from 'vitest'
import { isWorthTrying, leastClose } from './fitting.ts'

describe('a page less', () => {
  it('is tried for where there are few pages, or the last holds little', () => {
    expect(isWorthTrying({ count: 2, lastEnds: 900 }, 1000)).toBe(true)
    expect(isWorthTrying({ count: 6, lastEnds: 400 }, 1000)).toBe(true)
    expect(isWorthTrying({ count: 7, lastEnds: 400 }, 1000)).toBe(false)
    expect(isWorthTrying({ count: 70, lastEnds: 240 }, 1000)).toBe(true)
    expect(isWorthTrying({ count: 1, lastEnds: 50 }, 1000)).toBe(false)
  })

  it('is had with no less space than it takes', () => {
    expect(leastClose(3, [2, 2, 1])).toBe(3)
    expect(leastClose(3, [2, 2])).toBe(1)
    expect(leastClose(2, [2, 2])).toBe(0)
  })
})
