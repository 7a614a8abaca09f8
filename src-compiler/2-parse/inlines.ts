/** mdast's phrasing content -> parsed inlines. */
import type { PhrasingContent } from 'mdast'
import type { Node } from 'unist'
import { assertNever } from '../../src-library/model/never.ts'
import { harmless } from '../1-read/controlcharacters.ts'
import type { TextRange } from '../1-read/text.ts'
import type { Conversion } from './conversion.ts'
import { withForeignWords } from './foreign.ts'
import { pairTags, readTag, type Tag } from './html.ts'
import { reportLeftovers } from './leftovers.ts'
import { deepestNesting } from './markdown.ts'
import type { ParsedInline } from './tree.ts'

/** Range of a node in its text; `around` for a node that the parser made up. */
export function rangeOf(node: Node, around: TextRange): TextRange {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? around : { start, end }
}

/** A whole run of phrasing content. Reports markup in it that failed. */
export function convertText(
  nodes: readonly PhrasingContent[],
  around: TextRange,
  conversion: Conversion,
  depth: number,
  kind: 'paragraph' | 'other',
): readonly ParsedInline[] {
  reportLeftovers(nodes, conversion, kind === 'paragraph')
  return convertInlines(nodes, around, conversion, depth)
}

/** `depth` counts blocks and inlines around these. */
export function convertInlines(
  nodes: readonly PhrasingContent[],
  around: TextRange,
  conversion: Conversion,
  depth: number,
): readonly ParsedInline[] {
  const tooDeep = (): readonly ParsedInline[] => {
    conversion.report('nested-too-deep', around, `This is nested deeper than ${deepestNesting} levels.`)
    return []
  }
  if (depth > deepestNesting) return tooDeep()
  const flat = nodes.flatMap((node) => convertInline(node, around, conversion, depth))
  const inlines = withForeignWords(pairTags(flat, conversion.report), conversion)
  // Tags and words in other languages are paired here, so their nesting is none that was counted on the way down.
  return nestDeeperThan(deepestNesting - depth + 1, inlines) ? tooDeep() : inlines
}

/** Level by level: a recursive descent would exhaust the stack on deep nesting. */
function nestDeeperThan(levels: number, inlines: readonly ParsedInline[]): boolean {
  let level = inlines
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === levels) return true
    level = level.flatMap((inline) => ('children' in inline ? inline.children : []))
  }
  return false
}

function convertInline(
  node: PhrasingContent,
  around: TextRange,
  conversion: Conversion,
  depth: number,
): readonly (ParsedInline | Tag)[] {
  const at = rangeOf(node, around)
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', at, value: tidy(harmless(node.value, at, conversion.report)) }]
    case 'inlineCode':
      return [{ kind: 'inlineCode', at, value: tidy(node.value) }]
    case 'break':
      return [{ kind: 'break', at }]
    case 'emphasis':
      reportStars(at, conversion)
      return [{ kind: 'emphasis', at, children: convertInlines(node.children, at, conversion, depth + 1) }]
    case 'strong':
    case 'delete':
      return [{ kind: node.type, at, children: convertInlines(node.children, at, conversion, depth + 1) }]
    case 'link': {
      const children = convertInlines(node.children, at, conversion, depth + 1)
      reportTitle(node.title, at, conversion)
      return [{ kind: 'link', at, address: harmless(node.url, at, conversion.report), children }]
    }
    case 'linkReference': {
      const children = convertInlines(node.children, at, conversion, depth + 1)
      const definition = conversion.definitions.get(node.identifier)
      conversion.used.add(node.identifier)
      if (!definition) return children
      return [{ kind: 'link', at, address: harmless(definition.url, at, conversion.report), children }]
    }
    case 'footnoteReference':
      return [{ kind: 'mark', at, label: node.label ?? node.identifier }]
    case 'html':
      return readTag(node.value, at, conversion.report)
    case 'image':
    case 'imageReference':
      conversion.report(
        'figure-in-text',
        at,
        'A figure can’t stand inside a line of text.',
        'Put it in a paragraph of its own, with a blank line before and after.',
      )
      return []
    default:
      return assertNever(node)
  }
}

/** A page has no place for the title of a link or an image. */
export function reportTitle(
  title: string | null | undefined,
  at: TextRange,
  { report, text }: Conversion,
): void {
  if (!title) return
  report(
    'title-not-shown',
    text.find(title, at),
    `The title “${title}” behind this address is not shown.`,
    'Say it in the text, or take it out.',
  )
}

/** `2*3*4` is emphasis to Markdown, and its stars are gone. */
function reportStars({ start, end }: TextRange, { report, text: { text } }: Conversion): void {
  const around = `${text.slice(start - 1, start + 2)}${text.slice(end - 2, end + 1)}`
  if (!/^\p{N}\*\S\S\*\p{N}$/u.test(around)) return
  report(
    'text-as-markup',
    { start, end },
    `\`${text.slice(start - 1, end + 1)}\` is read as emphasis: its stars are not shown.`,
    'Write \\* for a star that is text, or × between numbers.',
  )
}

/** Composed, and lines joined: where a line ends in the file means nothing. A hard space stays. */
const tidy = (text: string): string => text.normalize('NFC').replace(/[ \t\r\n]+/g, ' ')
