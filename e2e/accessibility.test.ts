import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const table = readFileSync(join(root, 'docs/accessibility.md'), 'utf8')
const rules = [...table.matchAll(/^\| (A\d+) \|.*\| (.+) \|$/gm)].map(([, rule = '', where = '']) => ({
  rule,
  files: [...where.matchAll(/`([^`]+\.(?:spec|test)\.ts)`/g)].map(([, file = '']) => file),
}))

test('the table has every rule from A1 to A22 once', () => {
  expect(rules.map(({ rule }) => rule)).toEqual(Array.from({ length: 22 }, (_, at) => `A${at + 1}`))
})

test.each(rules)('$rule is named by a test of the file the table gives first', ({ rule, files }) => {
  const [file = ''] = files
  // A title may name several rules, and may be filled in: `A1, A2: axe finds nothing on: ${name}`.
  expect(readFileSync(join(root, file), 'utf8')).toMatch(
    new RegExp(`test\\(\\s*[\`'](?:A\\d+, )*${rule}[,:]`),
  )
})

test('every spec that the states’ table names is there', () => {
  const specs = new Set(readdirSync(import.meta.dirname))
  for (const [, name = ''] of table.matchAll(/`e2e\/([^`]+\.spec\.ts)`/g)) expect(specs).toContain(name)
})
