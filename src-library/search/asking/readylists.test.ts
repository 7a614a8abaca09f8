import { expect, test } from 'vitest'
import type { SearchIndex } from '../index/load.ts'
import { Cursor, type PostingList } from '../index/postings.ts'
import { ReadyLists } from './readylists.ts'
import { packOf } from '../testing/samples.ts'

const sections = 1200
/** So many words that occur in half of the sections are more than is kept. */
const words = Array.from({ length: 120 }, (_, i) => `w${i}ord`)

const library = (): SearchIndex =>
  packOf(
    Array.from({ length: sections }, (_, at) => {
      const own = words.filter((_, i) => (at * 7 + i) % 10 < 5)
      return { id: `a${at}`, title: 'Title', sections: [{ text: [...own, ...own.slice(at % 30)].join(' ') }] }
    }),
  ).index

const listsOf = (index: SearchIndex): PostingList[] =>
  Array.from({ length: index.terms.size }, (_, term) => index.lists(term)).flat()

test('lists are the packed ones, kept or unpacked again, and the bound on kept ones holds', () => {
  const index = library()
  const ready = new ReadyLists(index)
  const lists = listsOf(index)
  const own = (list: PostingList): [number[], number[]] => {
    const { sections: found, parts, size } = ready.of(list)
    return [[...found.subarray(0, size)], [...parts.subarray(0, size)]]
  }
  const first = lists.map(own)
  // Backwards, the last are still kept and the first are not.
  const again = lists.toReversed().map(own).toReversed()
  expect(again).toEqual(first)
  lists.forEach((list, i) => {
    const cursor = new Cursor(list, index.postings)
    const found: number[] = []
    for (cursor.next(); cursor.section !== Infinity; cursor.next()) found.push(cursor.section)
    expect(first[i]?.[0]).toEqual(found)
  })
  expect(ready.bytes).toBeGreaterThan(0)
  expect(ready.bytes).toBeLessThanOrEqual(500_000)
  expect(lists.reduce((sum, { size }) => sum + size * 8, 0)).toBeGreaterThan(500_000)
})
