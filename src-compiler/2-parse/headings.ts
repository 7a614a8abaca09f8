/** Headings, and the attributes in braces at their end: `## The shelter {#shelter confidence=disputed}`. */
import type { Heading } from 'mdast'
import type { TextRange } from '../1-read/text.ts'
import type { Conversion } from './conversion.ts'
import { convertInlines } from './inlines.ts'
import { reportLeftovers } from './leftovers.ts'
import type { HeadingAttributes, ParsedHeading, ParsedInline } from './tree.ts'

/** Braces with at least one word that can only be meant as an attribute; the others are spoken of one by one. */
const braces = /\s*\{\s*((?:[^{}\s]+\s+)*(?:[#.:][^{}\s]|[A-Za-z-]+\s*=)[^{}]*)\}\s*$/

export function readHeading(node: Heading, at: TextRange, conversion: Conversion): ParsedHeading {
  reportShape(at, conversion)
  const children = convertInlines(node.children, at, conversion, 2)
  const last = children.at(-1)
  const match = last?.kind === 'text' ? braces.exec(last.value) : null
  const found = last && match ? rangeOfBraces(last.at, conversion) : null
  // Not behind a backslash.
  const isEscaped = found !== null && /\\[{}]$/.test(sourceOf(found, conversion))
  const bracesAt = isEscaped ? null : found
  if (bracesAt) conversion.said.add(bracesAt.start)
  reportLeftovers(node.children, conversion, false)
  if (last?.kind !== 'text' || !match || !bracesAt) {
    return { kind: 'heading', at, depth: node.depth, children, attributes: { anchor: null, pairs: [] } }
  }
  const value = last.value.slice(0, match.index)
  const before: readonly ParsedInline[] = children.slice(0, -1)
  return {
    kind: 'heading',
    at,
    depth: node.depth,
    children: value === '' ? before : [...before, { ...last, value }],
    attributes: readAttributes(match[1] ?? '', bracesAt, conversion),
  }
}

/** What a heading drops without a word: signs at its end, and the lines of a paragraph that hyphens below turn into one. */
function reportShape(at: TextRange, { text, report }: Conversion): void {
  const source = text.text.slice(at.start, at.end)
  const [, opening = '', closing = ''] = /^(#{1,6})[ \t][^\n]*[ \t](#+)[ \t]*$/.exec(source) ?? []
  if (closing !== '' && closing !== opening) {
    report(
      'text-as-markup',
      { start: at.start + source.lastIndexOf(closing), end: at.end },
      `\`${closing}\` at the end of a heading closes it and is not shown.`,
      'Write \\# for a sign that is text.',
    )
  }
  if (!/^[ \t]*#/.test(source) && source.trim().split(/\r\n|\n|\r/).length > 2) {
    report(
      'text-as-markup',
      at,
      'The line of signs below this paragraph makes it a heading.',
      'Put an empty line before --- for a rule; write ## and the words on one line for a heading.',
    )
  }
}

function readAttributes(text: string, at: TextRange, { report }: Conversion): HeadingAttributes {
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

/** The braces with what is before them, or without their end if a backslash is before that. */
function sourceOf({ start, end }: TextRange, { text: { text } }: Conversion): string {
  const source = text.slice(start - 1, end)
  return source.startsWith('\\') ? source.slice(0, 2) : source
}

/** The braces are the last thing in the heading's text. */
function rangeOfBraces(at: TextRange, { text }: Conversion): TextRange {
  const start = text.text.lastIndexOf('{', at.end)
  const end = text.text.indexOf('}', start)
  return start >= at.start && end > start ? { start, end: end + 1 } : at
}
