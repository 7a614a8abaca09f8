import { describe, expect, it } from 'vitest'
import { settleReferences } from './crossreferences.ts'
import type { PageLayout } from './layingout.ts'

/** A document of one link, whose target is on the page that the number written before makes. */
function documentOf(pageAfter: (written: number, fixed: boolean) => number) {
  const state = { written: 0, fixed: false, layouts: 0 }
  const settled = settleReferences({
    layOut: (): PageLayout => {
      state.layouts++
      const page = pageAfter(state.written, state.fixed)
      return { pages: page, places: new Map([['s1', { page, top: 0 }]]) }
    },
    write: ({ places }) => {
      const page = places.get('s1')?.page ?? 0
      const isOther = page !== state.written
      state.written = page
      return isOther
    },
    fix: () => void (state.fixed = true),
  })
  return { ...state, page: settled.places.get('s1')?.page }
}

describe('the numbers of cross references', () => {
  it('are written once where they move nothing', () => {
    expect(documentOf(() => 17)).toEqual({ written: 17, page: 17, fixed: false, layouts: 2 })
  })

  it('are written again where a number moves its target to the next page', () => {
    expect(documentOf((written) => (written === 0 ? 9 : 10))).toMatchObject({
      written: 10,
      page: 10,
      fixed: false,
    })
  })

  it('get room for any number where they would never settle', () => {
    // On page 9 the number is short and its target moves to page 10, where the long number moves it back.
    const { written, page, fixed, layouts } = documentOf((before, isFixed) => {
      if (isFixed) return 10
      return before === 9 ? 10 : 9
    })
    expect({ written, page, fixed }).toEqual({ written: 10, page: 10, fixed: true })
    expect(layouts).toBeLessThan(7)
  })
})
