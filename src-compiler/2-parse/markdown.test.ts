import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Diagnostics } from '../diagnostics.ts'
import { SourceText } from '../1-read/text.ts'
import { parseMarkdown } from './markdown.ts'

function refusal(body: string): string | undefined {
  const diagnostics = new Diagnostics()
  const text = new SourceText('a.md', body)
  const root = parseMarkdown({ text, report: diagnostics.about(text) })
  const [first] = diagnostics.list()
  expect(root === null).toBe(first !== undefined)
  return first && `${first.location?.line ?? 0}: ${first.message}`
}

describe('a text the parser could not get through', () => {
  it.each([
    [
      'a line of ten megabytes',
      `one\n${'word '.repeat(2_000_000)}`,
      '2: This line has 10000000 characters; 100000 is the most.',
    ],
    [
      'a document of five megabytes',
      'word word\n\n'.repeat(500_000),
      '1: This document has 5500000 characters; 4000000 is the most.',
    ],
    ['a long line', `one\n${'x'.repeat(100_001)}`, '2: This line has 100001 characters; 100000 is the most.'],
    [
      'brackets without end',
      `\n${'[\n'.repeat(20_000)}`,
      '8002: This paragraph has more than 8000 brackets and signs of emphasis.',
    ],
    [
      'quotations without end',
      '>'.repeat(5_000),
      '1: This line opens more than 32 lists or quotations inside one another.',
    ],
    [
      'lists without end',
      '1. '.repeat(5_000),
      '1: This line opens more than 32 lists or quotations inside one another.',
    ],
    [
      'lists that climb to the right without end',
      Array.from({ length: 1_500 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
      '34: This line opens more than 32 lists or quotations inside one another.',
    ],
    [
      'emphasis without end',
      `${'*a **b '.repeat(6_000)}${'** a*'.repeat(6_000)}`,
      '1: This paragraph has more than 8000 brackets and signs of emphasis.',
    ],
  ])('is refused in a sentence: %s', (_what, body, said) => {
    expect(refusal(body)).toBe(said)
  })

  it.each([
    ['a thematic break, however long', '- '.repeat(1_000)],
    ['text far to the right', `- x\n\n${' '.repeat(200)}word 12. and - more`],
    ['a line of stars', '*'.repeat(1_000)],
    ['many short paragraphs with brackets', '[x]\n\n'.repeat(5_000)],
    ['a line of just under the limit', 'word '.repeat(19_999)],
  ])('is not %s', (_what, body) => expect(refusal(body)).toBeUndefined())
})

it('a text without a bare address is the same tree whether addresses are looked for or not', () => {
  const piece = fc.constantFrom(
    ...[
      'word',
      'h',
      'w',
      'ht',
      'ww',
      '+',
      '-',
      '.',
      '_',
      '*',
      '**',
      '~~',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '^',
      '|',
    ],
    ...['\n', '\n\n', ' ', '# ', '- ', '1. ', '> ', '\\', '<b>', '[x](y)', '[^1]', '---\n', 'ə', ':', '/'],
  )
  const treeOf = (body: string): unknown => {
    const text = new SourceText('a.md', body)
    return JSON.parse(JSON.stringify(parseMarkdown({ text, report: () => undefined })?.children))
  }
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20, size: 'max' }), (pieces) => {
      // A heading of its own with an @ has addresses looked for in all of the text.
      const body = `${pieces.join('')}\n\n`
      const last = '# A\n'
      const without = treeOf(body + last)
      const withThem = treeOf(body + last.replace('A', '@'))
      expect(JSON.stringify(withThem).replaceAll('@', 'A')).toBe(JSON.stringify(without))
    }),
    { numRuns: 150 },
  )
})
