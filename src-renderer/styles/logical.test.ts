import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('..', import.meta.url))

/** Properties and values that name a side of the screen where one of the line is meant. */
const physical =
  /(^|[\s;{])(((margin|padding|border|scroll-margin|scroll-padding)-(left|right)[\w-]*|border-(top|bottom)-(left|right)-radius|left|right)\s*:|(text-align|float|clear|caption-side)\s*:\s*(left|right)\b)/

/** Four values of which the right one and the left one differ. */
function isLopsided(line: string): boolean {
  const [, values] = /^\s*(?:padding|margin|inset):\s*([^;]+);/.exec(line) ?? []
  const [, right, , left] = values?.match(/(?:[^\s(]|\([^)]*\)+)+/g) ?? []
  return left !== undefined && left !== right
}

/** Paper runs from left to right until there is a pack that does not: docs/decisions/0019-ready-for-right-to-left.md. */
const isPaper = (file: string): boolean => file.replaceAll('\\', '/').startsWith('printing/paper/')

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
)

test.each(sheets)('%s names sides of the line, not of the screen', (file) => {
  const lines = readFileSync(join(renderer, file), 'utf8').split('\n')
  const found = lines.flatMap((line, at) =>
    physical.test(line) || (!isPaper(file) && isLopsided(line)) ? [`${at + 1}: ${line.trim()}`] : [],
  )
  expect(found).toEqual([])
})

test('there are sheets to look at, and what is forbidden is recognised', () => {
  expect(sheets.length).toBeGreaterThan(10)
  for (const line of [
    '  left: 0;',
    'text-align: right;',
    '  padding-left: 1em;',
    'a { margin-right: 1em }',
  ]) {
    expect(line).toMatch(physical)
  }
  for (const line of [
    '  inset-inline-start: 0;',
    'text-align: start;',
    '--left: 1em;',
    "[data-align='right'] {",
  ]) {
    expect(line).not.toMatch(physical)
  }
  expect(isLopsided('  padding: 0.4em 1.1em 0.4em 0;')).toBe(true)
  expect(isLopsided('  margin: 0 calc(2 * var(--a)) 0 1em;')).toBe(true)
  expect(isLopsided('  inset: auto 0 0 0;')).toBe(false)
  expect(isLopsided('  margin: 0 0 calc(0.62em * var(--air));')).toBe(false)
})
