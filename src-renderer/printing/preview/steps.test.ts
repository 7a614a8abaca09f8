import { describe, expect, it } from 'vitest'
import { milestone, shareOf } from './steps.ts'
import type { WaitingStep } from './waiting.svelte.ts'

const way: readonly WaitingStep[] = [
  { kind: 'opening' },
  { kind: 'reading', done: 1, all: 200 },
  { kind: 'reading', done: 200, all: 200 },
  { kind: 'drawing', done: 1, all: 200 },
  { kind: 'drawing', done: 200, all: 200 },
  { kind: 'pass', pass: 1, all: 2 },
  { kind: 'pass', pass: 2, all: 2 },
  { kind: 'finishing', pages: 204 },
  { kind: 'showing' },
]

describe('the steps of a print', () => {
  it('lead forward, from nothing to almost all', () => {
    const shares = way.map(shareOf)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(shares[0]).toBe(0)
    expect(shares.at(-1)).toBeLessThan(1)
  })

  it('are said in quarters', () => {
    const said = Array.from({ length: 200 }, (_, index) =>
      milestone({ kind: 'drawing', done: index + 1, all: 200 }),
    )
    expect([...new Set(said.map((step) => JSON.stringify(step)))].map((step) => JSON.parse(step))).toEqual([
      { kind: 'opening' },
      { kind: 'drawing', done: 50, all: 200 },
      { kind: 'drawing', done: 100, all: 200 },
      { kind: 'drawing', done: 150, all: 200 },
      { kind: 'drawing', done: 200, all: 200 },
    ])
    expect(milestone({ kind: 'pass', pass: 2, all: 2 })).toEqual({ kind: 'pass', pass: 2, all: 2 })
  })

  it('claim no more than was done', () => {
    for (const all of [1, 3, 7, 10]) {
      for (let done = 0; done <= all; done++) {
        const said = milestone({ kind: 'reading', done, all })
        if (said.kind === 'reading') expect(said.done).toBeLessThanOrEqual(done)
      }
    }
  })
})
