/** From articles to the bytes of `search/index.bin`. The same articles give the same bytes. */
import type { Article } from '../../model/article.ts'
import { pathOf } from '../../model/sections.ts'
import { textOfBlocks, textOfInlines } from '../../model/text.ts'
import { PackedBuilder, type IndexedSection, type Question } from './builder.ts'
import { bodyField } from './fields.ts'
import { sectionVectors } from './latent.ts'
import { writeParts } from './layout.ts'
import type { Meta } from './meta.ts'
import { packSections, type SectionTables } from './sections.ts'
import { isStopWord } from '../words/stopwords.ts'

export type BuildOptions = {
  /** BCP 47; the pack's, for sections that do not say. */
  readonly language: string
  /** Words and phrases of each concept, as in the pack's `terms.yaml`. */
  readonly concepts: Meta['concepts']
  /** Questions that sections answer, by `article#anchor`. */
  readonly asked?: SectionQuestions
}

export type SectionQuestions = ReadonlyMap<string, readonly Question[]>

/** Indexes every section of the articles, in order. */
export function buildIndex(articles: readonly Article[], options: BuildOptions): Uint8Array {
  const builder = new PackedBuilder()
  for (const article of articles)
    for (const section of indexedSections(article, options)) builder.add(section)
  return packIndex(builder, packSections(articles), options.concepts)
}

/** Writes what a builder was given, and the table of the same sections. */
export function packIndex(
  builder: PackedBuilder,
  table: SectionTables,
  concepts: BuildOptions['concepts'],
): Uint8Array {
  const { terms, surfaces, alphabet, letters, parts } = builder.pack()
  const languages = [...builder.languages].sort()
  const meta: Meta = {
    languages,
    sectionLanguages: table.languages,
    sources: table.sources,
    terms: terms.length,
    surfaces: surfaces.length,
    alphabet: alphabet.letters,
    letters,
    averages: builder.averages(),
    concepts,
  }
  const rows = terms.flatMap((term) => {
    const postings = builder.occurrences(term)[bodyField]
    return postings && builder.isWord(term) && !isStopWord(term, languages) ? [postings] : []
  })
  return writeParts({
    meta: new TextEncoder().encode(JSON.stringify(meta)),
    ...parts,
    ...table.parts,
    vectors: new Uint8Array(sectionVectors(rows, builder.size).buffer),
  })
}

/** The searched texts of an article's sections. */
export function indexedSections(
  article: Article,
  { language, asked }: Pick<BuildOptions, 'language' | 'asked'>,
): IndexedSection[] {
  return article.sections.map((section, i) => ({
    language: section.language || language,
    heading: section.title,
    context: i === 0 ? leadContext(article) : pathOf(article, section.anchor).slice(0, -1).join('\n'),
    body: textOfBlocks(section.blocks),
    asked: asked?.get(`${article.id}#${section.anchor}`) ?? [],
  }))
}

/** The facts on an article's first page beside its text. */
function leadContext(article: Article): string {
  const { news } = article
  const figures = news?.keyFigures.map((figure) => `${figure.value} ${figure.label}`) ?? []
  const leavesOut = news?.leavesOut ? [textOfInlines(news.leavesOut)] : []
  return [article.summary, ...figures, ...leavesOut].join('\n')
}
