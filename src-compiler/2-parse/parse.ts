/** Phase 2: a document -> its front matter and its tree of blocks, each with its place. */
import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { SourceDocument } from '../1-read/documents.ts'
import type { TextRange } from '../1-read/text.ts'
import { convertBlocks, convertDocument } from './blocks.ts'
import { readFrontMatter, type FrontMatter } from './frontmatter.ts'
import type { Conversion } from './conversion.ts'
import { rangeOf, reportTitle } from './inlines.ts'
import { parseMarkdown } from './markdown.ts'
import type { ParsedBody } from './tree.ts'

export type ParsedDocument = {
  readonly source: SourceDocument
  readonly frontMatter: FrontMatter
  readonly body: ParsedBody
}

/** Null after reporting why the document can't be read. */
export function parse(source: SourceDocument): ParsedDocument | null {
  if (source.text.text.trim() === '') {
    source.report(
      'empty-file',
      null,
      'This document is empty.',
      'Write a title into its front matter, or delete the file.',
    )
    return null
  }
  const root = parseMarkdown(source)
  if (!root) return null
  const [first] = root.children
  const frontMatter = readFrontMatter(first?.type === 'yaml' ? first : undefined, source)
  if (!frontMatter) return null

  const definitions: Definition[] = []
  const notes: FootnoteDefinition[] = []
  collect(root, definitions, notes)
  const conversion: Conversion = {
    text: source.text,
    report: source.report,
    definitions: new Map(definitions.toReversed().map((one) => [one.identifier, one])),
    used: new Set(),
    said: new Set(),
  }
  const whole = { start: 0, end: source.text.text.length }
  const body = {
    blocks: convertDocument(root.children, whole, conversion),
    notes: notes.map((note) => {
      const at = rangeOf(note, whole)
      const label = note.label ?? note.identifier
      return { label, at, children: convertBlocks(note.children, at, conversion, 2) }
    }),
  }
  for (const definition of definitions) reportDefinition(definition, rangeOf(definition, whole), conversion)
  return { source, frontMatter, body }
}

/** Reports the words of a definition that nothing shows, because a definition has no place in the text. */
function reportDefinition(definition: Definition, at: TextRange, conversion: Conversion): void {
  const { identifier, label, title } = definition
  const name = label ?? identifier
  if (conversion.definitions.get(identifier) !== definition) {
    const message = `\`[${name}]\` is defined twice; this line is left out.`
    conversion.report('definition-unused', at, message, 'Give one of the two another label.')
  } else if (!conversion.used.has(identifier)) {
    const remedy = `Write [words][${name}] where the link belongs; for a line of text put a \\ before its [.`
    conversion.report('definition-unused', at, `No link uses \`[${name}]\`; this line is left out.`, remedy)
  } else reportTitle(title, at, conversion)
}

/** Link definitions and notes, wherever they are; of two definitions of one link the first counts, as in CommonMark. */
function collect(root: Nodes, definitions: Definition[], notes: FootnoteDefinition[]): void {
  const waiting: Nodes[] = [root]
  let node: Nodes | undefined
  while ((node = waiting.pop())) {
    if (node.type === 'definition') definitions.push(node)
    if (node.type === 'footnoteDefinition') notes.push(node)
    // One by one: a hundred thousand arguments of a call exhaust the stack.
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child)
  }
}
