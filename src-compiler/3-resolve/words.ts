/** Plain text of parsed nodes. Marks have none. */
import { assertNever } from '../../src-library/model/never.ts'
import type { ParsedInline } from '../2-parse/tree.ts'

export function textOfParsed(inlines: readonly ParsedInline[]): string {
  return inlines.map(textOf).join('')
}

function textOf(inline: ParsedInline): string {
  switch (inline.kind) {
    case 'text':
    case 'inlineCode':
      return inline.value
    case 'break':
      return ' '
    case 'mark':
      return ''
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'subscript':
    case 'superscript':
    case 'link':
    case 'foreign':
      return textOfParsed(inline.children)
    default:
      return assertNever(inline)
  }
}
