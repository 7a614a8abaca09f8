/** The pictures an article shows. */
import type { Article } from './article.ts'
import type { Block } from './block.ts'
import { assertNever } from './never.ts'

/** Their paths inside the pack, each once, in the order of the text. */
export function picturesOf(article: Pick<Article, 'sections' | 'notes'>): readonly string[] {
  const texts = [
    ...article.sections.map(({ blocks }) => blocks),
    ...article.notes.map(({ children }) => children),
  ]
  return [...new Set(texts.flat().flatMap(picturesIn))]
}

function picturesIn(block: Block): readonly string[] {
  switch (block.kind) {
    case 'figure':
      return block.content.kind === 'image' ? [block.content.path] : []
    case 'list':
      return block.items.flat().flatMap(picturesIn)
    case 'blockquote':
    case 'definition':
      return block.children.flatMap(picturesIn)
    case 'paragraph':
    case 'table':
    case 'code':
    case 'thematicBreak':
      return []
    default:
      return assertNever(block)
  }
}
