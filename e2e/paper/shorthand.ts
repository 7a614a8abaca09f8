/**
 * The shorthand the golden articles are written in: lines with marks, blocks,
 * articles, and prose of which no two sentences are alike.
 */
import type { Article, Section } from '../../src-library/model/article.ts'
import type { Block, TableCell } from '../../src-library/model/block.ts'
import type { Inline } from '../../src-library/model/inline.ts'

/** A line of text: strings, and marks made by the functions below. */
type Line = readonly (string | Inline)[]

export const inlines = (line: Line): readonly Inline[] =>
  line.map((part) => (typeof part === 'string' ? { kind: 'text', value: part } : part))
export const p = (...line: Line): Block => ({ kind: 'paragraph', children: inlines(line) })
export const cite = (source: string): Inline => ({ kind: 'citation', source })
export const note = (id: string): Inline => ({ kind: 'footnoteReference', note: id })
export const em = (...line: Line): Inline => ({ kind: 'emphasis', children: inlines(line) })
export const strong = (...line: Line): Inline => ({ kind: 'strong', children: inlines(line) })
export const foreign = (language: string, words: string): Inline => ({
  kind: 'foreign',
  language,
  children: inlines([words]),
})
export const to = (article: string, anchor: string, words: string): Inline => ({
  kind: 'link',
  target: { kind: 'section', article, anchor },
  children: inlines([words]),
})
export const out = (address: string, words: string): Inline => ({
  kind: 'link',
  target: { kind: 'address', address },
  children: inlines([words]),
})
export const list = (ordered: boolean, ...items: readonly Line[]): Block => ({
  kind: 'list',
  ordered,
  start: 1,
  items: items.map((item) => [p(...item)]),
})
export const table = (
  caption: Line,
  head: readonly string[],
  rows: readonly (readonly (string | Line)[])[],
): Block => {
  const cell = (value: string | Line): TableCell => inlines(typeof value === 'string' ? [value] : value)
  return {
    kind: 'table',
    caption: inlines(caption),
    align: head.map((_, column) => (column === 0 ? 'left' : 'right')),
    head: head.map(cell),
    rows: rows.map((row) => row.map(cell)),
  }
}

export type Draft = {
  readonly anchor: string
  readonly depth: number
  readonly title: string
  readonly blocks: readonly Block[]
  readonly sources?: readonly string[]
  readonly more?: Partial<Section>
}

export function article(
  id: string,
  title: string,
  drafts: readonly Draft[],
  more: Partial<Article> = {},
): Article {
  const counters: number[] = []
  const language = more.language ?? 'en'
  const sections = drafts.map(({ anchor, depth, title, blocks, sources = [], more: own = {} }): Section => {
    counters.length = Math.max(0, Math.min(counters.length, depth - 1))
    if (depth > 1) counters[depth - 2] = (counters[depth - 2] ?? 0) + 1
    return {
      anchor,
      number: counters.join('.'),
      heading: { kind: 'heading', depth, children: inlines([title]) },
      title,
      language,
      blocks,
      factsAsOf: '2026-11-22',
      confidence: 'primary',
      sources,
      ...own,
    }
  })
  return {
    id,
    kind: 'encyclopedia',
    title,
    summary: '',
    language,
    factsAsOf: '2026-11-22',
    translation: null,
    news: null,
    sections,
    notes: [],
    related: [],
    provenance: { path: `encyclopedia/${id}.md`, sha256: '0'.repeat(64) },
    ...more,
  }
}

/** No two sentences are alike, so that a line on paper can be found in its paragraph. */
export const prose = (sentences: number, from: number): string =>
  Array.from(
    { length: sentences },
    (_, index) =>
      `Point ${from * 10 + index}: a person who may have been harmed is asked what they need, and is told in plain ` +
      `words what happens after point ${from * 10 + index}, who will know of it, and what they may refuse.`,
  ).join(' ')

/** Paragraphs of many lengths, so that every way a paragraph can meet the end of a page comes up. */
export const paragraphs = (count: number, from: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) =>
    p(
      prose(1 + (index % 4), from * 10 + index),
      ...(index % 3 === 0 ? [cite(index % 2 === 0 ? 'report' : 'law')] : []),
    ),
  )
