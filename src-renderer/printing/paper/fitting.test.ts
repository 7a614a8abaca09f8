import { describe, expect, it } from 'vitest'
import { isLittle } from './fitting.ts'

describe('a last page', () => {
  it('is worth saving if it holds little, and is not the first', () => {
    expect(isLittle({ count: 2, lastEnds: 50 }, 1000)).toBe(true)
    expect(isLittle({ count: 4, lastEnds: 190 }, 1000)).toBe(true)
    expect(isLittle({ count: 2, lastEnds: 250 }, 1000)).toBe(false)
    expect(isLittle({ count: 2, lastEnds: 250 }, 1000, true)).toBe(true)
    expect(isLittle({ count: 1, lastEnds: 50 }, 1000)).toBe(false)
  })
})
