/** One outlined document -> an article, with every link, mark and figure resolved. */
import type { Article, NewsDetails, Section, SectionAddress } from '../../src-library/model/article.ts'
import type { Confidence } from '../../src-library/model/confidence.ts'
import type { SourceType } from '../../src-library/model/source.ts'
import type { TextAt } from '../1-read/fields.ts'
import type { TextRange } from '../1-read/text.ts'
import type { FrontMatter } from '../2-parse/frontmatter.ts'
import type { Report } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import { BlockResolver } from './blocks.ts'
import type { Outline } from './outline.ts'
import { resolveAddress } from './links.ts'
import type { Surroundings } from './surroundings.ts'
import { resolveTranslation } from './translations.ts'

export function resolveArticle({ document, sections }: Outline, around: Surroundings): Article {
  const { source, frontMatter } = document
  const { settings } = around
  const language = frontMatter.language ?? settings.language
  const factsAsOf = frontMatter.factsAsOf ?? settings.factsAsOf
  const resolver = new BlockResolver(document, sections, around)
  const ownSources = knownSources(frontMatter.sources, source.report, around)
  const resolved = sections.map((section): Section => {
    const heading = resolver.inlines(section.heading)
    const blocks = resolver.blocks(section.blocks)
    const cited = resolver.takeCited()
    const sources = cited.length > 0 ? cited : ownSources
    const confidence = section.confidence ?? frontMatter.confidence
    checkMark(confidence, sources, section.at, source.report, around)
    return {
      anchor: section.anchor,
      number: section.number,
      heading: { kind: 'heading', depth: section.depth, children: heading },
      title: section.title,
      language,
      blocks,
      factsAsOf: section.factsAsOf ?? factsAsOf,
      confidence,
      sources,
    }
  })
  return {
    id: source.id,
    kind: source.kind,
    title: frontMatter.title,
    summary: frontMatter.summary,
    language,
    factsAsOf,
    translation: resolveTranslation(document, around),
    news: frontMatter.news && newsOf(frontMatter.news, source.report, around),
    sections: resolved,
    notes: resolver.finishNotes(),
    related: relatedOf(document, around),
    provenance: { path: source.text.path, sha256: source.sha256 },
  }
}

/** Sources that only report what others say. */
const reporting: readonly SourceType[] = ['press', 'reference']

/** Warns where a section says that it rests on a primary source, and it cites nothing but reports. */
function checkMark(
  confidence: Confidence | null,
  sources: readonly string[],
  at: TextRange,
  report: Report,
  around: Surroundings,
): void {
  if (confidence !== 'primary' || sources.length === 0) return
  const types = sources.map((id) => around.sources.get(id)?.type)
  if (!types.every((type) => type !== undefined && reporting.includes(type))) return
  const encyclopedia = sources.length === 1 && types[0] === 'reference'
  report(
    'mark-too-strong',
    at,
    encyclopedia
      ? 'This section is marked `primary` and rests on one encyclopedia.'
      : 'This section is marked `primary` and rests on the press only.',
    encyclopedia
      ? 'Mark it `unverified`: {#anchor confidence=unverified}.'
      : 'Mark it `secondhand`, or cite the original: {#anchor confidence=secondhand}.',
  )
}

/** The sections that the front matter names, each once. */
function relatedOf({ source, frontMatter }: ParsedDocument, around: Surroundings): readonly SectionAddress[] {
  const related = new Map<string, SectionAddress>()
  for (const { value, at } of frontMatter.related) {
    const to = resolveAddress(value, source.id, around.places, at, source.report)
    if (to) related.set(`${to.article}#${to.anchor}`, to)
  }
  return [...related.values()]
}

function newsOf(
  news: NonNullable<FrontMatter['news']>,
  report: Surroundings['settings']['report'],
  around: Surroundings,
): NewsDetails {
  return {
    date: news.date,
    summarised: news.summarised,
    leavesOut: news.leavesOut === '' ? [] : [{ kind: 'text', value: news.leavesOut }],
    keyFigures: news.keyFigures.map(({ value, label, source, at }) => {
      const [id = null] = source ? knownSources([source], report, around) : []
      if (!source && around.settings.requireSources) {
        report(
          'figure-without-source',
          at,
          'This key figure has no source.',
          'Add source: and the source’s id.',
        )
      }
      return { value, label, source: id }
    }),
  }
}

/** The ids that are in sources.yaml, each once; the others are reported. */
function knownSources(
  ids: readonly TextAt[],
  report: Surroundings['settings']['report'],
  { sources }: Surroundings,
): readonly string[] {
  const known = ids.filter(({ value, at }) => {
    if (sources.has(value)) return true
    const message = `There is no source \`${value}\` in sources.yaml.`
    report('unknown-source', at, message, didYouMean(value, sources.keys()))
    return false
  })
  return [...new Set(known.map(({ value }) => value))]
}
