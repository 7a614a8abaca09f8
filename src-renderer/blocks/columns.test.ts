import { expect, test } from 'vitest'
import { columnsOf } from './columns.ts'

test('a column is as wide as its longest word, and takes its share of the rest by its longest text', () => {
  expect(columnsOf(['Year', 'What was found'], [['2025', 'Forty-one cases in Baku']])).toEqual({
    template: 'minmax(calc(4ch + 1.1em), 4fr) minmax(calc(9ch + 1.1em), 23fr)',
    least: 'calc(13ch + 2 * 1.1em)',
  })
})

test('one long address takes no more than its share', () => {
  const address = `https://example.org/${'a'.repeat(300)}`
  expect(columnsOf(['Where'], [[address]]).template).toBe('minmax(calc(24ch + 1.1em), 60fr)')
})

test('of ten thousand rows some two hundred are looked at', () => {
  let looked = 0
  const rows = Array.from(
    { length: 10_000 },
    (_, at) =>
      new Proxy([String(at)], {
        get: (row, name) => (name === '0' && looked++, Reflect.get(row, name) as unknown),
      }),
  )
  columnsOf(['Number'], rows)
  expect(looked).toBeLessThanOrEqual(250)
})
