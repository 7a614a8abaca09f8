import { expect, it } from 'vitest'
import { compile } from '../compile.ts'

it('a table of more columns than a page can show is refused, and its short rows are not filled up', () => {
  const row = (cell: string): string => `|${`${cell}|`.repeat(1_000)}`
  const table = [row('a'), row('-'), ...Array.from({ length: 500 }, () => '|x|')].join('\n')
  const files = Object.entries({
    'pack.json': '{"id":"x","title":"X","edition":"1"}',
    'encyclopedia/a.md': `---\ntitle: T\n---\n\n${table}\n`,
  })
  const encoder = new TextEncoder()
  const { compiled, diagnostics } = compile(
    new Map(files.map(([path, text]) => [path, encoder.encode(text)])),
  )
  expect(compiled).toBeNull()
  expect(diagnostics.map(({ message }) => message)).toEqual(['This table has 1000 columns; 100 is the most.'])
})
