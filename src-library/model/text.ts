/**
 * Plain text of blocks and inlines: the text that is indexed, quoted and copied.
 * Blocks are separated by a line feed, so that no phrase reaches across two.
 */
import type { Block } from './block.ts'
import type { Inline } from './inline.ts'
import { assertNever } from './never.ts'

export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map(textOfInline).join('')
}

function textOfInline(inline: Inline): string {
  switch (inline.kind) {
    case 'text':
    case 'inlineCode':
      return inline.value
    case 'break':
      return ' '
    case 'citation':
    case 'footnoteReference':
      return ''
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'link':
    case 'foreign':
      return textOfInlines(inline.children)
    case 'superscript':
      return raised(textOfInlines(inline.children))
    default:
      return assertNever(inline)
  }
}

/** Raised digits stay raised: article 144¹ is another than 1441. */
const raised = (text: string): string =>
  /^\d+$/.test(text) ? text.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))) : text

export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(textOfBlock)
    .filter((text) => text !== '')
    .join('\n')
}

export function textOfBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return textOfInlines(block.children)
    case 'list':
      return block.items.map(textOfBlocks).join('\n')
    case 'table': {
      const lines = [block.head, ...block.rows].map((row) => row.map(textOfInlines).join(' | '))
      return (block.caption ? [textOfInlines(block.caption), ...lines] : lines).join('\n')
    }
    case 'blockquote':
      return textOfBlocks(block.children)
    case 'definition':
      return `${textOfInlines(block.term)}\n${textOfBlocks(block.children)}`
    case 'code':
      return block.value
    case 'thematicBreak':
      return ''
    case 'figure':
      return textOfFigure(block)
    default:
      return assertNever(block)
  }
}

function textOfFigure(figure: Extract<Block, { kind: 'figure' }>): string {
  const caption = textOfInlines(figure.caption)
  if (figure.content.kind === 'image') return caption || figure.content.alternative
  const head = figure.content.columns.map((column) => column.name).join(' | ')
  return [caption, head, ...figure.content.rows.map((row) => row.cells.join(' | '))].join('\n')
}
