/** Phase 3: parsed documents -> articles and the pack they make, with nothing left that points nowhere. */
import { leadAnchor, type Article } from '../../src-library/model/article.ts'
import type { Concept } from '../../src-library/model/concept.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import type { SectionQuestions } from '../../src-library/search/index/build.ts'
import type { AuthoredPack } from '../1-read/read.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import type { Diagnostics } from '../diagnostics.ts'
import { resolveArticle } from './article.ts'
import { resolveAsked } from './asked.ts'
import { warnOfAvoided } from './avoided.ts'
import { resolveConcepts } from './concepts.ts'
import { packOf } from './contents.ts'
import { Figures } from './figures.ts'
import { checkNumbers } from './numbers.ts'
import { outline, type Outline } from './outline.ts'
import { packTargets } from './packtargets.ts'
import type { Surroundings } from './surroundings.ts'
import { Glossary } from './terms.ts'

export type ResolvedPack = {
  readonly pack: Pack
  /** By id. */
  readonly articles: readonly Article[]
  /** Bytes of the images that are shown, by path. */
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly concepts: readonly Concept[]
  /** For the index alone: they are shown nowhere. */
  readonly asked: SectionQuestions
}

export function resolve(
  authored: AuthoredPack,
  parsed: readonly ParsedDocument[],
  diagnostics: Diagnostics,
): ResolvedPack {
  const { settings, sources } = authored
  const outlines = parsed.map(outline)
  const figures = new Figures(
    authored.figures,
    { sources, requireSources: settings.requireSources, language: settings.language },
    diagnostics,
  )
  const documents = new Map(parsed.map((document) => [document.source.id, document]))
  const places = packTargets(authored, outlines)
  const moved = places.learnMoves(settings.moved, settings.report)
  const bare = { settings, sources, figures, documents, places, glossary: new Glossary([], false) }
  const concepts = resolveConcepts(authored.terms, bare)
  const around: Surroundings = { ...bare, glossary: new Glossary(concepts, authored.terms.unread) }
  warnOfAvoided(parsed, concepts, settings.language)
  const articles = outlines.map((one) => {
    const article = resolveArticle(one, around)
    if (settings.requireSources) checkSources(one, article)
    return article
  })
  figures.reportUnused()
  return {
    pack: packOf(articles, moved, around),
    articles: articles.sort((a, b) => (a.id < b.id ? -1 : 1)),
    images: figures.images(),
    concepts,
    asked: resolveAsked(authored.asked, articles, diagnostics),
  }
}

function checkSources({ document, sections }: Outline, article: Article): void {
  const { source, body } = document
  for (const { blocks } of sections) checkNumbers(blocks, source)
  for (const { children } of body.notes) checkNumbers(children, source)
  article.sections.forEach(({ anchor, sources, blocks, title }, i) => {
    if (sources.length > 0 || blocks.length === 0) return
    const where = anchor === leadAnchor ? 'The text before the first heading' : `The section “${title}”`
    source.report(
      'section-without-source',
      (anchor === leadAnchor ? sections[i]?.blocks[0] : sections[i])?.at ?? null,
      `${where} has no source.`,
      'Cite one in it, or name sources for the whole document in the front matter.',
    )
  })
}
