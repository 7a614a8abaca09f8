/** mdast's flow content -> parsed blocks. */
import type {
  BlockContent,
  Code,
  DefinitionContent,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
} from 'mdast'
import type { TextRange } from '../1-read/text.ts'
import { readBox } from './boxes.ts'
import { splitDefinition } from './definitions.ts'
import { readHeading } from './headings.ts'
import { refuseHtml } from './html.ts'
import type { Conversion } from './conversion.ts'
import { convertText, rangeOf, reportTitle } from './inlines.ts'
import { numberedList } from './listnumbers.ts'
import { deepestNesting } from './markdown.ts'
import { captionOf } from './syntax.ts'
import { convertTable, splitCaption, splitRows } from './tables.ts'
import type { ParsedBlock, ParsedHeading } from './tree.ts'

type Flow = RootContent | BlockContent | DefinitionContent

/** The blocks of a whole document, with the headings that open its sections. */
export function convertDocument(
  nodes: readonly RootContent[],
  around: TextRange,
  conversion: Conversion,
): readonly (ParsedBlock | ParsedHeading)[] {
  return convertSiblings(nodes, around, conversion, 1, (node, at) => [readHeading(node, at, conversion)])
}

/** The blocks inside another block or a note, where no section can begin. */
export function convertBlocks(
  nodes: readonly Flow[],
  around: TextRange,
  conversion: Conversion,
  depth: number,
): readonly ParsedBlock[] {
  if (depth > deepestNesting) {
    conversion.report('nested-too-deep', around, `This is nested deeper than ${deepestNesting} levels.`)
    return []
  }
  return convertSiblings(nodes, around, conversion, depth, (node, at) => {
    conversion.report(
      'heading-inside',
      at,
      'A heading inside a list, a quotation or a note opens no section; it is set as strong text.',
      'Move it out, or write it as **strong** text; for a # that is text write \\#.',
    )
    const children = convertText(node.children, at, conversion, depth + 1, 'other')
    return children.length === 0
      ? []
      : [{ kind: 'paragraph', at, children: [{ kind: 'strong', at, children }] }]
  })
}

function convertSiblings<Extra>(
  nodes: readonly Flow[],
  around: TextRange,
  conversion: Conversion,
  depth: number,
  onHeading: (node: Heading, at: TextRange) => readonly (ParsedBlock | Extra)[],
): readonly (ParsedBlock | Extra)[] {
  return nodes.flatMap((node, position): readonly (ParsedBlock | Extra)[] => {
    const at = rangeOf(node, around)
    switch (node.type) {
      case 'paragraph':
        // A table takes the caption before it.
        return nodes[position + 1]?.type === 'table' && splitCaption(node, conversion)
          ? []
          : convertParagraph(node, at, conversion, depth)
      case 'heading':
        return onHeading(node, at)
      case 'list':
        return [convertList(node, at, conversion, depth)]
      case 'table': {
        const before = nodes[position - 1]
        const caption = before?.type === 'paragraph' ? splitCaption(before, conversion) : null
        const { table, below } = splitRows(node, conversion)
        const paragraphs = below.map((row): Paragraph => ({
          type: 'paragraph',
          children: row.children.flatMap((cell) => cell.children),
          ...(row.position && { position: row.position }),
        }))
        return [
          convertTable(table, caption, at, conversion, depth),
          ...paragraphs.flatMap((one) => convertParagraph(one, rangeOf(one, at), conversion, depth)),
        ]
      }
      case 'blockquote': {
        const { tone, children } = readBox(node, at, conversion)
        return [
          { kind: 'blockquote', at, tone, children: convertBlocks(children, at, conversion, depth + 1) },
        ]
      }
      case 'code':
        reportFence(node, at, conversion)
        return [{ kind: 'code', at, value: node.value.normalize('NFC') }]
      case 'thematicBreak':
        return [{ kind: 'thematicBreak', at }]
      case 'html':
        if (!/^(?:\s*<br\s*\/?>)+\s*$/i.test(node.value)) refuseHtml(node.value, at, conversion.report)
        return []
      // Read before: link definitions, notes and the front matter have no place of their own in the text.
      case 'definition':
      case 'footnoteDefinition':
      case 'yaml':
        return []
      default:
        throw new Error(`The Markdown parser gave a block of an unexpected type: ${node.type}`)
    }
  })
}

function convertParagraph(
  node: Paragraph,
  at: TextRange,
  conversion: Conversion,
  depth: number,
): readonly ParsedBlock[] {
  const figure = readFigure(node, at, conversion, depth)
  if (figure) return [figure]
  const definition = splitDefinition(node, conversion.text.text.slice(at.start, at.end))
  if (!definition) {
    if (splitCaption(node, conversion)) reportCaption(at, conversion)
    const children = convertText(node.children, at, conversion, depth + 1, 'paragraph')
    return children.length === 0 ? [] : [{ kind: 'paragraph', at, children }]
  }
  const paragraph = (nodes: readonly PhrasingContent[]): ParsedBlock => ({
    kind: 'paragraph',
    at,
    children: convertText(nodes, at, conversion, depth + 1, 'other'),
  })
  const term = convertText(definition.term, at, conversion, depth + 1, 'other')
  return [{ kind: 'definition', at, term, children: definition.texts.map(paragraph) }]
}

/** An image that is a paragraph's only content. */
function readFigure(
  node: Paragraph,
  at: TextRange,
  conversion: Conversion,
  depth: number,
): ParsedBlock | null {
  const [image, ...others] = node.children
  if (others.length > 0 || (image?.type !== 'image' && image?.type !== 'imageReference')) return null
  const address =
    image.type === 'image' ? image.url : (conversion.definitions.get(image.identifier)?.url ?? '')
  if (image.type === 'imageReference') conversion.used.add(image.identifier)
  else reportTitle(image.title, at, conversion)
  const caption = convertText(captionOf(image), at, conversion, depth + 1, 'other')
  return { kind: 'figure', at, address, caption }
}

function convertList(node: List, at: TextRange, conversion: Conversion, depth: number): ParsedBlock {
  const items = node.children.map((item) =>
    convertBlocks(item.children, rangeOf(item, at), conversion, depth + 1),
  )
  const checked = node.children.map((item) => item.checked ?? null)
  return {
    kind: 'list',
    at,
    ordered: node.ordered ?? false,
    ...numberedList(node, at, conversion),
    items,
    ...(checked.some((box) => box !== null) && { checked }),
  }
}

/** The words behind an opening fence have no place in the text, and a fence that is never closed takes all that follows. */
function reportFence(node: Code, at: TextRange, { text, report }: Conversion): void {
  const lines = text.text.slice(at.start, at.end).split(/\r\n|\n|\r/)
  const [, fence] = /^(`{3,}|~{3,})/.exec(lines[0] ?? '') ?? []
  if (fence === undefined) return
  const infoString = [node.lang, node.meta].filter(Boolean).join(' ')
  if (infoString !== '') {
    const message = `\`${infoString}\` behind the signs that open code is not shown.`
    report('code-language', text.find(infoString, at), message, 'If it is text, put it on the next line.')
  }
  const last =
    lines
      .at(-1)
      ?.replace(/^[ \t>]*/, '')
      .trimEnd() ?? ''
  if (lines.length > 1 && last.startsWith(fence) && /^(?:`+|~+)$/.test(last)) return
  const remedy = `Put a line of ${fence} after the code.`
  report(
    'code-not-closed',
    { start: at.start, end: at.start + fence.length },
    'This code is never closed: all that follows is read as code.',
    remedy,
  )
}

function reportCaption(at: TextRange, { report }: Conversion): void {
  const remedy = 'Put it directly before the table, with an empty line between.'
  report(
    'markup-as-text',
    { start: at.start, end: at.start + 'Table:'.length },
    'No table follows this caption; it stays text.',
    remedy,
  )
}
