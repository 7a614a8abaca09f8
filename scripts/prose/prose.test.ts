import { describe, expect, test } from 'vitest'
import { checkProse, joinLines } from './check.ts'
import { isCovered } from './scope.ts'
import { proseOf } from './texts.ts'

const found = (name: string, source: string): string[] =>
  (checkProse(name, source)?.messages ?? []).map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)

describe('the prose of a file', () => {
  test.each<[string, string, string]>([
    ['a.ts', "const a = 'no' // yes\n", 'yes'],
    ['a.ts', "const a = 'http://no' /* yes */\n", 'yes'],
    ['a.ts', '/**\n * one\n * two\n */\n', 'one two'],
    ['a.ts', '/** @param {string} name what it is called */\n', 'what it is called'],
    ['a.ts', 'const a = /["\'] \\/\\/ no/ // yes\n', 'yes'],
    ['a.ts', '// eslint-disable-next-line no\n', ''],
    ['a.svelte', '<!-- one --><script>\n// two\n</script><p>no</p>', 'one two'],
    ['a.ts', '/**\n * one\n *\n *   no    no\n *   no    no\n */\n', 'one'],
    ['a.css', 'a { color: red; /* yes */ }', 'yes'],
    ['a.md', '# One\n\n`no` two\n\n```\nno\n```\n', 'One two'],
    ['a.md', 'one\n\n<!-- prose off -->\nno\n\n<!-- prose on -->\n\ntwo', 'one two'],
    [
      'a.test.ts',
      "describe('one', () => { test.each([1])(`two ${no}`, () => { x('no') }) })",
      'one. two x .',
    ],
  ])('%s: %j', (name, source, expected) => {
    const prose = proseOf(name, source) ?? ''
    expect(prose.replaceAll(/\s+/g, ' ').trim()).toBe(expected)
    expect(prose.length).toBe(source.length)
  })

  test('is null for a file without prose', () => {
    expect(proseOf('a.json', '{}')).toBeNull()
  })
})

test.each<[string, boolean]>([
  ['README.md', true],
  ['docs/decisions/0001-folders-and-layering.md', true],
  ['src-library/search/search.ts', true],
  ['src-compiler/samples/miniature.ts', true],
  ['src-compiler/samples/minimal/encyclopedia/well.md', false],
  ['content/trafficking-azerbaijan/encyclopedia/help-numbers.md', false],
  ['out/main/index.js', false],
  ['src-library/text-codec.d.ts', false],
])('covers %s: %s', (name, expected) => {
  expect(isCovered(name)).toBe(expected)
})

describe('the check', () => {
  test.each<[string, string[]]>([
    ['// Whoever reads it.', ['whoever 1:4']],
    ['// It was drawn\n// anew.', ['anew 2:4']],
    ['// The debugger\n// is let\n// go.', ['let-go 2:7']],
    ['// What is damaged is left out.', ['what-as-subject 1:4']],
    ['// It says what is damaged.', []],
    ['// What is damaged?', []],
    ['// The number stands above the hits.', ['stands 1:15']],
    ['// The stand-in stands still.', ['stands 1:17']],
    ['// The stand-in runs under it; a reader can understand.', []],
    ['// For who measures.', ['for-who 1:4']],
    ['// The word `nobody` and “whom”.', []],
    ['// It is is here.', ['is 1:7']],
    ['// It depends on the the key.', ['the 1:18']],
  ])('%j', (source, expected) => {
    expect(found('a.ts', `${source}\n`)).toEqual(expected)
  })

  test('reads the titles of tests', () => {
    expect(found('a.test.ts', "test('is kept by whom it concerns', () => {})\n")).toEqual(['whom 1:18'])
  })

  test('says the place in Markdown', () => {
    expect(found('a.md', '# Good\n\nA line.\nNobody reads *anew*.\n')).toEqual(['nobody 4:1', 'anew 4:15'])
  })
})

test('joining lines keeps where each character was', () => {
  const { joined, offsets } = joinLines('one\n  two')
  expect(joined).toBe('one two')
  expect(offsets[joined.indexOf('two')]).toBe('one\n  two'.indexOf('two'))
})
