import { expect, test } from 'vitest'
import { lostPlaces, renderLost } from './lostplaces.ts'
import { compileMiniature } from './samples/miniature.ts'

test('an edition that has every place loses none', async () => {
  const { articles, pack } = await compileMiniature()
  expect(lostPlaces(articles, pack)).toEqual([])
})

test('a lost article or section is named, unless a line says where it moved', async () => {
  const { articles, pack } = await compileMiniature()
  const [first] = articles
  if (!first) throw new Error('The miniature has articles')
  const gone = { ...first, id: 'gone', translation: null }
  const changed = {
    ...first,
    sections: first.sections.map((one, i) => (i === 1 ? { ...one, anchor: 'old' } : one)),
  }
  const before = [gone, changed]
  expect(lostPlaces(before, pack)).toEqual(['gone', `${first.id}#old`])
  const to = { article: first.id, anchor: 'lead' }
  const moved = [
    { from: { article: 'gone', anchor: null }, to },
    { from: { article: first.id, anchor: 'old' }, to },
  ]
  expect(lostPlaces(before, { ...pack, moved })).toEqual([])
})

test('a line for an original serves its translations', async () => {
  const { articles, pack } = await compileMiniature()
  const [first] = articles
  if (!first) throw new Error('The miniature has articles')
  const translated = { ...first, id: 'gone.az', translation: { of: 'gone', reviewed: true } }
  const to = { article: first.id, anchor: 'lead' }
  expect(lostPlaces([translated], pack)).toEqual(['gone.az'])
  expect(
    lostPlaces([translated], { ...pack, moved: [{ from: { article: 'gone', anchor: null }, to }] }),
  ).toEqual([])
})

test('the refusal names the places and the remedy', () => {
  expect(renderLost(['a#b'], '2026-05')).toContain('  a#b\nSay in `moved` of pack.json')
})
