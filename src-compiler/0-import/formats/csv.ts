/** A table of comma-separated values: its first row names the columns. */
import Papa from 'papaparse'
import { success } from '../../../src-library/model/outcome.ts'
import { refuse } from '../refusal.ts'
import { decode } from '../decode.ts'
import { emptyDraft, type Reader } from '../draft.ts'
import { element, textNode } from './elements.ts'

const most = { rows: 2_000, columns: 60 }

export const readCsv: Reader = async (bytes, { encoding, name }) => {
  const decoded = decode(bytes, encoding)
  const { data } = Papa.parse<string[]>(decoded.text, {
    skipEmptyLines: 'greedy',
    delimiter: delimiterOf(decoded.text),
  })
  const [head = [], ...rows] = data
  if (head.length === 0) return Promise.resolve(refuse('empty', 'The table is empty.'))
  const columns = data.reduce((widest, row) => Math.max(widest, row.length), 0)
  if (rows.length > most.rows || columns > most.columns)
    return Promise.resolve(
      refuse(
        'too-large',
        `The table has more than ${rows.length > most.rows ? '2,000 rows' : '60 columns'}. Put it into the pack’s figures folder and show a figure of it, or make it smaller.`,
      ),
    )
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    element(
      'tr',
      Array.from({ length: columns }, (_, i) => element(tag, [textNode((cells[i] ?? '').trim())])),
    )
  const table = element('table', [row(head, 'th'), ...rows.map((cells) => row(cells, 'td'))])
  return Promise.resolve(
    success({
      ...emptyDraft,
      title: name.replace(/\.[^.]*$/, '').replace(/[_-]+/g, ' '),
      encoding: decoded.encoding,
      remarks: decoded.remarks,
      tree: { type: 'root', children: [table] },
    }),
  )
}

/** The sign that parts the names of the columns; a program for tables writes `;` where the comma is in numbers. */
function delimiterOf(text: string): string {
  const head = (/^.*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '')
  const times = (sign: string): number => head.split(sign).length
  return [';', '\t', ','].reduce((best, sign) => (times(sign) > times(best) ? sign : best), ',')
}
