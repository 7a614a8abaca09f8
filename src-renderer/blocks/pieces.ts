/**
 * How much there is to draw, and how it is cut. A weight of 1 is about one paragraph or one cell of a table; drawing
 * a hundred of them takes some ten milliseconds on an old laptop.
 */
import type { Article, Section } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import type { Inline } from '../../src-library/model/inline.ts'
import { assertNever } from '../../src-library/model/never.ts'

/** Paper keeps a table or a list of fewer rows on one page. */
export const fewRows = 12
/** The weight that is drawn without a break between two checks of the clock. */
export const pieceWeight = 120
/** A list, a table or a section up to this weight is drawn at once. */
export const wholeWeight = 800
/** So is an article up to this weight: nearly every one. */
export const wholeArticleWeight = 1200
/** A section's heading and margin: facts, tools, and the names of its sources. */
const marginWeight = 12

export const weightOfSection = (section: Section): number =>
  marginWeight + section.sources.length + weightOfBlocks(section.blocks)

export const weightOfArticle = (article: Article): number =>
  article.sections.reduce((sum, section) => sum + weightOfSection(section), 0)

export const weightOfBlocks = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + weightOfBlock(block), 0)

export function weightOfBlock(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return weightOfInlines(block.children)
    case 'list':
      return block.items.reduce((sum, item) => sum + 1 + weightOfBlocks(item), 1)
    case 'table':
      return block.rows.reduce((sum, row) => sum + weightOfRow(row), weightOfRow(block.head))
    case 'blockquote':
      return 1 + weightOfBlocks(block.children)
    case 'definition':
      return weightOfInlines(block.term) + weightOfBlocks(block.children)
    case 'figure':
      return block.content.kind === 'image' ? 2 : 2 + block.content.rows.length * block.content.columns.length
    case 'code':
      return 1 + block.value.length / 2000
    case 'thematicBreak':
      return 1
    default:
      return assertNever(block)
  }
}

export const weightOfRow = (cells: readonly (readonly Inline[])[]): number =>
  cells.reduce((sum, cell) => sum + weightOfInlines(cell), 0)

/** One for the line itself, and a little for each element and each screenful of letters in it. */
const weightOfInlines = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, inline) => sum + weightOfInline(inline), 1)

function weightOfInline(inline: Inline): number {
  if (inline.kind === 'text') return inline.value.length / 2000
  return 'children' in inline ? 0.3 + weightOfInlines(inline.children) : 0.5
}

/**
 * Where each piece ends: a piece is as long as its weight allows, and one item at least. The ends rise, and the last
 * is the number of items.
 */
export function piecesOf(weights: readonly number[], most = pieceWeight): readonly number[] {
  const ends: number[] = []
  let sum = 0
  weights.forEach((weight, at) => {
    if (at > 0 && sum + weight > most) {
      ends.push(at)
      sum = 0
    }
    sum += weight
  })
  return weights.length > 0 ? [...ends, weights.length] : []
}
