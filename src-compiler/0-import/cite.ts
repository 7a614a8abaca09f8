/** Puts the mark of a document's source behind each paragraph and each row of a table that has a number in it. */
import type { Nodes, Root } from 'mdast'
import { keptText } from './ledger.ts'

/** A copy of the tree, with `[^id]` behind what has a digit and no mark at its end. */
export function withCitations(tree: Root, id: string): Root {
  const copy = structuredClone(tree)
  const mark = { type: 'footnoteReference' as const, identifier: id, label: id }
  const walk = (node: Nodes): void => {
    const target =
      node.type === 'tableRow' ? node.children.at(-1) : node.type === 'paragraph' ? node : undefined
    if (target && /\d/.test(keptText(node)) && target.children.at(-1)?.type !== 'footnoteReference') {
      const isImage = target.children.length === 1 && target.children[0]?.type === 'image'
      if (!isImage) target.children.push(mark)
    }
    if (node.type === 'footnoteDefinition' || node.type === 'tableRow' || !('children' in node)) return
    // The first row of a table names its columns.
    const children = node.type === 'table' ? node.children.slice(1) : node.children
    for (const child of children) walk(child)
  }
  walk(copy)
  return copy
}
