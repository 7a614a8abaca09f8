import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../diagnostics.ts'
import { SourceText } from './text.ts'
import { readJson, readYaml, type Tree } from './yaml.ts'

function reading(read: typeof readYaml, text: string): { tree: Tree | null; said: readonly string[] } {
  const diagnostics = new Diagnostics()
  const report = diagnostics.about(new SourceText('x', text))
  const tree = read({ text, at: { start: 0, end: text.length }, report, code: 'bad-front-matter' })
  return { tree, said: diagnostics.list().map(({ message }) => message) }
}

/** The tree without its places. */
function plain(tree: Tree | null): unknown {
  if (tree?.kind === 'map')
    return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]))
  if (tree?.kind === 'list') return tree.items.map(plain)
  return tree?.value ?? null
}

describe('YAML', () => {
  it('leaves every value the text it is written as', () => {
    const { tree } = reading(
      readYaml,
      'title: 2017\nedition: 1.10\nanswer: no\nday: 2026-11-22\nempty:\nlist: [a, 1]',
    )
    expect(plain(tree)).toEqual({
      title: '2017',
      edition: '1.10',
      answer: 'no',
      day: '2026-11-22',
      empty: '',
      list: ['a', '1'],
    })
  })

  it('is an empty map when there is nothing', () => expect(plain(reading(readYaml, '').tree)).toEqual({}))

  it('takes __proto__ for a key like any other', () => {
    const { tree } = reading(readYaml, '__proto__: x')
    expect(tree?.kind === 'map' && [...tree.entries.keys()]).toEqual(['__proto__'])
  })

  it.each([
    ['brackets', '['.repeat(200_000)],
    ['closed brackets', 'a: ' + '['.repeat(50_000) + ']'.repeat(50_000)],
    ['braces', '{a: '.repeat(100_000)],
    ['lists', '- '.repeat(200_000)],
    ['complex keys', '? '.repeat(200_000)],
  ])('is refused when %s are nested too deep, and the process lives', (_what, text) => {
    const { tree, said } = reading(readYaml, text)
    expect(tree).toBeNull()
    expect(said).toEqual(['This is nested deeper than 64 levels.'])
  })

  it('is refused with a key that occurs twice', () => {
    const { tree, said } = reading(readYaml, 'a: 1\nb: {c: 2, c: 3}')
    expect(tree).toBeNull()
    expect(said).toEqual(['`c` stands here twice.'])
  })

  it('takes no longer for a key when there are many', () => {
    const { tree } = reading(readYaml, Array.from({ length: 50_000 }, (_, i) => `k${i}: v`).join('\n'))
    expect(tree?.kind === 'map' && tree.entries.size).toBe(50_000)
  })

  it('blanks the control characters that an escape writes, and says so', () => {
    const { tree, said } = reading(readYaml, String.raw`a: "b\u202ec\ud800"`)
    expect(plain(tree)).toEqual({ a: 'b c ' })
    expect(said).toEqual(['This writes the control character U+202E; it was read as a blank.'])
  })

  it('is refused with aliases, which can grow without end', () => {
    expect(reading(readYaml, 'a: &x [1]\nb: [*x, *x]').said).toEqual([
      'The `&x` before this is a sign of YAML and would be dropped.',
    ])
    expect(reading(readYaml, 'b: [*x]\na: &x 1').tree).toBeNull()
  })

  it('is refused with tags that would make objects', () => {
    expect(reading(readYaml, 'a: !!js/function x').tree).toBeNull()
  })
})

describe('JSON', () => {
  it('is read, tabs and all', () => {
    expect(plain(reading(readJson, '{\n\t"a": ["b", "\\u0259\\/"]\n}').tree)).toEqual({ a: ['b', 'ə/'] })
  })

  it.each(['{"a": 1,}', '{a: 1}', '# no\n{}', '', '{"a": '])('is not what YAML takes for it: %j', (text) => {
    const { tree, said } = reading(readJson, text)
    expect(tree).toBeNull()
    expect(said[0]).toMatch(/^This is not JSON/)
  })
})
