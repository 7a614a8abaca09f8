import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergedList, mergedSettings } from './merging.ts'

type Entry = { readonly id: string; readonly at: number }
const key = ({ id }: Entry): string => id
const entry = (id: string, at = 0): Entry => ({ id, at })
const ids = (entries: readonly Entry[]): string => entries.map(({ id, at }) => `${id}${at}`).join(' ')

test('settings changed in two windows are both kept', () => {
  const base = { theme: 'system', font: 'literata', size: 18 }
  expect(mergedSettings(base, { ...base, font: 'andika' }, { ...base, theme: 'dark' })).toEqual({
    theme: 'dark',
    font: 'andika',
    size: 18,
  })
})

test('the last change of one and the same setting holds', () => {
  expect(mergedSettings({ size: 18 }, { size: 20 }, { size: 22 })).toEqual({ size: 20 })
})

test('entries added in two windows are all kept, those of this window first', () => {
  expect(ids(mergedList([], [entry('c')], [entry('a'), entry('b')], key))).toBe('c0 a0 b0')
})

test('an entry removed in either window is gone', () => {
  const base = [entry('a'), entry('b'), entry('c')]
  expect(ids(mergedList(base, [entry('b'), entry('c')], [entry('a'), entry('b')], key))).toBe('b0')
})

test('an entry changed in one window is taken from there, and from this one when both changed it', () => {
  const base = [entry('a'), entry('b')]
  expect(ids(mergedList(base, [entry('a', 1), entry('b')], [entry('a'), entry('b', 2)], key))).toBe('a1 b2')
  expect(ids(mergedList(base, [entry('a', 1)], [entry('a', 2)], key))).toBe('a1')
})

const list = fc.uniqueArray(
  fc.record({ id: fc.constantFrom(...'abcdef'), at: fc.integer({ min: 0, max: 2 }) }),
  { selector: key },
)

test('without another window, what this window holds is what is written', () => {
  fc.assert(
    fc.property(list, list, (base, mine) => {
      expect(mergedList(base, mine, base, key)).toEqual(mine)
    }),
  )
})

test('nothing that either window added is lost, and no entry is there twice', () => {
  fc.assert(
    fc.property(list, list, list, (base, mine, theirs) => {
      const merged = mergedList(base, mine, theirs, key).map(key)
      expect(new Set(merged).size).toBe(merged.length)
      const before = new Set(base.map(key))
      for (const one of [...mine, ...theirs]) if (!before.has(key(one))) expect(merged).toContain(key(one))
    }),
  )
})
