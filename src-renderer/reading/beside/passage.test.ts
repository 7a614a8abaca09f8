import { expect, test } from 'vitest'
import type { Article } from '../../../src-library/model/article.ts'
import { passageOf, sharedAnchors } from './passage.ts'

const articleOf = (kind: Article['kind'], ...sections: [anchor: string, depth: number][]): Article =>
  ({
    kind,
    sections: sections.map(([anchor, depth]) => ({ anchor, heading: { depth } })),
  }) as unknown as Article

const anchorsOf = (article: Article, anchor: string): string[] =>
  passageOf(article, anchor).map((section) => section.anchor)

test('a passage is a section with everything below it; the lead is alone, but of the news it is the whole', () => {
  const sections: [string, number][] = [
    ['lead', 1],
    ['a', 2],
    ['a1', 3],
    ['b', 2],
  ]
  expect(anchorsOf(articleOf('encyclopedia', ...sections), 'a')).toEqual(['a', 'a1'])
  expect(anchorsOf(articleOf('encyclopedia', ...sections), 'lead')).toEqual(['lead'])
  expect(anchorsOf(articleOf('news', ...sections), 'lead')).toEqual(['lead', 'a', 'a1', 'b'])
  expect(anchorsOf(articleOf('news', ...sections), 'nowhere')).toEqual([])
})

test('shared anchors come in the first article’s order', () => {
  const one = articleOf('encyclopedia', ['lead', 1], ['a', 2], ['b', 2], ['c', 2])
  const other = articleOf('encyclopedia', ['lead', 1], ['c', 2], ['a', 2])
  expect(sharedAnchors(one, other)).toEqual(['lead', 'a', 'c'])
})
