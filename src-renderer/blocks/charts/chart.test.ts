import { describe, expect, test } from 'vitest'
import type { DataRow, FigureData } from '../../../src-library/model/figure.ts'
import { markedColumnsOf, onOneAxis, seriesOf, type Series } from './chart.ts'

type Row = readonly string[] | (Partial<DataRow> & { readonly cells: readonly string[] })

/** A figure of these columns; a row is its cells, or more of it. */
function figure(names: readonly string[], rows: readonly Row[]): FigureData {
  return {
    kind: 'data',
    path: 'figures/x.csv',
    columns: names.map((name) => ({ name, values: 'text' })),
    rows: rows.map((row) => ({
      sources: [],
      confidence: null,
      note: '',
      ...('cells' in row ? row : { cells: row }),
    })),
  }
}

/** “2016 70 0.5” a point, years, text and place. */
const drawn = (series: Series | undefined): readonly string[] =>
  (series?.points ?? []).map(({ years, text, place }) =>
    [years.from === years.to ? years.from : `${years.from}-${years.to}`, text || '?', place].join(' '),
  )

describe('which chart', () => {
  test('numbers by year are bars, the largest of the figure as long as the field', () => {
    const [all, some] = seriesOf(
      figure(
        ['Year', 'All', 'Some'],
        [
          ['2015', '1,000', '250'],
          ['2016', '500', '0'],
        ],
      ),
    )
    expect(all).toMatchObject({ kind: 'bars', name: 'All' })
    expect(drawn(all)).toEqual(['2015 1,000 1', '2016 500 0.5'])
    expect(drawn(some)).toEqual(['2015 250 0.25', '2016 0 0'])
  })

  test('placements of the US report by year are steps, in the order of severity', () => {
    const [placement] = seriesOf(
      figure(
        ['Year', 'Placement'],
        [
          ['2012', 'Tier 2 Watch List'],
          ['2013', 'Tier 2'],
        ],
      ),
    )
    expect(placement).toMatchObject({
      kind: 'steps',
      lanes: ['Tier 1', 'Tier 2', 'Tier 2 Watch List', 'Tier 3'],
    })
    expect(drawn(placement)).toEqual(['2012 Tier 2 Watch List 2', '2013 Tier 2 1'])
  })

  test('words without an order that is known are left to the table', () => {
    const data = figure(
      ['Year', 'Minister', 'Cases'],
      [
        ['2015', 'one', '3'],
        ['2016', 'another', '4'],
      ],
    )
    expect(seriesOf(data).map(({ name }) => name)).toEqual(['Cases'])
  })

  test('negative numbers are left to the table, which has room on both sides of zero', () => {
    expect(
      seriesOf(
        figure(
          ['Year', 'Change'],
          [
            ['2015', '-3'],
            ['2016', '4'],
          ],
        ),
      ),
    ).toEqual([])
  })

  test.each([
    [
      'no years',
      figure(
        ['Month', 'Calls'],
        [
          ['May', '1'],
          ['June', '2'],
        ],
      ),
    ],
    [
      'numbers as long as a line',
      figure(
        ['Year', 'Calls'],
        [
          ['2015', '1'.repeat(99)],
          ['2016', '2'],
        ],
      ),
    ],
    ['a single value', figure(['Year', 'Calls'], [['2015', '1']])],
    ['only years', figure(['Year'], [['2015'], ['2016']])],
    [
      'more rows than a page takes',
      figure(
        ['Year', 'Calls'],
        Array.from({ length: 61 }, (_, index) => [String(1900 + index), '1']),
      ),
    ],
  ])('there is no chart of %s', (_, data) => expect(seriesOf(data)).toEqual([]))

  test('of many series the first four are drawn', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const data = figure(
      ['Year', ...names],
      [
        ['2015', ...names.map(() => '1')],
        ['2016', ...names.map(() => '2')],
      ],
    )
    expect(seriesOf(data).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd'])
  })

  test('zeros alone have no length', () => {
    const data = figure(
      ['Year', 'Calls'],
      [
        ['2015', '0'],
        ['2016', '0'],
      ],
    )
    expect(drawn(seriesOf(data)[0])).toEqual(['2015 0 0', '2016 0 0'])
  })
})

describe('unknown values', () => {
  test('an empty cell has no place, and no bar of length zero', () => {
    const data = figure(
      ['Year', 'Calls'],
      [
        ['2015', '1'],
        ['2016', ''],
        ['2017', '2'],
      ],
    )
    expect(drawn(seriesOf(data)[0])).toEqual(['2015 1 0.5', '2016 ? ', '2017 2 1'])
  })

  test('years that no row names keep their distance', () => {
    const data = figure(
      ['Year', 'Calls'],
      [
        ['2014', '1'],
        ['2017', '2'],
      ],
    )
    expect(drawn(seriesOf(data)[0])).toEqual(['2014 1 0.5', '2015 ? ', '2016 ? ', '2017 2 1'])
  })

  test('a long gap is one row that says its years', () => {
    const data = figure(
      ['Year', 'Calls'],
      [
        ['1990', '1'],
        ['2017', '2'],
      ],
    )
    expect(drawn(seriesOf(data)[0])).toEqual(['1990 1 0.5', '1991-2016 ? ', '2017 2 1'])
  })

  test('rows are put in the order of their years, and two of one year both stay', () => {
    const data = figure(
      ['Year', 'Calls'],
      [
        ['2017', '2'],
        ['2016', '4'],
        ['2017', '3'],
      ],
    )
    expect(drawn(seriesOf(data)[0])).toEqual(['2016 4 1', '2017 2 0.5', '2017 3 0.75'])
  })
})

test('a value says how far it can be trusted; one that is not known says nothing more', () => {
  const data = figure(
    ['Year', 'Calls', 'Taken'],
    [
      { cells: ['2015', '1', '1'], confidence: 'primary' },
      { cells: ['2016', '2', ''], confidence: 'disputed' },
      { cells: ['2017', '2', '1'] },
    ],
  )
  const [calls, taken] = seriesOf(data)
  expect(calls?.points.map(({ doubt }) => doubt)).toEqual([null, 'disputed', null])
  expect(taken?.points.map(({ doubt }) => doubt)).toEqual([null, null, null])
})

describe('marks in the rows of a table', () => {
  test('are one for each row in the order of the table, as long as its share of the largest value', () => {
    const [marked] = markedColumnsOf(
      figure(
        ['Year', 'All'],
        [
          ['2016', '500'],
          ['2015', '1,000'],
          ['2017', ''],
        ],
      ),
    )
    expect(marked).toMatchObject({ column: 1, lanes: null })
    expect(marked?.marks.map(({ place }) => place)).toEqual([0.5, 1, null])
  })

  test('of steps join years that follow each other, and no others', () => {
    const [marked] = markedColumnsOf(
      figure(
        ['Year', 'Placement'],
        [
          ['2015', 'Tier 2'],
          ['2016', 'Tier 3'],
          ['2019', 'Tier 2'],
          ['2020', ''],
        ],
      ),
    )
    expect(marked?.lanes).toHaveLength(4)
    expect(marked?.marks.map(({ before, goesOn }) => [before, goesOn])).toEqual([
      [null, true],
      [1, false],
      [null, false],
      [1, false],
    ])
  })

  test('are of the first column alone where a table has many', () => {
    const cells = (year: string) => [year, '4', '3', '1']
    const marked = markedColumnsOf(figure(['Year', 'All', 'Some', 'None'], [cells('2015'), cells('2016')]))
    expect(marked.map(({ column }) => column)).toEqual([1])
  })

  test('are not drawn where rows are not of years', () => {
    expect(
      markedColumnsOf(
        figure(
          ['Place', 'All'],
          [
            ['Baku', '4'],
            ['Ganja', '5'],
          ],
        ),
      ),
    ).toEqual([])
  })
})

describe('two figures on one axis', () => {
  const victims = figure(
    ['Year', 'Victims'],
    [
      ['2012', '40'],
      ['2014', '80'],
    ],
  )
  const placements = figure(
    ['Year', 'Placement'],
    [
      ['2016', 'Tier 2'],
      ['2014', 'Tier 2 Watch List'],
    ],
  )

  test('have the same lines: each year of either, and those between', () => {
    const both = onOneAxis(victims, placements)
    expect(both?.map(([series]) => drawn(series))).toEqual([
      ['2012 40 0.5', '2013 ? ', '2014 80 1', '2015 ? ', '2016 ? '],
      ['2012 ? ', '2013 ? ', '2014 Tier 2 Watch List 2', '2015 ? ', '2016 Tier 2 1'],
    ])
  })

  test('have none where one of them has no chart, or where centuries would make a line each', () => {
    expect(onOneAxis(victims, figure(['Year', 'Place'], [['2012', 'Baku']]))).toBeNull()
    const long = (from: number) =>
      figure(
        ['Year', 'All'],
        Array.from({ length: 40 }, (_, at) => [`${from + at}`, '1']),
      )
    expect(onOneAxis(long(1900), long(1930))?.[0][0]?.points.length).toBeUndefined()
    expect(onOneAxis(long(1900), long(1910))?.[0][0]?.points).toHaveLength(50)
  })
})
