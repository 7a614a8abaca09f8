import { describe, expect, it } from 'vitest'
import { pseudoLocale } from './pseudolocale.ts'

describe('the pseudo-locale', () => {
  it('turns every message around, those with names and numbers in them too', () => {
    expect(pseudoLocale.places.home).toBe('\u202eHome\u202c')
    expect(pseudoLocale.search.examples[0]).toBe('\u202ea bed tonight\u202c')
    expect(pseudoLocale.printList.count(2)).toBe('\u202e2 sections\u202c')
  })

  it('runs from right to left', () => expect(pseudoLocale.direction).toBe('rtl'))
})
