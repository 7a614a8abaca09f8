import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faults } from './faults.ts'
import { changedText } from './plant.ts'

const root = resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('the planted faults', () => {
  test.each(faults)('fit the sources as they are: $name', ({ changes }) => {
    for (const change of changes) expect(changedText(read(change.file), change)).not.toBe(read(change.file))
  })

  test.each(faults)('name a spec that is there: $name', ({ seenBy }) => {
    expect(read(`e2e/${seenBy.spec}`)).toContain(seenBy.test)
  })

  test('differ in name, for the table', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length)
  })
})

test('a change that fits nowhere, or twice, is no fault', () => {
  const change = { file: 'a.ts', find: 'x', replace: 'y' }
  expect(() => changedText('abc', change)).toThrow('a.ts holds 0 times')
  expect(() => changedText('xx', change)).toThrow('a.ts holds 2 times')
  expect(changedText('axb', change)).toBe('ayb')
})
