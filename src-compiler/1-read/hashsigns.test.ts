import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../diagnostics.ts'
import { SourceText } from './text.ts'
import { readYaml, type Tree } from './yaml.ts'

function reading(text: string): { readonly value: unknown; readonly said: readonly string[] } {
  const diagnostics = new Diagnostics()
  const report = diagnostics.about(new SourceText('x', text))
  const tree = readYaml({ text, at: { start: 0, end: text.length }, report, code: 'bad-source' })
  return { value: plain(tree), said: diagnostics.list().map(({ code }) => code) }
}

function plain(tree: Tree | null): unknown {
  if (tree?.kind === 'map')
    return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]))
  if (tree?.kind === 'list') return tree.items.map(plain)
  return tree?.value ?? null
}

describe('a # in a value', () => {
  it.each([
    ['after words', 'title: Law on cases #12', { title: 'Law on cases #12' }],
    ['twice', 'title: Forms #3 and #4 #', { title: 'Forms #3 and #4 #' }],
    ['at its beginning', 'summary: #5 is the form\ntitle: x', { summary: '#5 is the form', title: 'x' }],
    ['behind a tab', 'a: b\t#c', { a: 'b\t#c' }],
    [
      'of a nested key',
      'a:\n  title: Act #1\n  publisher: P #2',
      { a: { title: 'Act #1', publisher: 'P #2' } },
    ],
    ['of an item', '- Act #1\n- #2', ['Act #1', '#2']],
    ['of a key of an item', '- value: 5 #1\n  label: b #2', [{ value: '5 #1', label: 'b #2' }]],
    ['inside brackets on one line', 'a: [one #1, two]', { a: ['one #1', 'two'] }],
    ['inside braces on one line', 'a: { value: 5 #1, label: x }', { a: { value: '5 #1', label: 'x' } }],
    ['in a line that goes on', 'a: one #1\n  two #2', { a: 'one #1 two #2' }],
    ['in a text of many lines', 'a: >\n  one #1\n  # two\nb: c', { a: 'one #1 # two\n', b: 'c' }],
    ['of a key', 'az:\n  Case #5: İş #5', { az: { 'Case #5': 'İş #5' } }],
    ['without a blank before it', 'a: C#', { a: 'C#' }],
    ['in quotes', `a: "b #c"\nd: 'e #f'`, { a: 'b #c', d: 'e #f' }],
    ['behind an apostrophe', "a: the staff's #5", { a: "the staff's #5" }],
    ['with a Windows line end', 'a: b #1\r\nc: d #2\r\n', { a: 'b #1', c: 'd #2' }],
  ])('stays: %s', (_what, text, value) => {
    expect(reading(text)).toEqual({ value, said: [] })
  })

  it.each([
    ['a line of its own', '# one\na: b\n  # two\nc: d', { a: 'b', c: 'd' }, []],
    ['behind a closing quote', 'a: "b" # c', { a: 'b' }, ['comment-left-out']],
    ['behind a closing bracket', 'a: [b, c] # d', { a: ['b', 'c'] }, ['comment-left-out']],
    ['behind a key with its list below', 'a: # c\n  - b', { a: ['b'] }, ['comment-left-out']],
    ['behind a key with its list at the same column', 'a: # c\n- b', { a: ['b'] }, ['comment-left-out']],
    ['in brackets over many lines', 'a: [\n  b, # c\n  d\n]', { a: ['b', 'd'] }, ['comment-left-out']],
  ])('is a comment, and said where it shares a line: %s', (_what, text, value, said) => {
    expect(reading(text)).toEqual({ value, said })
  })

  it.each(['a: &c Law', 'a: ! text', '- &x one', 'a: &list\n  - b'])(
    'an anchor or a tag is not dropped: %j',
    (text) => {
      expect(reading(text)).toEqual({ value: null, said: ['bad-source'] })
    },
  )
})
