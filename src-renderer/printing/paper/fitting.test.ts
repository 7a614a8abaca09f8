import { describe, expect, it } from 'vitest'
import { fits, pagesToFill } from './fitting.ts'

describe('a short last page', () => {
  it('is one that holds little, and is not the first', () => {
    expect(pagesToFill(1050, 1000)).toBe(1)
    expect(pagesToFill(3190, 1000)).toBe(3)
    expect(pagesToFill(1250, 1000)).toBeNull()
    expect(pagesToFill(100, 1000)).toBeNull()
    expect(pagesToFill(2000, 1000)).toBeNull()
  })

  it('is drawn in only if there is room, with more to spare over several pages', () => {
    expect(fits(994, 1, 1000)).toBe(true)
    expect(fits(999, 1, 1000)).toBe(false)
    expect(fits(1915, 2, 1000)).toBe(true)
    expect(fits(1980, 2, 1000)).toBe(false)
  })
})
