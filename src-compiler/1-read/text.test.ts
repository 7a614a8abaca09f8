import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SourceText } from './text.ts'

describe('a place in a text', () => {
  it('is counted the slow way and comes out the same', () => {
    const pieces = fc.constantFrom('a', 'ə', '👩', '\n', '\r\n', '\r', ' ')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(60), (parts, offset) => {
        const text = parts.join('')
        const start = Math.min(offset, text.length)
        const lines = text.slice(0, start).split(/\r\n|\r(?!\n)|\n/)
        const { line, column } = new SourceText('a.md', text).locationOf({ start, end: start + 1 })
        // Between the two halves of a line's end, the column may be that of either.
        if (text[start] === '\n' && text[start - 1] === '\r') return
        expect([line, column]).toEqual([lines.length, (lines.at(-1) ?? '').length + 1])
      }),
    )
  })

  it('does not reach beyond its line', () => {
    const place = new SourceText('a.md', 'one\ntwo three\nfour').locationOf({ start: 8, end: 18 })
    expect(place).toEqual({ line: 2, column: 5, length: 5, text: 'two three' })
  })
})
