/** Headings, and what stands in braces at their end: `## The shelter {#shelter confidence=disputed}`. */
import type { Heading } from 'mdast'
import type { At } from '../1-read/text.ts'
import { convertInlines, type Conversion } from './inlines.ts'
import type { HeadingAttributes, ParsedHeading, ParsedInline } from './tree.ts'

const braces = /\s*\{\s*((?:#|[A-Za-z-]+\s*=)[^{}]*)\}\s*$/

export function readHeading(node: Heading, at: At, conversion: Conversion): ParsedHeading {
  const children = convertInlines(node.children, at, conversion, 2)
  const last = children.at(-1)
  const match = last?.kind === 'text' ? braces.exec(last.value) : null
  if (last?.kind !== 'text' || !match) {
    return { kind: 'heading', at, depth: node.depth, children, attributes: { anchor: null, pairs: [] } }
  }
  const value = last.value.slice(0, match.index)
  const before: readonly ParsedInline[] = children.slice(0, -1)
  return {
    kind: 'heading',
    at,
    depth: node.depth,
    children: value === '' ? before : [...before, { ...last, value }],
    attributes: readAttributes(match[1] ?? '', placeOfBraces(last.at, conversion), conversion),
  }
}

function readAttributes(text: string, at: At, { report }: Conversion): HeadingAttributes {
  let anchor: HeadingAttributes['anchor'] = null
  const pairs: HeadingAttributes['pairs'][number][] = []
  for (const word of text.trim().split(/\s+/)) {
    const [, key, value] = /^([A-Za-z-]+)=(.+)$/.exec(word) ?? []
    if (word.startsWith('#') && anchor === null) anchor = { value: word.slice(1), at }
    else if (key !== undefined && value !== undefined) pairs.push({ key, value, at })
    else {
      const message = `\`${word}\` can’t stand in the braces of a heading.`
      report('bad-attribute', at, message, 'Write {#anchor confidence=disputed as-of=2024-05}.')
    }
  }
  return { anchor, pairs }
}

/** The braces are the last thing in the heading's text. */
function placeOfBraces(at: At, { text }: Conversion): At {
  const start = text.text.lastIndexOf('{', at.end)
  const end = text.text.indexOf('}', start)
  return start >= at.start && end > start ? { start, end: end + 1 } : at
}
