import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ByteWriter } from './bytes.ts'
import { bodyField, headingField } from './fields.ts'
import { Cursor, readFrequency, readLists, writePostings, type FieldPostings } from './postings.ts'

type Entry = { readonly section: number; readonly positions: readonly number[] }

const entries = (most: number): fc.Arbitrary<Entry[]> =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 5 }),
      ),
      { minLength: 1, maxLength: most, size: 'max' },
    )
    .map((steps) => {
      let section = -1
      return steps.map(([gap, apart]) => {
        let position = -1
        section += gap
        return { section, positions: apart.map((step) => (position += step)) }
      })
    })

const packed = (list: readonly Entry[]): FieldPostings => ({
  sections: list.map(({ section }) => section),
  counts: list.map(({ positions }) => positions.length),
  positions: list.flatMap(({ positions }) => positions),
})

describe('postings', () => {
  it('are read as they were written, jumped through or stepped through', () => {
    fc.assert(
      fc.property(
        entries(20),
        entries(700),
        fc.array(fc.nat(200_000), { maxLength: 20 }),
        (heading, body, jumps) => {
          const postings = new ByteWriter()
          postings.byte(77)
          writePostings([packed(heading), null, packed(body), null], postings)
          const bytes = postings.take()
          expect(readFrequency(bytes, 1, 1e6)).toBe(Math.max(heading.length, body.length))
          const lists = readLists(bytes, 1, 1e6)
          expect(lists.map((list) => [list.field, list.size])).toEqual([
            [headingField, heading.length],
            [bodyField, body.length],
          ])
          lists.forEach((list, i) => {
            const expected = [heading, body][i]!
            const cursor = new Cursor(list, bytes)
            for (const to of [...jumps].sort((a, b) => a - b)) {
              cursor.seek(to)
              const entry = expected.find(({ section }) => section >= to)
              expect(cursor.section).toBe(entry?.section ?? Infinity)
              if (entry && to % 2 === 0 && cursor.count > 0) expect(cursor.count).toBe(entry.positions.length)
            }
            const toTheEnd = new Cursor(list, bytes)
            const last = expected.at(-1)!
            toTheEnd.seek(last.section)
            expect([toTheEnd.section, toTheEnd.positions()]).toEqual([last.section, last.positions])
            const fresh = new Cursor(list, bytes)
            for (const { section, positions: places } of expected.filter(
              (_, at) => at % 97 === 0 || at % 2 === 1,
            )) {
              fresh.seek(section)
              expect([fresh.section, fresh.positions()]).toEqual([section, places])
            }
          })
        },
      ),
      { numRuns: 60 },
    )
  })
})
