import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('..', import.meta.url))

/** Properties and values that name a side of the screen where one of the line is meant. */
const physical =
  /(^|[\s;{])(((margin|padding|border|scroll-margin|scroll-padding)-(left|right)[\w-]*|border-(top|bottom)-(left|right)-radius|left|right)\s*:|(text-align|float|clear|caption-side)\s*:\s*(left|right)\b)/

const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
)

test.each(sheets)('%s names sides of the line, not of the screen', (file) => {
  const lines = readFileSync(join(renderer, file), 'utf8').split('\n')
  const found = lines.flatMap((line, at) => (physical.test(line) ? [`${at + 1}: ${line.trim()}`] : []))
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
})
