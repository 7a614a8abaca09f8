/** The links of a text to sections of its pack. */
import type { Article, SectionAddress } from './article.ts'
import type { Block } from './block.ts'
import type { Inline } from './inline.ts'
import { assertNever } from './never.ts'

export type LinkFrom = {
  /** The section that has the link. */
  readonly anchor: string
  readonly to: SectionAddress
}

/** In the order of the text. */
export const linksOf = ({ sections }: Pick<Article, 'sections'>): readonly LinkFrom[] =>
  sections.flatMap(({ anchor, blocks }) => blocks.flatMap(linksInBlock).map((to) => ({ anchor, to })))

function linksInBlock(block: Block): readonly SectionAddress[] {
  switch (block.kind) {
    case 'paragraph':
      return linksInInlines(block.children)
    case 'list':
      return block.items.flat().flatMap(linksInBlock)
    case 'blockquote':
      return block.children.flatMap(linksInBlock)
    case 'definition':
      return [...linksInInlines(block.term), ...block.children.flatMap(linksInBlock)]
    case 'table':
      return [...(block.caption ? [block.caption] : []), ...block.head, ...block.rows.flat()].flatMap(
        linksInInlines,
      )
    case 'figure':
      return linksInInlines(block.caption)
    case 'code':
    case 'thematicBreak':
      return []
    default:
      return assertNever(block)
  }
}

const linksInInlines = (inlines: readonly Inline[]): readonly SectionAddress[] =>
  inlines.flatMap((inline) => {
    const own =
      inline.kind === 'link' && inline.target.kind === 'section'
        ? [{ article: inline.target.article, anchor: inline.target.anchor }]
        : []
    return 'children' in inline ? [...own, ...linksInInlines(inline.children)] : own
  })
