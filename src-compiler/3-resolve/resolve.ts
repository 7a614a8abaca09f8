/** Phase 3: parsed documents -> articles and the pack they make, with nothing left that points nowhere. */
import { leadAnchor, type Article } from '../../src-library/model/article.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import type { AuthoredPack } from '../1-read/read.ts'
import type { ParsedDocument } from '../2-parse/parse.ts'
import type { Diagnostics } from '../diagnostics.ts'
import { resolveArticle } from './article.ts'
import { packOf } from './contents.ts'
import { Figures } from './figures.ts'
import type { Places } from './links.ts'
import { checkNumbers } from './numbers.ts'
import { outline, type Outline } from './outline.ts'
import type { Surroundings } from './surroundings.ts'

export type ResolvedPack = {
  readonly pack: Pack
  /** By id. */
  readonly articles: readonly Article[]
  /** Bytes of the images that are shown, by path. */
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly synonyms: readonly (readonly string[])[]
}

export function resolve(
  authored: AuthoredPack,
  parsed: readonly ParsedDocument[],
  diagnostics: Diagnostics,
): ResolvedPack {
  const { settings, sources, synonyms } = authored
  const outlines = parsed.map(outline)
  const figures = new Figures(
    authored.figures,
    { sources, requireSources: settings.requireSources, language: settings.language },
    diagnostics,
  )
  const documents = new Map(parsed.map((document) => [document.source.id, document]))
  const around: Surroundings = { settings, sources, figures, documents, places: placesOf(authored, outlines) }
  const articles = outlines.map((one) => {
    const article = resolveArticle(one, around)
    if (settings.requireSources) checkSources(one, article)
    return article
  })
  figures.reportUnused()
  return {
    pack: packOf(articles, around),
    articles: articles.sort((a, b) => (a.id < b.id ? -1 : 1)),
    images: figures.images(),
    synonyms,
  }
}

function placesOf(authored: AuthoredPack, outlines: readonly Outline[]): Places {
  const places = new Map<string, ReadonlyMap<string, string> | null>(
    authored.documents.map(({ id }) => [id, null]),
  )
  for (const { document, sections } of outlines) {
    places.set(document.source.id, new Map(sections.map(({ anchor, title }) => [anchor, title])))
  }
  return places
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
