/** Articles for the tests and the benchmarks of search: plain text in, sections out. */
import type { Article, ArticleKind } from '../../model/article.ts'
import { buildIndex, packIndex, type BuildOptions } from '../index/build.ts'
import type { PackedBuilder } from '../index/builder.ts'
import type { SearchedPack } from '../asking/facets.ts'
import { loadIndex, type SearchIndex } from '../index/load.ts'
import { packSections } from '../index/sections.ts'

export type SampleSection = {
  readonly title?: string
  readonly text: string
  readonly language?: string
  readonly sources?: readonly string[]
}

export type Sample = {
  readonly id: string
  readonly title: string
  readonly language?: string
  readonly kind?: ArticleKind
  readonly date?: string
  /** The lead first. Line feeds part paragraphs. */
  readonly sections: readonly SampleSection[]
}

/** An article of plain paragraphs. Anchors are `lead`, `s1`, `s2`, … */
export function articleOf(sample: Sample): Article {
  const { id, title, language = 'en', kind = 'encyclopedia', date = '2026-01-02' } = sample
  return {
    id,
    kind,
    title,
    summary: '',
    language,
    factsAsOf: null,
    translation: null,
    news: kind === 'news' ? { date, summarised: null, leavesOut: [], keyFigures: [] } : null,
    sections: sample.sections.map((section, i) => {
      const heading = i === 0 ? title : (section.title ?? `Section ${i}`)
      return {
        anchor: i === 0 ? 'lead' : `s${i}`,
        number: i === 0 ? '' : String(i),
        heading: { kind: 'heading', depth: i === 0 ? 1 : 2, children: [{ kind: 'text', value: heading }] },
        title: heading,
        language: section.language ?? language,
        blocks: section.text
          .split('\n')
          .map((text) => ({ kind: 'paragraph', children: [{ kind: 'text', value: text }] })),
        factsAsOf: null,
        confidence: null,
        sources: section.sources ?? [],
      }
    }),
    notes: [],
    related: [],
    provenance: { path: `${kind}/${id}.md`, sha256: '0'.repeat(64) },
  }
}

/** An index of articles, built and loaded. */
export function indexOf(articles: readonly Article[], options: Partial<BuildOptions> = {}): SearchIndex {
  return mustLoad(buildIndex(articles, { language: 'en', concepts: [], ...options }))
}

/** An index of what a builder was given, under articles of one section each. */
export function loadSections(builder: PackedBuilder): SearchIndex {
  const articles = Array.from({ length: builder.size }, (_, number) =>
    articleOf({ id: `a${number}`, title: `Article ${number}`, sections: [{ text: '' }] }),
  )
  return mustLoad(packIndex(builder, packSections(articles), []))
}

function mustLoad(bytes: Uint8Array): SearchIndex {
  const loaded = loadIndex(bytes)
  if (!loaded.ok) throw new Error('A fresh index must load')
  return loaded.value
}

/** The language whose letters a word of the samples has. */
const scriptOf = (text: string): string =>
  /\p{Script=Cyrillic}/u.test(text) ? 'ru' : /[əğışçöü]/i.test(text) ? 'az' : 'en'

/** A pack of samples, ready to be searched. */
export function packOf(
  samples: readonly Sample[],
  synonyms: readonly (readonly string[])[] = [],
  id = 'pack',
): SearchedPack {
  const concepts = synonyms.map((group) => group.map((text) => ({ language: scriptOf(text), text })))
  return { id, index: indexOf(samples.map(articleOf), { concepts }), sourceTypes: new Map([['law', 'law']]) }
}
