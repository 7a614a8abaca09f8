import { describe, expect, it } from 'vitest'
import { columnWidths, isShort, linesOf, type TableText } from './columnwidths.ts'

/** Words of six pixels a letter. */
const cell = (text: string): readonly number[] =>
  text === '' ? [] : text.split(' ').map((word) => word.length * 6)

function table(rows: readonly (readonly string[])[], more: Partial<TableText> = {}): TableText {
  const columns = rows[0] ?? []
  return {
    rows: rows.map((row) => row.map(cell)),
    space: 3,
    padding: columns.map(() => 12),
    drawings: columns.map(() => null),
    room: 500,
    spare: columns.length - 1,
    ...more,
  }
}

const total = (widths: readonly number[] | null): number =>
  (widths ?? []).reduce((sum, width) => sum + width, 0)

const remark = 'Reported by others and read in a copy of the report that follows from the year before'

describe('widths of a table’s columns', () => {
  it('leave each cell on one line where all fit, and give the rest to the last text', () => {
    const widths = columnWidths(
      table([
        ['Need', 'Body'],
        ['A child', 'Guardianship body'],
      ]),
    )
    expect(widths?.[0]).toBe(6 * 6 + 3 + 12 + 1 + 0)
    expect(total(widths)).toBe(500)
  })

  it('are shared in proportion where no column takes the rest', () => {
    const widths = columnWidths(
      table(
        [
          ['Year', 'Calls'],
          ['2015', '13,000'],
        ],
        { spare: null },
      ),
    )
    expect(total(widths)).toBeCloseTo(500)
    expect(widths?.[0]).toBeGreaterThan(150)
  })

  it('keep short names whole and give the remark most', () => {
    const rows = [
      ['Year', 'Placement', 'Remark', 'Source'],
      ...Array.from({ length: 9 }, (_, year) => [
        `${2007 + year}`,
        'Tier 2 Watch List',
        year % 2 ? remark : '',
        '4, 15',
      ]),
    ]
    const widths = columnWidths(table(rows)) ?? []
    expect(total(widths)).toBeCloseTo(500)
    expect(linesOf(cell('Tier 2 Watch List'), (widths[1] ?? 0) - 13, 3)).toBe(1)
    expect(linesOf(cell('4, 15'), (widths[3] ?? 0) - 13, 3)).toBe(1)
    expect(Math.max(...widths)).toBe(widths[2])
  })

  it('make a table no higher than equal columns do', () => {
    const rows = [
      ['Body', 'Task', 'Since'],
      ['Main Department', remark, 'The decree of the year before last'],
      ['Assistance Centre', `${remark} ${remark}`, 'A law'],
    ]
    const given = table(rows, { room: 360 })
    const height = (widths: readonly number[]): number =>
      given.rows.reduce(
        (sum, row) => sum + Math.max(...row.map((words, at) => linesOf(words, (widths[at] ?? 0) - 13, 3))),
        0,
      )
    const widths = columnWidths(given) ?? []
    expect(total(widths)).toBeCloseTo(360)
    expect(height(widths)).toBeLessThan(height([120, 120, 120]))
  })

  it('are never narrower than the longest word', () => {
    const rows = [
      ['Word', 'Remark'],
      ['insan-alverinin-qurbanlarına', `${remark} ${remark} ${remark}`],
    ]
    const widths = columnWidths(table(rows, { room: 300 })) ?? []
    expect(widths[0]).toBeGreaterThanOrEqual(28 * 6 + 12)
    expect(widths[1]).toBeGreaterThanOrEqual(8 * 6 + 12)
  })

  it('break short names only where the words alone have room', () => {
    const rows = [Array.from({ length: 6 }, () => 'Tier two watch')]
    expect(columnWidths(table(rows, { room: 420 }))?.every((width) => width < 14 * 6)).toBe(true)
    expect(columnWidths(table(rows, { room: 200 }))).toBeNull()
  })

  it('leave room for a drawing', () => {
    const rows = [
      ['2015', '', remark],
      ['2016', '', `${remark} ${remark}`],
    ]
    const drawings = [null, { least: 80, wanted: 140 }, null]
    const widths = columnWidths(table(rows, { drawings })) ?? []
    expect(widths[1]).toBeGreaterThanOrEqual(80)
  })
})

describe('a short cell', () => {
  it('has few words and little length', () => {
    expect(isShort(cell('Tier 2 Watch List'), 3)).toBe(true)
    expect(isShort(cell('One two three four five'), 3)).toBe(false)
    expect(isShort(cell('Guardianship commissioners'), 3)).toBe(false)
  })
})
