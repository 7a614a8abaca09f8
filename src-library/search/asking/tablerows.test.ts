import { expect, test } from 'vitest'
import { Marker } from './marks.ts'
import { noMarks } from '../result.ts'
import { tableRows } from './tablerows.ts'

const text = [
  'The table is a first guide.',
  'Whom to call',
  'For | Call | Number',
  'A bed tonight | Assistance Centre | ',
  'Danger now | Police | 102',
  'Fire | Rescue service | 112',
  'A complaint | Ombudsman | 916',
].join('\n')
const marker = (...terms: string[]): Marker => new Marker({ ...noMarks, languages: ['en'], terms })
const cells = (terms: string[], of = text): readonly (readonly string[])[] | undefined =>
  tableRows(of, marker(...terms), 'en')?.rows.map((row) => row.map((cell) => cell.text))

test('the rows that say what was asked are shown, under the heads of their columns', () => {
  const table = tableRows(text, marker('polic'), 'en')
  expect(table?.head).toEqual(['For', 'Call', 'Number'])
  expect(table?.rows.map((row) => row.map((cell) => cell.text))).toEqual([['Danger now', 'Police', '102']])
  expect(table?.rows[0]?.[1]?.ranges).toEqual([{ start: 0, end: 6 }])
  expect(table?.more).toBe(3)
})

test('an empty cell keeps its column', () => {
  expect(cells(['bed'])).toEqual([['A bed tonight', 'Assistance Centre', '']])
})

test('the first rows are shown where only the heading has what was asked', () => {
  expect(cells(['nowher'])?.map(([first]) => first)).toEqual(['A bed tonight', 'Danger now', 'Fire'])
})

test('there is no table where the other text says it and the rows do not', () => {
  expect(cells(['guid'])).toBeUndefined()
})

test('a section that is mostly text, or has a long or wide table, is shown by its lines', () => {
  expect(cells(['polic'], `${'Words of a long text. '.repeat(30)}\n${text}`)).toBeUndefined()
  const long = ['A | B', ...Array.from({ length: 30 }, (_, i) => `police | ${i}`)].join('\n')
  expect(cells(['polic'], long)).toBeUndefined()
  expect(
    cells(['polic'], 'a | b | c | d | e | f\npolice | 2 | 3 | 4 | 5 | 6\n1 | 2 | 3 | 4 | 5 | 6'),
  ).toBeUndefined()
})

test('two lines with a sign between are no table', () => {
  expect(cells(['polic'], 'police | a\nb')).toBeUndefined()
})
