/** The query that docs/search.md works by hand: if you change a weight, work it again there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compileMiniature } from '../../src-compiler/samples/miniature.ts'
import { indexOf } from './testing/samples.ts'
import { search } from './search.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/search.md'), 'utf8')

it('scores the query that docs/search.md works by hand as it is worked there', async () => {
  const [, worked = ''] = page.split(/^## One query by hand$/m)
  const [, first, , second] = [...worked.matchAll(/\*\*([\d.]+)\*\*/g)].map(([, score]) => Number(score))
  const { articles } = await compileMiniature()
  const { hits } = search(
    [{ id: 'miniature', index: indexOf(articles), sourceTypes: new Map() }],
    'opening hours ',
  )
  expect(hits.slice(0, 2).map(({ score }) => score)).toEqual([
    expect.closeTo(first ?? NaN, 1),
    expect.closeTo(second ?? NaN, 1),
  ])
})
