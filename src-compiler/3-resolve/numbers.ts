/**
 * The check behind `requireSources`: a figure in a text is followed by a
 * citation or a note in the same paragraph, list item, definition or table row,
 * or by one in the table's caption. A mark vouches for the text before it.
 *
 * Headings are exempt, and so are the words of a link into the pack: both name
 * a place whose own text must carry the source.
 */
import { assertNever } from '../../src-library/model/never.ts'
import type { SourceDocument } from '../1-read/documents.ts'
import type { TextRange } from '../1-read/text.ts'
import type { ParsedBlock, ParsedInline } from '../2-parse/tree.ts'
import { isOutside } from './links.ts'

type Document = Pick<SourceDocument, 'text' | 'report'>

/** Reports each passage that has a number with no mark after it; the first number of each. */
export function checkNumbers(blocks: readonly ParsedBlock[], document: Document): void {
  for (const block of blocks) checkBlock(block, document)
}

function checkBlock(block: ParsedBlock, document: Document): void {
  switch (block.kind) {
    case 'paragraph':
      return checkPassage([block.children], document)
    case 'list':
      return block.items.forEach((item) => {
        const paragraphs = item.flatMap((one) => (one.kind === 'paragraph' ? [one.children] : []))
        checkPassage(paragraphs, document)
        checkNumbers(
          item.filter((one) => one.kind !== 'paragraph'),
          document,
        )
      })
    case 'table': {
      const { caption, head, rows } = block
      if (caption) checkPassage([caption], document)
      if (caption && hasMark(caption)) return
      return [head, ...rows].forEach((row) => checkPassage(row, document))
    }
    case 'blockquote':
      return checkNumbers(block.children, document)
    case 'definition': {
      const [first, ...rest] = block.children
      if (first?.kind === 'paragraph') checkPassage([block.term, first.children], document)
      return checkNumbers(rest, document)
    }
    case 'figure':
      // The rows of a data figure have sources of their own.
      return block.address.endsWith('.csv') ? undefined : checkPassage([block.caption], document)
    case 'code':
    case 'thematicBreak':
      return undefined
    default:
      return assertNever(block)
  }
}

type Step =
  { readonly kind: 'mark' } | { readonly kind: 'number'; readonly digits: string; readonly at: TextRange }

function checkPassage(parts: readonly (readonly ParsedInline[])[], { text, report }: Document): void {
  const steps = parts.flatMap((inlines) => inlines.flatMap(stepsOf))
  const uncited = steps.slice(steps.findLastIndex(({ kind }) => kind === 'mark') + 1)
  const [first] = uncited
  if (first?.kind !== 'number') return
  report(
    'number-without-source',
    text.find(first.digits, first.at),
    `The figure ${first.digits} has no citation after it.`,
    'Put [^source-id] behind what it vouches for, in the same paragraph, list item or table row.',
  )
}

function stepsOf(inline: ParsedInline): readonly Step[] {
  switch (inline.kind) {
    case 'mark':
      return [{ kind: 'mark' }]
    case 'text':
    case 'inlineCode':
      return Array.from(inline.value.matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu), ([digits]) => ({
        kind: 'number' as const,
        digits,
        at: inline.at,
      }))
    case 'break':
      return []
    case 'link':
      return isOutside(inline.address)
        ? inline.children.flatMap(stepsOf)
        : inline.children.flatMap(stepsOf).filter(({ kind }) => kind === 'mark')
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
    case 'foreign':
      return inline.children.flatMap(stepsOf)
    default:
      return assertNever(inline)
  }
}

const hasMark = (inlines: readonly ParsedInline[]): boolean =>
  inlines.flatMap(stepsOf).some(({ kind }) => kind === 'mark')
