import { expect, test } from 'vitest'
import { RecentSearches } from './recent.ts'

const after = (...queries: string[]): readonly string[] => {
  const recent = new RecentSearches()
  for (const query of queries) recent.add(query)
  return recent.all
}

test('the last searches are offered, the last first, each once, and no more than five', () => {
  expect(after('shelter', '152', 'shelter')).toEqual(['shelter', '152'])
  expect(after('one', 'two', 'three', 'four', 'five', 'six')).toEqual(['six', 'five', 'four', 'three', 'two'])
})

test('the beginning of a search and a text of a letter or two are no searches', () => {
  expect(after('shel', 'shelter', 'a', '  ')).toEqual(['shelter'])
})
