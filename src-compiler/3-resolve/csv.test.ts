import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCsv } from './csv.ts'
import { attempts } from '../../testing/effort.ts'

function values(text: string): readonly (readonly string[])[] | string {
  const parsed = parseCsv(text)
  return 'fault' in parsed ? parsed.fault.message : parsed.rows.map((row) => row.map(({ value }) => value))
}

describe('comma-separated values', () => {
  it('are read with quotes, commas and line breaks in cells', () => {
    expect(values('a,"b, ""c""","d\ne"\r\n1, 2 ,\n')).toEqual([
      ['a', 'b, "c"', 'd\ne'],
      ['1', '2', ''],
    ])
  })

  it('pass over empty lines and need no line feed at the end', () => {
    expect(values('\na,b\n\n\n1,2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it.each([
    ['a,b"c', 'A quote stands inside a cell that does not begin with one.'],
    ['a,"b', 'This quote is never closed.'],
    ['"a"b,c', 'After a closing quote the cell must end.'],
  ])('are refused when quotes are wrong: %j', (text, message) => expect(values(text)).toBe(message))

  it('come back as they were written, whatever the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', 'ə'), maxLength: 6 })
    const row = fc.array(cell, { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.constantFrom('\n', '\r\n'), (rows, end) => {
        const text = rows
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join(end)
        expect(values(text)).toEqual(rows)
      }),
      { numRuns: attempts(1000) },
    )
  })

  it('have places that hold their cells', () => {
    const text = 'year,"a ""b"""\n2017,3'
    const parsed = parseCsv(text)
    const places = 'fault' in parsed ? [] : parsed.rows.flat().map(({ at }) => text.slice(at.start, at.end))
    expect(places).toEqual(['year', '"a ""b"""', '2017', '3'])
  })
})
