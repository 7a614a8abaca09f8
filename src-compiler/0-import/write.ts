/**
 * mdast -> our Markdown, and back. The signs that only our dialect reads are escaped, so that the text
 * parses to what it was: a colon that would make a definition, a caret that would cite, braces that would name an anchor.
 */
import type { Root } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown, type Options } from 'mdast-util-to-markdown'
import { parseMarkdown } from '../2-parse/markdown.ts'
import { SourceText } from '../1-read/text.ts'

const dialect: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
  fences: true,
  incrementListMarker: true,
  extensions: [gfmToMarkdown({ singleTilde: false } as never)],
  unsafe: [
    { character: '^', before: '\\[', inConstruct: 'phrasing' },
    { character: '{', inConstruct: ['headingAtx', 'headingSetext'] },
    { character: '{', before: '\\]', inConstruct: 'phrasing' },
  ],
}

/** Our Markdown, with a line feed at the end. */
export const writeMarkdown = (tree: Root): string => toMarkdown(tree, dialect)

/** What Markdown of ours parses to, without positions; null where it is too large or nested too deep to be read. */
export function readMarkdown(markdown: string): Root | null {
  const tree = parseMarkdown({ text: new SourceText('', markdown), report: () => undefined })
  return tree && (withoutPositions(tree) as Root)
}

function withoutPositions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPositions)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === 'position' || inner === undefined ? [] : [[key, withoutPositions(inner)]],
    ),
  )
}
