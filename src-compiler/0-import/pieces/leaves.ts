/** The smallest blocks of Markdown: what the pieces of a document became. */
import type { Nodes, Root, RootContent } from 'mdast'
import { SourceText } from '../../1-read/text.ts'
import { parseMarkdown } from '../../2-parse/markdown.ts'
import { keptText } from '../ledger.ts'
import type { Piece } from '../draft.ts'
import { align } from './align.ts'
import { keyOf } from './came.ts'

export type Leaf = {
  readonly key: string
  /** The block of the document that it is, or lies in. */
  readonly block: RootContent
  readonly node: Nodes
}

/** The tree with its positions; null where the Markdown can't be read. */
export const treeOf = (markdown: string): Root | null =>
  parseMarkdown({ text: new SourceText('', markdown), report: () => undefined })

const leafKinds = new Set(['paragraph', 'heading', 'code', 'tableRow'])

export function leavesOf(tree: Root): readonly Leaf[] {
  const leaves: Leaf[] = []
  const read = (node: Nodes, block: RootContent): void => {
    if (leafKinds.has(node.type)) {
      const cells = node.type === 'tableRow' ? node.children.map(keptText).join(' ') : keptText(node)
      const key = keyOf(cells)
      if (key !== '') leaves.push({ key, block, node })
    } else if ('children' in node) for (const child of node.children) read(child, block)
  }
  for (const block of tree.children) read(block, block)
  return leaves
}

/** Offsets of a node in the Markdown. */
export const rangeOf = ({ position }: Nodes): { readonly start: number; readonly end: number } => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
})

/** The block that a kept piece became; null where it can't be told. */
export function leavesByPiece(tree: Root, pieces: readonly Piece[]): (piece: number) => Leaf | null {
  const leaves = leavesOf(tree)
  const matches = align(
    pieces.map(({ text }) => text),
    leaves.map(({ key }) => key),
    (i) => pieces[i]?.isKept === true,
    true,
  )
  return (piece) => leaves[matches[piece] ?? -1] ?? null
}
