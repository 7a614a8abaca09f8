/** Rules about the file and its sheets. */
import { isForClient, pageSizeOf, type PaperSize } from '../../src-library/model/print.ts'
import type { Check } from './check.ts'

const papers: Record<PaperSize, readonly [width: number, height: number]> = {
  A4: [595.28, 841.89],
  A5: [419.53, 595.28],
  Letter: [612, 792],
  booklet: [841.89, 595.28],
}

const bundled = /^(?:Literata|NotoSans)-(?:Regular|Italic|Bold|BoldItalic|SemiBold)$/

/** Ten millimetres, in points: printers that can't print to the edge lose no more. */
const safeEdge = 28.35

/** Share of a page. The solid bars of a chart may take more than text does. */
const mostInk = { text: 0.08, chart: 0.12 }

export const sheetChecks: readonly Check[] = [
  {
    rule: 'P1',
    says: 'every page has the size that was asked for',
    find: ({ paper, job }) => {
      const [width, height] = papers[job.paper]
      return paper.sides.flatMap((side, index) =>
        Math.abs(side.width - width) > 1 || Math.abs(side.height - height) > 1
          ? [`side ${index + 1} is ${side.width} × ${side.height}`]
          : [],
      )
    },
  },
  {
    rule: 'P2',
    says: 'title and language are set',
    find: ({ paper, title, language }) => [
      ...(paper.info['Title'] === title
        ? []
        : [`the title is “${paper.info['Title'] ?? ''}”, not “${title}”`]),
      ...(paper.language === language ? [] : [`the language is ${paper.language}, not ${language}`]),
    ],
  },
  {
    rule: 'P3',
    says: 'the document is tagged, and its tags keep the words',
    find: ({ paper, drawn }) => {
      if (paper.info['Tagged'] !== 'yes') return [`tagged: ${paper.info['Tagged'] ?? 'no'}`]
      const pieces = [...paper.tags.matchAll(/^\s*"(.*)"$/gm)].map(([, text]) => text)
      const said = pieces.join('').replace(/\s+/g, '')
      return drawn.paragraphs
        .filter((text) => !said.includes(text.replace(/\s+/g, '')))
        .map((text) => `not in the tags: “${text.slice(0, 60)}”`)
    },
  },
  {
    rule: 'P5',
    says: 'only bundled fonts are used, embedded, with a map to letters',
    find: ({ paper }) =>
      paper.fonts.flatMap(({ name, embedded, unicode }) =>
        bundled.test(name) && embedded && unicode
          ? []
          : [`${name}: embedded ${embedded}, letters ${unicode}`],
      ),
  },
  {
    rule: 'P6',
    says: 'no font is a Type 3 font',
    find: ({ paper }) =>
      paper.fonts.flatMap(({ name, type }) => (type.includes('Type 3') ? [`${name} is ${type}`] : [])),
  },
  {
    rule: 'P21',
    says: 'pages take little ink and no picture but the content’s',
    find: ({ paper, drawn }) => [
      ...paper.ink.flatMap((share, index) =>
        share > (drawn.charts > 0 ? mostInk.chart : mostInk.text)
          ? [`page ${index + 1} is ${(share * 100).toFixed(1)} % black`]
          : [],
      ),
      ...(paper.images > drawn.images ? [`${paper.images} pictures, ${drawn.images} in the content`] : []),
    ],
  },
  {
    rule: 'P25',
    says: 'nothing is nearer than 10 mm to an edge',
    find: ({ paper }) =>
      paper.pages.flatMap(({ width, height, lines }, index) =>
        lines.flatMap(({ left, top, right, bottom, text }) =>
          left < safeEdge || top < safeEdge || right > width - safeEdge || bottom > height - safeEdge
            ? [`page ${index + 1}: “${text}”`]
            : [],
        ),
      ),
  },
  {
    rule: 'P26',
    says: 'metadata names no user, host or engine, and no time of day',
    find: ({ paper, job }) => {
      const producer = isForClient(job) ? undefined : 'Fieldshelf'
      const { Creator, Producer, Author, CreationDate, ModDate } = paper.info
      return [
        ...(Creator ? [`creator: ${Creator}`] : []),
        ...(Author ? [`author: ${Author}`] : []),
        ...(Producer === producer ? [] : [`producer: ${Producer ?? ''}`]),
        ...[CreationDate, ModDate].flatMap((date) =>
          date === undefined || / 00:00:00 /.test(date) ? [] : [`date: ${date}`],
        ),
      ]
    },
  },
  {
    rule: 'P37',
    says: 'cards have their number in 40 points and their text in 12 or more, and lie four to a sheet of A4',
    find: ({ paper, job }) => {
      if (job.preset !== 'card') return []
      const each = pageSizeOf(job.paper) === 'A5' ? 1 : 4
      const values = paper.sizes.filter(({ size }) => size > 39.5).length
      const wanted = paper.pages.length * each
      return [
        ...(values === wanted ? [] : [`${values} numbers of 40 points for ${wanted} cards`]),
        ...paper.sizes.filter(({ size }) => size < 11.6).map(({ size, text }) => `${size} points: “${text}”`),
        ...(each === 1 ? [] : paper.pages).flatMap(({ width, lines }, index) =>
          lines
            .filter(({ left, right }) => left < width / 2 - safeEdge && right > width / 2 - safeEdge)
            .map(({ text }) => `page ${index + 1} has a line over the cut: “${text}”`),
        ),
      ]
    },
  },
  {
    rule: 'P39',
    says: 'a booklet has two pages of A5 on each side, both sides of each sheet, and less than a sheet of blank pages',
    find: ({ paper, job, measured }) => {
      if (job.paper !== 'booklet') return []
      const sides = 2 * Math.ceil(measured.pages / 4)
      return [
        ...(paper.sides.length === sides ? [] : [`${paper.sides.length} sides for ${measured.pages} pages`]),
        ...(paper.pages.length === measured.pages
          ? []
          : [`${paper.pages.length} of ${measured.pages} pages`]),
      ]
    },
  },
  {
    rule: 'P28',
    says: 'a section’s file is at most 200 KB',
    find: ({ paper, job }) =>
      job.sections.length === 1 && paper.bytes > 200 * 1024 ? [`${paper.bytes} bytes`] : [],
  },
]
