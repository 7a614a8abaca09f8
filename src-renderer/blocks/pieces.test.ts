import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../src-library/model/block.ts'
import { piecesOf, weightOfBlock } from './pieces.ts'

const weights = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 200 })

test('pieces follow one another to the end, and none weighs more than it may unless it is a single item', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 10, max: 100 }), (list, most) => {
      const ends = piecesOf(list, most)
      expect(ends.at(-1) ?? 0).toBe(list.length)
      ends.forEach((end, at) => {
        const from = ends[at - 1] ?? 0
        const piece = list.slice(from, end)
        expect(piece.length).toBeGreaterThan(0)
        if (piece.length > 1) expect(piece.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(most)
      })
    }),
  )
})

test('a table weighs at least one for each of its cells, and a list for each of its items', () => {
  const cell = [{ kind: 'text' as const, value: 'x' }]
  const table: Block = {
    kind: 'table',
    caption: null,
    align: [null, null],
    head: [cell, cell],
    rows: Array.from({ length: 100 }, () => [cell, cell]),
  }
  expect(weightOfBlock(table)).toBeGreaterThanOrEqual(202)
  const item: Block[] = [{ kind: 'paragraph', children: cell }]
  const list: Block = {
    kind: 'list',
    ordered: true,
    start: 1,
    items: Array.from({ length: 100 }, () => item),
  }
  expect(weightOfBlock(list)).toBeGreaterThanOrEqual(200)
})
