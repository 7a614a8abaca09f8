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

  it('are no rows where nothing is in them, as spreadsheets leave below a table', () => {
    expect(values('year;calls\n2019;5\n;\n;\n')).toEqual([
      ['year', 'calls'],
      ['2019', '5'],
    ])
  })

  it('have places that hold their cells', () => {
    const text = 'year,"a ""b"""\n2017,3'
    const parsed = parseCsv(text)
    const places = 'fault' in parsed ? [] : parsed.rows.flat().map(({ at }) => text.slice(at.start, at.end))
    expect(places).toEqual(['year', '"a ""b"""', '2017', '3'])
  })
})

describe('what parts the cells', () => {
  it.each([
    [
      'commas',
      'Year,Calls\n2019,5',
      ',',
      [
        ['Year', 'Calls'],
        ['2019', '5'],
      ],
    ],
    [
      'semicolons',
      'Year;Calls\n2019;5',
      ';',
      [
        ['Year', 'Calls'],
        ['2019', '5'],
      ],
    ],
    [
      'tabs',
      'Year\tCalls\n2019\t5',
      '\t',
      [
        ['Year', 'Calls'],
        ['2019', '5'],
      ],
    ],
    [
      'semicolons around decimals',
      'Year;Rate, %\n2019;5,1',
      ';',
      [
        ['Year', 'Rate, %'],
        ['2019', '5,1'],
      ],
    ],
    [
      'tabs around decimals',
      'Year\tRate\n2019\t5,1\n2020\t6,2',
      '\t',
      [
        ['Year', 'Rate'],
        ['2019', '5,1'],
        ['2020', '6,2'],
      ],
    ],
    [
      'commas around a semicolon',
      'Year,Who\n2019,"a; b"\n2020,c',
      ',',
      [
        ['Year', 'Who'],
        ['2019', 'a; b'],
        ['2020', 'c'],
      ],
    ],
    [
      'semicolons around quotes',
      'Year;Who\n2019;"a; ""b"""',
      ';',
      [
        ['Year', 'Who'],
        ['2019', 'a; "b"'],
      ],
    ],
    [
      'what the first line names',
      'sep=;\nYear;Calls\n2019;5',
      ';',
      [
        ['Year', 'Calls'],
        ['2019', '5'],
      ],
    ],
    [
      'bars',
      'Year|Calls\n2019|5,1',
      '|',
      [
        ['Year', 'Calls'],
        ['2019', '5,1'],
      ],
    ],
    ['a bar in a text', 'Name\na|b', ',', [['Name'], ['a|b']]],
    ['nothing', 'Year\n2019', ',', [['Year'], ['2019']]],
  ] as const)('is found: %s', (_what, text, separator, rows) => {
    const csv = parseCsv(text)
    expect(
      'rows' in csv && {
        separator: csv.separator,
        rows: csv.rows.map((row) => row.map(({ value }) => value)),
      },
    ).toEqual({ separator, rows })
  })
})
