/** Small articles and packs for the tests of printing: enough of each to say what a test is about. */
import type { Article, Note, Section } from '../../../src-library/model/article.ts'
import type { Block } from '../../../src-library/model/block.ts'
import { noDesk } from '../../../src-library/model/desk.ts'
import type { Inline } from '../../../src-library/model/inline.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { ChosenSection, PrintJob } from '../../../src-library/model/print.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { articleKey, type PrintLibrary } from '../dossier/chosen.ts'

export const text = (value: string): Inline => ({ kind: 'text', value })
export const cite = (source: string): Inline => ({ kind: 'citation', source })
export const note = (id: string): Inline => ({ kind: 'footnoteReference', note: id })
export const link = (article: string, anchor: string, words: string): Inline => ({
  kind: 'link',
  target: { kind: 'section', article, anchor },
  children: [text(words)],
})
export const outside = (address: string, words: string): Inline => ({
  kind: 'link',
  target: { kind: 'address', address },
  children: [text(words)],
})
export const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children })

export function section(anchor: string, depth: number, number: string, more: Partial<Section> = {}): Section {
  const title = more.title ?? `Title of ${anchor}`
  return {
    anchor,
    number,
    heading: { kind: 'heading', depth, children: [text(title)] },
    title,
    language: 'en',
    blocks: [paragraph(text(`Text of ${anchor}.`))],
    factsAsOf: '2026-11-22',
    confidence: 'primary',
    sources: [],
    ...more,
  }
}

export function article(id: string, sections: readonly Section[], more: Partial<Article> = {}): Article {
  return {
    id,
    kind: 'encyclopedia',
    title: `Article ${id}`,
    summary: '',
    language: 'en',
    factsAsOf: '2026-11-22',
    translation: null,
    news: null,
    sections,
    notes: [] satisfies Note[],
    related: [],
    provenance: { path: `encyclopedia/${id}.md`, sha256: '' },
    ...more,
  }
}

export const source = (id: string, more: Partial<Source> = {}): Source => ({
  id,
  title: `Work ${id}`,
  publisher: 'A publisher',
  type: 'state',
  published: '2017',
  address: `https://example.org/${id}`,
  read: '2026-11-22',
  ...more,
})

export function pack(articles: readonly Article[], more: Partial<Pack> = {}): Pack {
  return {
    id: 'pack',
    title: 'A reference',
    edition: '2026-11',
    language: 'en',
    factsAsOf: '2026-11-22',
    publisher: 'Publisher',
    licence: { name: 'CC BY 4.0', statement: 'Text CC BY 4.0.', address: null },
    help: null,
    answers: [],
    desk: noDesk,
    sets: [],
    moved: [],
    contents: [
      {
        title: 'All',
        titles: [],
        articles: articles.map((one) => ({
          ...one,
          date: null,
          keyFigures: [],
          sections: one.sections.map((part) => ({ ...part, depth: part.heading.depth })),
        })),
      },
    ],
    news: [],
    sources: ['a', 'b', 'c', 'd'].map((id) => source(id)),
    ...more,
  }
}

export function libraryOf(
  ...packs: readonly { readonly pack: Pack; readonly articles: readonly Article[] }[]
): PrintLibrary {
  return {
    packs: new Map(packs.map(({ pack }) => [pack.id, pack])),
    articles: new Map(
      packs.flatMap(({ pack, articles }) =>
        articles.map((one) => [articleKey(pack.id, one.id), one] as const),
      ),
    ),
  }
}

/** `'article#anchor'`, `'article#anchor+'` with subsections, `'article'` for the whole article. */
export function choose(address: string, packId = 'pack'): ChosenSection {
  const [name = '', anchor = 'lead+'] = address.split('#')
  return {
    pack: packId,
    article: name,
    anchor: anchor.replace('+', ''),
    subsections: anchor.endsWith('+'),
  }
}

export function job(sections: readonly ChosenSection[], more: Partial<PrintJob> = {}): PrintJob {
  return {
    kind: 'sections',
    sections,
    title: null,
    preset: 'standard',
    textSize: 12,
    paper: 'A4',
    include: {
      cover: false,
      contents: false,
      facts: true,
      sources: true,
      notesArea: false,
      helpNumbers: false,
    },
    printedOn: '2026-11-23',
    ...more,
  }
}
