/** How an article is drawn on screen: sources numbered through the article, links to the reading place. */
import type { Article } from '../../src-library/model/article.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import type { Library } from '../state/library.svelte.ts'
import { readingHref } from '../state/location.ts'
import { provideDrawing, type Detail } from './drawing.ts'
import type { Pace } from './pace.svelte.ts'
import { numberArticle, type ArticleNumbering } from './numbering.ts'
import { provideTextLanguage } from './textlanguage.ts'

type ScreenContext = {
  readonly pack: Pack
  readonly article: Article
  readonly library: Library
  /** Before every id, where the same article may be twice on a page. */
  readonly prefix?: string
  /** For what may be long. */
  readonly pace?: Pace
  readonly open: (detail: Detail, opener: HTMLElement) => void
}

/** Provides the drawing for the components below, and returns the numbering they will show. */
export function provideScreenDrawing({
  pack,
  article,
  library,
  prefix = '',
  pace,
  open,
}: ScreenContext): ArticleNumbering {
  const numbering = numberArticle(article, pack.sources)
  provideTextLanguage(() => article.language)
  const sources = new Map(pack.sources.map((source) => [source.id, source]))
  provideDrawing({
    medium: 'screen',
    citationNumber: numbering.numberOf,
    source: (id) => sources.get(id) ?? null,
    noteNumber: numbering.noteNumber,
    href: (target) =>
      target.kind === 'section' ? readingHref(pack.id, target.article, target.anchor) : null,
    citationHref: (id) => `#source-${id}`,
    noteHref: (id) => `#note-${id}`,
    fileAddress: (path) => library.fileAddress(pack.id, path),
    id: (name) => `${prefix}figure-${name}`,
    ...(pace && { pace }),
    open,
  })
  return numbering
}
