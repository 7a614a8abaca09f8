/** The bundled pack, printed as other programs write documents and brought in again: its words, headings, cells and notes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes, Root } from 'mdast'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isLong } from '../../testing/effort.ts'
import { keptText } from './ledger.ts'
import { wordsOf } from './pieces/came.ts'
import { printTree, treeFormats, type TreeFormat } from './testing/printedtrees.ts'
import { read } from './testing/read.ts'
import { readMarkdown } from './write.ts'

const pack = join(import.meta.dirname, '../../content/trafficking-azerbaijan')
const sources = parse(readFileSync(join(pack, 'sources.yaml'), 'utf8')) as Record<string, { title: string }>

/** All of them in a long run, else each tenth, from the fourth on. */
const documents = readdirSync(pack, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.md'))
  .sort()
  .filter((_, i) => isLong || i % 10 === 3)

/** The document as any program can hold it: its sources are notes, and what only our dialect has is plain text. */
function plainTree(path: string): Root {
  const body = readFileSync(join(pack, path), 'utf8').replace(/^---[^]*?\n---\n/, '')
  const tree = readMarkdown(body)
  if (!tree) throw new Error(path)
  const cited = new Set<string>()
  const plain = (node: Nodes): Nodes[] => {
    if (node.type === 'image' || node.type === 'html') return []
    if (node.type === 'text')
      return [
        {
          ...node,
          value: node.value
            .replace(/\[([^\]]*)\]\{[^}]*\}/g, '$1')
            .replace(/\s*\{#?[^}]*\}/g, '')
            .replace(/\s+/g, ' '),
        },
      ]
    // A link within the pack leads nowhere from another program.
    if (node.type === 'link' && !/^https?:/.test(node.url)) return node.children.flatMap(plain)
    if (node.type === 'footnoteReference') cited.add(node.identifier)
    return 'children' in node ? [{ ...node, children: node.children.flatMap(plain) } as Nodes] : [node]
  }
  const children = tree.children.flatMap(plain) as Root['children']
  const own = new Set(
    children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : [])),
  )
  for (const id of cited) {
    const title = sources[id]?.title
    if (own.has(id) || title === undefined) continue
    const text = { type: 'text' as const, value: title.replace(/\s+/g, ' ') }
    children.push({
      type: 'footnoteDefinition',
      identifier: id,
      label: id,
      children: [{ type: 'paragraph', children: [text] }],
    })
  }
  return {
    type: 'root',
    children: children.filter((node) => !('children' in node) || keptText(node).trim() !== ''),
  }
}

const all = <Type extends Nodes['type']>(
  tree: Nodes,
  type: Type,
): readonly Extract<Nodes, { type: Type }>[] =>
  tree.type === type
    ? [tree as Extract<Nodes, { type: Type }>]
    : 'children' in tree
      ? tree.children.flatMap((child) => all(child, type))
      : []
const textOf = (node: Nodes): string => wordsOf(keptText(node)).join(' ')

function partsOf(tree: Root): {
  readonly headings: readonly string[]
  readonly cells: readonly (readonly string[])[]
  readonly notes: readonly string[]
} {
  return {
    headings: all(tree, 'heading').map((node) => `${node.depth} ${textOf(node)}`),
    cells: all(tree, 'tableRow').map(({ children }) => children.map(textOf)),
    // A program may write a note again where it is called again.
    notes: [...new Set(all(tree, 'footnoteDefinition').map(textOf))].sort(),
  }
}

/** The share of words that are in both. */
function alike(before: readonly string[], after: readonly string[]): { recall: number; precision: number } {
  const counts = new Map<string, number>()
  for (const word of before) counts.set(word, (counts.get(word) ?? 0) + 1)
  let both = 0
  for (const word of after) {
    const count = counts.get(word) ?? 0
    if (count > 0) both++
    counts.set(word, count - 1)
  }
  return { recall: both / Math.max(1, before.length), precision: both / Math.max(1, after.length) }
}

/** Words of the text itself: a note that is written again would count again. */
const bodyOf = (tree: Root): Root => ({
  ...tree,
  children: tree.children.filter(({ type }) => type !== 'footnoteDefinition'),
})

describe.each(treeFormats)('the bundled pack as %s', (format: TreeFormat) => {
  it.each(documents)('comes back whole: %s', async (path) => {
    const before = plainTree(path)
    const { name, bytes } = await printTree(format, before)
    const file = await read(name, bytes)
    const after = partsOf(file.tree)
    const expected = partsOf(before)
    expect(after.headings).toEqual(expected.headings)
    expect(after.cells).toEqual(expected.cells)
    expect(after.notes).toEqual(expected.notes)
    const words = alike(wordsOf(keptText(bodyOf(before))), wordsOf(keptText(bodyOf(file.tree))))
    expect(words.recall).toBeGreaterThanOrEqual(0.99)
    expect(words.precision).toBeGreaterThanOrEqual(0.99)
  })
})
