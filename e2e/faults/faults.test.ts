import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseFaults } from './choose.ts'
import { faults as wiring } from './faults.ts'
import { changedText } from './plant.ts'
import { outcomesOf, unitOutcomesOf } from './report.ts'
import { unitFaults } from './unitfaults.ts'

const faults = [...wiring, ...unitFaults]
const root = resolve(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('the planted faults', () => {
  test.each(faults)('fit the sources as they are: $name', ({ changes }) => {
    for (const change of changes) expect(changedText(read(change.file), change)).not.toBe(read(change.file))
  })

  test.each(faults)('name a spec that is there: $name', ({ seenBy }) => {
    const spec = seenBy.spec.endsWith('.test.ts') ? seenBy.spec : `e2e/${seenBy.spec}`
    expect(read(spec)).toContain(seenBy.test)
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

describe('the command line', () => {
  const chosen = (...given: string[]) => chooseFaults(given, faults)

  test('chooses all faults, or those with the words in their name', () => {
    expect(chosen()).toEqual({ kind: 'run', faults })
    expect(chosen('the', 'PDF', 'is not written')).toMatchObject({
      kind: 'run',
      faults: [{ name: 'the PDF is not written' }],
    })
  })

  test('is explained on asking, and after a mistake, with the names there are', () => {
    expect(chosen('--help')).toMatchObject({ kind: 'help' })
    expect(chosen('no such thing')).toMatchObject({ kind: 'mistake' })
    expect(chosen('--quick')).toMatchObject({ kind: 'mistake' })
    for (const given of ['--help', 'no such thing']) {
      const asked = chosen(given)
      expect(asked.kind !== 'run' && asked.text).toContain('the menu is not set')
    }
  })
})

describe('a report of the specs', () => {
  const spec = (title: string, ok: boolean) => ({ title, ok, tests: [] })

  test('counts passed and failed tests, however deep they are', () => {
    const suites = [
      { specs: [spec('reads', true)], suites: [{ specs: [spec('prints', false)], title: 'inner' }] },
      { specs: [spec('waits', true)] },
    ]
    expect(outcomesOf({ suites, errors: [] })).toEqual({ passed: ['reads', 'waits'], failed: ['prints'] })
  })

  test('of unit tests counts them by their whole titles', () => {
    const assertionResults = [
      { fullName: 'a file is read', status: 'passed' },
      { fullName: 'a file is written', status: 'failed' },
      { fullName: 'a file is sold', status: 'skipped' },
    ]
    expect(unitOutcomesOf({ testResults: [{ assertionResults }] })).toEqual({
      passed: ['a file is read'],
      failed: ['a file is written'],
    })
  })

  test('that is none is not taken for one without failures', () => {
    expect(() => outcomesOf({})).toThrow()
    expect(() => unitOutcomesOf({})).toThrow()
  })
})
