/** Figures of an article that have a chart of years, with the section each is in. */
import type { Article, Section } from '../../../src-library/model/article.ts'
import type { Block } from '../../../src-library/model/block.ts'
import type { FigureData } from '../../../src-library/model/figure.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { textOfInlines } from '../../../src-library/model/text.ts'
import { seriesOf } from '../../blocks/charts/chart.ts'

export type DatedFigure = {
  readonly pack: Pack
  readonly article: Article
  readonly section: Section
  /** The caption without its marks; the section's title where there is none. */
  readonly name: string
  readonly data: FigureData
}

export function datedFigures(pack: Pack, article: Article): readonly DatedFigure[] {
  return article.sections.flatMap((section) =>
    section.blocks
      .flatMap((block) => figuresIn(block))
      .flatMap(({ caption, content }) => {
        if (content.kind !== 'data' || seriesOf(content).length === 0) return []
        const name = textOfInlines(caption).trim() || section.title || article.title
        return [{ pack, article, section, name, data: content }]
      }),
  )
}

function figuresIn(block: Block): readonly Extract<Block, { kind: 'figure' }>[] {
  if (block.kind === 'figure') return [block]
  return block.kind === 'blockquote' ? block.children.flatMap(figuresIn) : []
}

/** The first figure of a section; else the first of the article. */
export const nearestFigure = (figures: readonly DatedFigure[], anchor: string): number =>
  Math.max(
    0,
    figures.findIndex(({ section }) => section.anchor === anchor),
  )
