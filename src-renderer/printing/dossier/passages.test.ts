import { expect, it } from 'vitest'
import type { Block } from '../../../src-library/model/block.ts'
import { paragraph, text } from '../testing/samples.ts'
import { passagesOf } from './passages.ts'

const cells = (...words: string[]) => words.map((word) => [text(word)])
const blocks: readonly Block[] = [
  paragraph(text('Call first.')),
  {
    kind: 'table',
    caption: null,
    align: [null, null],
    head: cells('Need', 'Body'),
    rows: [cells('A bed tonight', 'NGO houses'), cells('A report of a case', 'Hotline 152, Main Department')],
  },
]
const row = { text: 'A report of a case | Hotline 152, Main Department', ranges: [{ start: 29, end: 32 }] }
const line = { text: 'Call 152 first.', ranges: [{ start: 5, end: 8 }] }
const hitOf = (...snippet: { text: string; ranges: { start: number; end: number }[] }[]) => ({
  table: null,
  snippet,
})

it('a row of a table is shown in its columns, with its marks', () => {
  expect(passagesOf(hitOf(row), blocks)).toEqual([
    {
      kind: 'rows',
      head: ['Need', 'Body'],
      rows: [
        [
          { text: 'A report of a case', ranges: [] },
          { text: 'Hotline 152, Main Department', ranges: [{ start: 8, end: 11 }] },
        ],
      ],
    },
  ])
})

it('a row that was cut is shown whole', () => {
  const cut = { text: '… of a case | Hotline 152, Main …', ranges: [{ start: 22, end: 25 }] }
  expect(passagesOf(hitOf(cut), blocks)).toEqual(passagesOf(hitOf(row), blocks))
})

it('two rows of a table are in one table, and the heads alone bring a row along', () => {
  const bed = { text: 'A bed tonight | NGO houses', ranges: [] }
  const [both, ...others] = passagesOf(hitOf(bed, row), blocks)
  expect(others).toEqual([])
  expect(both?.kind === 'rows' && both.rows.map(([cell]) => cell?.text)).toEqual([
    'A bed tonight',
    'A report of a case',
  ])
  const [heads] = passagesOf(hitOf({ text: 'Need | Body', ranges: [] }), blocks)
  expect(heads?.kind === 'rows' && heads.rows.map(([cell]) => cell?.text)).toEqual(['A bed tonight'])
})

it('a line that is in no table is shown as it is', () => {
  const strange = { text: 'this | that', ranges: [] }
  expect(passagesOf(hitOf(line, strange), blocks)).toEqual([
    { kind: 'line', line },
    { kind: 'line', line: strange },
  ])
})

it('two lines that overlap are one, with the marks of both', () => {
  const whole = 'The state hotline is 152, run by the Main Department. Other hotlines existed.'
  const first = {
    text: `${whole.slice(0, 52)} …`,
    ranges: [
      { start: 10, end: 17 },
      { start: 21, end: 24 },
    ],
  }
  const second = {
    text: `… ${whole.slice(21)}`,
    ranges: [
      { start: 2, end: 5 },
      { start: 41, end: 49 },
    ],
  }
  const [joined, ...others] = passagesOf(hitOf(first, second), [])
  expect(others).toEqual([])
  if (joined?.kind !== 'line') throw new Error('No line.')
  expect(joined.line.text).toBe(whole)
  expect(joined.line.ranges.map(({ start, end }) => whole.slice(start, end))).toEqual([
    'hotline',
    '152',
    'hotlines',
  ])
})
