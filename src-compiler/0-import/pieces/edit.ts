/**
 * Changes to a document's Markdown by the pieces that it came in. Text around a change stays as it is, letter by letter:
 * a person may have written it. Each answers null where there is nothing to change.
 */
import type { Heading, Nodes, Parents, Root, RootContent, TableRow } from 'mdast'
import { keptText } from '../ledger.ts'
import { writeMarkdown } from '../write.ts'
import { align } from './align.ts'
import type { Piece } from '../draft.ts'
import { leavesByPiece, leavesOf, rangeOf, treeOf } from './leaves.ts'

export type Heads = readonly { readonly index: number; readonly level: number; readonly text: string }[]

/** Which pieces the Markdown holds now. Those that it held before are looked for first. */
export function keptPieces(markdown: string, pieces: readonly Piece[]): readonly Piece[] {
  const tree = treeOf(markdown)
  if (!tree) return pieces
  const leaves = leavesOf(tree).map(({ key }) => key)
  const matches = align(
    pieces.map(({ text }) => text),
    leaves,
    (i) => pieces[i]?.isKept === true,
  )
  return pieces.map((piece, i) =>
    matches[i] === null ? { ...piece, isKept: false } : { ...piece, isKept: true, code: null },
  )
}

/** Takes the block out that a piece became. */
export function leaveOut(markdown: string, pieces: readonly Piece[], index: number): string | null {
  const tree = treeOf(markdown)
  if (!tree || pieces[index]?.isKept !== true) return null
  const leaf = leavesByPiece(tree, pieces)(index)
  if (!leaf) return null
  const { block, node } = leaf
  if (block !== node) {
    const rest = without(block, node)
    if (rest) {
      const { start, end } = rangeOf(block)
      return `${markdown.slice(0, start)}${writeMarkdown({ type: 'root', children: [rest] }).trim()}${markdown.slice(end)}`
    }
  }
  const text = withoutBlock(markdown, tree, block)
  return block.type === 'footnoteDefinition' ? withoutMarks(text, block.identifier) : text
}

/** Without the block and the blank lines before it; for the first one, those behind it. */
function withoutBlock(markdown: string, tree: Root, block: RootContent): string {
  const { start, end } = rangeOf(block)
  const at = tree.children.indexOf(block)
  const before = tree.children[at - 1]
  if (before && before.type !== 'yaml')
    return `${markdown.slice(0, rangeOf(before).end)}${markdown.slice(end)}`
  const after = tree.children[at + 1]
  if (after) return `${markdown.slice(0, start)}${markdown.slice(rangeOf(after).start)}`
  return before
    ? `${markdown.slice(0, rangeOf(before).end)}${markdown.slice(end)}`
    : markdown.slice(end).trim()
}

/** The block without one of its parts, and without parts that held nothing else; null where nothing is left. */
function without(block: RootContent, gone: Nodes): RootContent | null {
  const copy = (node: Nodes): readonly Nodes[] => {
    if (node === gone) return []
    if (!('children' in node) || !holds(node, gone)) return [node]
    const children = (node.children as Nodes[]).flatMap(copy)
    // An item that had words and a list: the items below it stay, one step up.
    if (node.type === 'listItem' && children[0]?.type === 'list' && node.children[0] === gone)
      return children.flatMap((child) => (child.type === 'list' ? child.children : []))
    // A table of empty cells shows nothing.
    const isEmpty =
      node.type === 'table' && (children as TableRow[]).every((row) => keptText(row).trim() === '')
    return children.length === 0 || isEmpty ? [] : [{ ...node, children } as Nodes]
  }
  return (copy(block)[0] as RootContent | undefined) ?? null
}

const holds = (node: Parents, gone: Nodes): boolean =>
  (node.children as Nodes[]).some((child) => child === gone || ('children' in child && holds(child, gone)))

/** Without the marks of a note whose text is gone. */
function withoutMarks(markdown: string, identifier: string): string {
  const marks: Nodes[] = []
  const look = (node: Nodes): void => {
    if (node.type === 'footnoteReference' && node.identifier === identifier) marks.push(node)
    else if ('children' in node) for (const child of node.children) look(child)
  }
  const tree = treeOf(markdown)
  if (tree) look(tree)
  return marks.reduceRight((text, mark) => {
    const { start, end } = rangeOf(mark)
    return `${text.slice(0, start)}${text.slice(end)}`
  }, markdown)
}

export function headingsOf(markdown: string): Heads {
  const tree = treeOf(markdown)
  return (tree ? headingNodes(tree) : []).map((node, index) => ({
    index,
    level: node.depth,
    text: textOf(node).replace(/\s+/g, ' ').trim(),
  }))
}

const headingNodes = (tree: Root): readonly Heading[] =>
  tree.children.filter((node): node is Heading => node.type === 'heading')

const textOf = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : ''

/** Makes a heading of a paragraph of the text itself. */
export function asHeading(
  markdown: string,
  pieces: readonly Piece[],
  index: number,
  level: number,
): string | null {
  const tree = treeOf(markdown)
  const leaf = tree && leavesByPiece(tree, pieces)(index)
  if (leaf?.node.type !== 'paragraph' || leaf.node !== leaf.block) return null
  const { start, end } = rangeOf(leaf.node)
  const depth = Math.min(6, Math.max(1, level)) as Heading['depth']
  const heading = writeMarkdown({ type: 'root', children: [{ ...leaf.node, type: 'heading', depth }] }).trim()
  // A heading of several lines is written underlined.
  const printed = heading.includes('\n')
    ? `${'#'.repeat(depth)} ${inOneLine(markdown.slice(start, end))}`
    : heading
  return `${markdown.slice(0, start)}${printed}${markdown.slice(end)}`
}

const inOneLine = (words: string): string => words.replace(/\\?\s*\n\s*/g, ' ')

/** Gives a heading another level; 0 makes a paragraph of it. */
export function setLevel(markdown: string, index: number, level: number): string | null {
  const tree = treeOf(markdown)
  const heading = tree && headingNodes(tree)[index]
  if (!heading || heading.depth === level) return null
  const { start, end } = rangeOf(heading)
  const from = heading.children[0] ? rangeOf(heading.children[0]).start : end
  const last = heading.children.at(-1)
  const words = markdown.slice(from, last ? rangeOf(last).end : end)
  const put = (text: string): string => `${markdown.slice(0, start)}${text}${markdown.slice(end)}`
  if (level > 0) return put(`${'#'.repeat(level)} ${words}`.trimEnd())
  // Words such as `1. Title` are no paragraph as they are.
  const isPlain = treeOf(words)?.children.every(({ type }) => type === 'paragraph') === true
  const printed = writeMarkdown({
    type: 'root',
    children: [{ type: 'paragraph', children: heading.children }],
  }).trim()
  return put(isPlain ? words : printed)
}
