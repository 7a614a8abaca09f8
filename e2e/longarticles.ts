/** Articles of a length that blocks a page which draws all of it at once. */
import type { Block } from '../src-library/model/block.ts'
import { article, section } from './hostilepacks.ts'

export const text = (value: string) => [{ kind: 'text', value }] as const
export const paragraph = (value: string): Block => ({ kind: 'paragraph', children: text(value) })
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1)

/** An article of that many sections, with the word “needle” once in each. */
export const manyHeadings = (title: string, count: number) =>
  article('headings', {
    title,
    sections: [
      section('lead'),
      ...numbers(count).map((n) =>
        section(`s${n}`, {
          number: String(n),
          title: `Heading ${n}`,
          blocks: [paragraph(`A paragraph of section ${n} with the word needle in it.`)],
        }),
      ),
    ],
  })

/** An article of one table with that many rows, with the word “needle” once in each, and a section after it. */
export const manyRows = (title: string, count: number) =>
  article('table', {
    title,
    sections: [
      section('lead', {
        blocks: [
          {
            kind: 'table',
            caption: null,
            align: [null, null, null, null],
            head: ['Number', 'Where', 'What was found', 'Year'].map(text),
            rows: numbers(count).map((n) => [`row${n}`, 'Baku', 'One needle', '2025'].map(text)),
          },
        ],
      }),
      section('after', { title: 'After the table' }),
    ],
  })
