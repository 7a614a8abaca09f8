import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const renderer = fileURLToPath(new URL('..', import.meta.url))
const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
)

/**
 * Selectors and rules for which Chrome 109 or Firefox 115 drop a whole rule, the last browsers of Windows 7 and 8. Newer
 * properties and values cost one line of looks: they may be used. `::highlight` has rules of its own.
 */
const newer =
  /:has\(|:dir\(|::details-content|:popover-open|:user-(?:in)?valid|:state\(|@scope|@starting-style|@position-try|@property|^\s*&/

/** The lines that such a browser would drop a rule for, outside of the question whether it knows them. */
function droppedIn(sheet: string): readonly string[] {
  const asked = sheet.replace(/\/\*[\s\S]*?\*\//g, '').split('\n')
  let depth = 0
  let supports: number | null = null
  return asked.filter((line) => {
    const asks = /@supports/.test(line)
    if (asks && supports === null) supports = depth
    const inside = supports !== null
    depth += line.split('{').length - line.split('}').length
    if (supports !== null && depth <= supports && line.includes('}')) supports = null
    return !inside && newer.test(line)
  })
}

test.each(sheets)('%s has no rule that the browsers of the USB edition drop', (file) => {
  expect(droppedIn(readFileSync(join(renderer, file), 'utf8'))).toEqual([])
})

describe('a rule that would be dropped', () => {
  test('is found, also after one that asks first', () => {
    const asked = '@supports selector(:has(a)) {\n  p:has(a) {\n    color: red;\n  }\n}\n'
    expect(droppedIn(asked)).toEqual([])
    expect(droppedIn(`${asked}p:has(b) {\n}\n`)).toEqual(['p:has(b) {'])
    expect(droppedIn('/* :has(a) */\na:dir(rtl) {\n}\n')).toEqual(['a:dir(rtl) {'])
  })
})
