/** Several packs searched together, beside one index over the same sections. */
import { describe, expect, it } from 'vitest'
import { matchesIn } from './asking/matches.ts'
import { planQuery } from './asking/plan.ts'
import { parseQuery } from './asking/query.ts'
import { noFilters } from './result.ts'
import { search } from './search.ts'
import type { SearchedPack } from './asking/facets.ts'
import { packOf, type Sample } from './testing/samples.ts'

/** Numbers that are the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

const vocabulary =
  `shelter police hotline victim border labour passport court lawyer child family bread river letter
  salary visa hotel factory farm driver employer debt document interview safety doctor clinic compensation law`.split(
    /\s+/,
  )

/** Articles whose words are as unevenly frequent as words are. */
function library(articles: number): Sample[] {
  const next = numbers(7)
  const word = (): string => vocabulary[Math.floor(next.next().value ** 2 * vocabulary.length)] ?? 'law'
  const text = (most: number): string =>
    Array.from({ length: 3 + Math.floor(next.next().value * most) }, word).join(' ')
  return Array.from({ length: articles }, (_, i) => ({
    id: `a${i}`,
    title: text(4),
    sections: Array.from({ length: 1 + Math.floor(next.next().value * 5) }, () => ({
      title: text(4),
      text: text(40),
    })),
  }))
}

/** Articles dealt out to so many packs. */
const dealt = (samples: readonly Sample[], packs: number): SearchedPack[] =>
  Array.from({ length: packs }, (_, number) =>
    packOf(
      samples.filter((_sample, i) => i % packs === number),
      [],
      `p${String(number).padStart(2, '0')}`,
    ),
  )

const samples = library(150)
const one = dealt(samples, 1)
const queries = [
  'shelter ',
  'police border ',
  '"labour court" ',
  'victim hotline shelter passport ',
  'debt -visa ',
  '"family bread" river ',
  'compensation law doctor clinic interview ',
]

/** The score of every match of the first look, by its section. */
function firstLook(packs: readonly SearchedPack[], text: string): Map<string, number> {
  const plan = planQuery(
    packs.map(({ index }) => index),
    parseQuery(text),
  )
  const scores = new Map<string, number>()
  packs.forEach((pack, number) => {
    const { exact, related } = matchesIn(pack, plan, number, {
      filters: noFilters,
      sort: 'relevance',
      language: 'en',
      queryLanguage: null,
      most: 10_000,
    })
    for (const { best } of [exact, related])
      for (const { section, score } of best.sorted()) {
        const { article, anchor } = pack.index.sections.describe(section)
        scores.set(`${article}#${anchor}`, score)
      }
  })
  return scores
}

describe.each([1, 2, 7, 25])('%i packs', (count) => {
  const packs = dealt(samples, count)

  it.each(queries)('score each section as one index of all of them does, for %j', (text) => {
    const expected = firstLook(one, text)
    const found = firstLook(packs, text)
    expect(found.size).toBeGreaterThan(5)
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort())
    for (const [section, score] of found) {
      const other = expected.get(section) ?? 0
      expect(Math.abs(score - other) / other, `${section} ${score} ${other}`).toBeLessThan(1e-6)
    }
  })

  it.each(queries)('count alike, and show next to the same first ten, for %j', (text) => {
    const name = ({ article, anchor }: { article: string; anchor: string }): string => `${article}#${anchor}`
    const expected = search(one, text, { limit: 10 })
    const found = search(packs, text, { limit: 10 })
    expect([found.total, found.complete, found.exact]).toEqual([
      expected.total,
      expected.complete,
      expected.exact,
    ])
    const both = found.hits.map(name).filter((hit) => expected.hits.map(name).includes(hit))
    // Likeness is judged within each pack, so that a few places differ.
    expect(both.length).toBeGreaterThanOrEqual(Math.min(count === 1 ? 10 : 6, expected.hits.length))
  })
})

it('hits of several packs are in one row by their scores', () => {
  const { hits } = search(dealt(samples, 7), 'victim hotline ', { limit: 50 })
  expect(new Set(hits.map(({ pack }) => pack)).size).toBe(7)
  expect(hits.map(({ score }) => score)).toEqual([...hits.map(({ score }) => score)].sort((a, b) => b - a))
})
