/** The meaning of a concept: Markdown of one paragraph inside terms.yaml. */
import type { TextAt } from '../1-read/fields.ts'
import { SourceText, type TextRange } from '../1-read/text.ts'
import type { Report } from '../diagnostics.ts'
import { convertBlocks } from './blocks.ts'
import { parseMarkdown } from './markdown.ts'
import type { ParsedBlock, ParsedInline } from './tree.ts'

/** Empty after reporting faults. Every inline has the place of the whole meaning. */
export function parseMeaning({ value, at }: TextAt, path: string, report: Report): readonly ParsedInline[] {
  const text = new SourceText(path, value)
  const here: Report = (code, _within, message, suggestion) => report(code, at, message, suggestion)
  const root = parseMarkdown({ text, report: here })
  if (!root) return []
  const whole = { start: 0, end: value.length }
  const blocks = convertBlocks(
    root.children,
    whole,
    { text, report: here, definitions: new Map(), used: new Set(), said: new Set() },
    1,
  )
  const [first, ...more] = blocks
  if (first?.kind === 'paragraph' && more.length === 0) return placedAt(first.children, at)
  const remedy = 'Write sentences; lists and tables stand in articles.'
  report('bad-terms', at, 'A meaning is one paragraph of text.', remedy)
  return []
}

/** A meaning as a paragraph, for the checks that read blocks. */
export const paragraphOf = (children: readonly ParsedInline[], at: TextRange): ParsedBlock => ({
  kind: 'paragraph',
  at,
  children,
})

const placedAt = (inlines: readonly ParsedInline[], at: TextRange): readonly ParsedInline[] =>
  inlines.map((inline) =>
    'children' in inline ? { ...inline, at, children: placedAt(inline.children, at) } : { ...inline, at },
  )
