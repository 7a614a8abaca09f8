import { describe, expect, it } from 'vitest'
import { placeIn } from './measuring.ts'

describe('a place in pages of a thousand pixels', () => {
  it('is the page and how far down it is', () => {
    expect(placeIn(0, 1000)).toEqual({ page: 1, top: 0 })
    expect(placeIn(2500, 1000)).toEqual({ page: 3, top: 500 })
  })

  it('a trifle above a page is on this page', () => {
    expect(placeIn(999.8, 1000)).toEqual({ page: 2, top: 0 })
    expect(placeIn(999.5, 1000).page).toBe(1)
  })
})
