import { describe, expect, it } from 'vitest'
import { groupsOf } from './widetables.ts'

describe('a table whose columns have no room side by side', () => {
  it('is cut into tables of about as many columns, each beside the first', () => {
    expect(groupsOf([50, 90, 90, 90, 90, 90, 90, 90], 420)).toEqual([
      [1, 2, 3, 4],
      [5, 6, 7],
    ])
    expect(groupsOf([50, 300, 60, 60, 300], 420)).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it('is one where there is room, or where only a word is too wide', () => {
    expect(groupsOf([50, 100, 100], 420)).toBeNull()
    expect(groupsOf([50, 3000], 420)).toBeNull()
    expect(groupsOf([3000, 50], 420)).toBeNull()
    expect(groupsOf([50], 420)).toBeNull()
  })

  it('gives a word that is wider than the page a table of its own', () => {
    expect(groupsOf([50, 100, 3000, 100], 420)).toEqual([[1], [2], [3]])
  })
})
