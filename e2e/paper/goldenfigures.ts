/** The articles of the golden pack that are drawn: a table of several pages, a chart and a picture, among text and without a word of it. */
import type { Article } from '../../src-library/model/article.ts'
import type { Figure } from '../../src-library/model/figure.ts'
import { article, cite, inlines, p, table } from './shorthand.ts'

const placement: Figure = {
  kind: 'figure',
  id: 'placement',
  caption: inlines(['Where the report placed the country, by year.']),
  content: {
    kind: 'data',
    path: 'figures/placement.csv',
    columns: [
      { name: 'Year', values: 'text' },
      { name: 'Placement', values: 'text' },
      { name: 'People identified', values: 'number' },
    ],
    rows: Array.from({ length: 9 }, (_, index) => ({
      cells: [
        String(2017 + index),
        index > 1 && index < 5 ? 'Watch list' : 'Tier 2',
        index === 4 ? '' : String(60 + index * 9),
      ],
      sources: index === 3 ? ['report', 'press'] : ['report'],
      confidence: index === 3 ? 'disputed' : 'primary',
      note: index === 3 ? 'The press counted 12 more.' : '',
    })),
  },
}

const figures = article('figures', 'Figures by year', [
  {
    anchor: 'lead',
    depth: 1,
    title: 'Figures by year',
    sources: ['report'],
    blocks: [
      p('The table runs over more than a page.', cite('report')),
      table(
        ['Calls and referrals by month.', cite('report')],
        ['Month', 'Calls', 'Referred', 'Took up help'],
        Array.from({ length: 40 }, (_, row) => [
          `${['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][row % 12]} ${2019 + Math.floor(row / 12)}`,
          String(900 + ((row * 37) % 211)),
          String(12 + ((row * 7) % 19)),
          String(3 + ((row * 5) % 9)),
        ]),
      ),
    ],
  },
  {
    anchor: 'placement',
    depth: 2,
    title: 'Placement by year',
    sources: ['report', 'press'],
    blocks: [
      p(
        'The report says each June where it places the country; a year that it leaves out is not known.',
        cite('report'),
      ),
      placement,
    ],
  },
])

const way: Figure = {
  kind: 'figure',
  id: 'way',
  caption: inlines(['From the bridge to the door.']),
  content: {
    kind: 'image',
    path: 'figures/way.png',
    width: 16,
    height: 8,
    alternative: 'A path leads from the bridge to a door.',
  },
}

const map = article('map', 'The way to the centre', [
  {
    anchor: 'lead',
    depth: 1,
    title: 'The way to the centre',
    sources: ['law'],
    blocks: [p('The centre lies behind the bridge.', cite('law')), way],
  },
])

/** Sections that are a chart or a picture, without a word of text. */
const unspoken = article('unspoken', 'What is only drawn', [
  { anchor: 'lead', depth: 1, title: 'What is only drawn', blocks: [p('Two drawings.')] },
  {
    anchor: 'chart',
    depth: 2,
    title: 'Placement by year',
    blocks: [placement],
    sources: ['report', 'press'],
  },
  { anchor: 'picture', depth: 2, title: 'The way', blocks: [way], sources: ['law'] },
])

/** A grey picture of 16 by 8 pixels. */
export const wayPng =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAAAAADVHSBLAAAAHUlEQVR42mOoaOiYMGPBig07Dpy4cKOmpYdhYAQAVDNQoXKdPR4AAAAASUVORK5CYII='

export const goldenFigures: readonly Article[] = [figures, map, unspoken]
