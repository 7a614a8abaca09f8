/** Phase 2: a document -> its front matter and its tree of blocks, each with its place. */
import type { Definition, FootnoteDefinition, Nodes } from 'mdast'
import type { SourceDocument } from '../1-read/documents.ts'
import { convertBlocks, convertDocument } from './blocks.ts'
import { readFrontMatter, type FrontMatter } from './frontmatter.ts'
import { placeOf, type Conversion } from './inlines.ts'
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

  const definitions = new Map<string, Definition>()
  const notes: FootnoteDefinition[] = []
  collect(root, definitions, notes)
  const conversion: Conversion = { text: source.text, report: source.report, definitions }
  const whole = { start: 0, end: source.text.text.length }
  return {
    source,
    frontMatter,
    body: {
      blocks: convertDocument(root.children, whole, conversion),
      notes: notes.map((note) => {
        const at = placeOf(note, whole)
        const label = note.label ?? note.identifier
        return { label, at, children: convertBlocks(note.children, at, conversion, 2) }
      }),
    },
  }
}

/** Link definitions and notes, wherever they stand; of two definitions of one link the first counts, as in CommonMark. */
function collect(root: Nodes, definitions: Map<string, Definition>, notes: FootnoteDefinition[]): void {
  const waiting: Nodes[] = [root]
  let node: Nodes | undefined
  while ((node = waiting.pop())) {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition') notes.push(node)
    // One by one: a hundred thousand arguments of a call exhaust the stack.
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push(child)
  }
}
