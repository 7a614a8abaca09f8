/**
 * Brings a piece back into a document's Markdown: into its list, table, quotation or note, and to its place among the
 * pieces there. Where there is no such place any more it is a paragraph directly behind the piece before it.
 */
import type { BlockContent, List, ListItem, Nodes, Parents, Root, RootContent, Table, TableRow } from 'mdast'
import { assertNever } from '../../../src-library/model/never.ts'
import type { Piece } from '../draft.ts'
import { writeMarkdown } from '../write.ts'
import { leavesByPiece, rangeOf, treeOf, type Leaf } from './leaves.ts'
import type { PiecePosition } from './place.ts'

export type RestoredText = {
  readonly markdown: string
  /** Whether it is a paragraph behind its place. */
  readonly isBehind: boolean
}

type Item = Extract<PiecePosition, { kind: 'item' }>
type Near = { readonly piece: Piece; readonly leaf: Leaf; readonly isBefore: boolean }

type Work = {
  readonly markdown: string
  readonly tree: Root
  readonly pieces: readonly Piece[]
  readonly index: number
  readonly leafOf: (piece: number) => Leaf | null
}

export function restore(markdown: string, pieces: readonly Piece[], index: number): RestoredText | null {
  const piece = pieces[index]
  const tree = treeOf(markdown)
  if (!tree || !piece || piece.isKept) return null
  const work: Work = { markdown, tree, pieces, index, leafOf: leavesByPiece(tree, pieces) }
  const at = piece.place && atItsPlace(work, piece.text, piece.place)
  if (at !== undefined && at !== null) return { markdown: at, isBehind: false }
  return { markdown: behind(work, [paragraph(piece.text)]), isBehind: piece.place !== undefined }
}

function atItsPlace(work: Work, text: string, place: PiecePosition): string | null {
  switch (place.kind) {
    case 'heading':
      return behind(work, [
        { type: 'heading', depth: levelFor(work, place.level), children: [{ type: 'text', value: text }] },
      ])
    case 'item':
      return intoList(work, text, place)
    case 'row':
      return intoTable(work, place.group, place.cells)
    case 'quotation': {
      const near = nearestIn(work, place.group)
      if (near) return beside(work, near, paragraph(text))
      return behind(work, [{ type: 'blockquote', children: [paragraph(text)] }])
    }
    case 'note': {
      const near = nearestIn(work, place.group)
      return near ? beside(work, near, paragraph(text)) : withNote(work, text, place.id, place.calledBy)
    }
    case 'inside':
      return null
    default:
      return assertNever(place)
  }
}

const paragraph = (text: string): BlockContent => ({
  type: 'paragraph',
  children: [{ type: 'text', value: text }],
})

const groupOf = (piece: Piece | undefined): number | null =>
  piece?.place && 'group' in piece.place ? piece.place.group : null

/** The nearest kept piece of the same list, table, quotation or note: the one before, else the one after. */
function nearestIn(
  { pieces, index, leafOf }: Work,
  group: number,
  isMeant: (piece: Piece) => boolean = () => true,
): Near | null {
  for (const step of [-1, 1])
    for (let i = index + step; groupOf(pieces[i]) === group; i += step) {
      const piece = pieces[i]
      const leaf = piece?.isKept === true && isMeant(piece) ? leafOf(i) : null
      if (piece && leaf) return { piece, leaf, isBefore: step < 0 }
    }
  return null
}

/** No level is skipped. */
function levelFor({ pieces, index, tree, leafOf }: Work, level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  for (let i = index - 1; i >= 0; i--) {
    const block = pieces[i]?.isKept === true ? leafOf(i)?.block : undefined
    if (!block) continue
    const at = tree.children.indexOf(block)
    const heading = tree.children.slice(0, at + 1).findLast((node) => node.type === 'heading')
    return Math.min(level, (heading?.depth ?? 1) + 1) as 1
  }
  return Math.min(level, 2) as 1
}

/** The nodes from the block of the document down to the leaf. */
function pathTo({ block, node }: Leaf): readonly Nodes[] {
  const find = (at: Nodes): readonly Nodes[] | null => {
    if (at === node) return [at]
    if (!('children' in at)) return null
    for (const child of at.children) {
      const rest = find(child)
      if (rest) return [at, ...rest]
    }
    return null
  }
  return find(block) ?? [node]
}

const print = (nodes: readonly RootContent[]): string =>
  writeMarkdown({ type: 'root', children: [...nodes] }).trim()

/** The Markdown with a changed block printed again. */
function withBlock({ markdown }: Work, block: RootContent): string {
  const { start, end } = rangeOf(block)
  return `${markdown.slice(0, start)}${print([block])}${markdown.slice(end)}`
}

/** Puts a node before or behind another one. */
function insertBeside(parent: Parents, child: Nodes, node: Nodes, isBehind: boolean): void {
  const children = parent.children as Nodes[]
  children.splice(children.indexOf(child) + (isBehind ? 1 : 0), 0, node)
}

/** As a block of the container that the near piece is in. */
function beside(work: Work, { leaf, isBefore }: Near, node: BlockContent): string | null {
  const path = pathTo(leaf)
  const at = path.findIndex(({ type }) => type === 'blockquote' || type === 'footnoteDefinition')
  const [container, child] = [path[at], path[at + 1]]
  if (!container || !child || !('children' in container)) return null
  insertBeside(container, child, node, isBefore)
  return withBlock(work, leaf.block)
}

const isItem = (node: Nodes): node is ListItem => node.type === 'listItem'

function intoList(work: Work, text: string, place: Item): string | null {
  const isOfItem = ({ place: other }: Piece): boolean => other?.kind === 'item' && other.item === place.item
  const same = nearestIn(work, place.group, isOfItem)
  const sameItem = same && pathTo(same.leaf).findLast(isItem)
  if (same && sameItem) {
    const child = pathTo(same.leaf)[pathTo(same.leaf).indexOf(sameItem) + 1]
    if (!child) return null
    insertBeside(sameItem, child, paragraph(text), same.isBefore)
    sameItem.spread = true
    const whole = pathTo(same.leaf).findLast(
      (node) => node.type === 'list' && node.children.includes(sameItem),
    )
    if (whole?.type === 'list') whole.spread = true
    return withBlock(work, same.leaf.block)
  }
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraph(text)] }
  const list: List = { type: 'list', ordered: place.isNumbered, spread: false, children: [item] }
  const near = nearestIn(work, place.group, ({ place: other }) => other?.kind === 'item')
  if (!near) {
    // The list may have been all of a quotation, or between two paragraphs of one.
    const around = nearestIn(work, place.group)
    return around ? beside(work, around, list) : behind(work, [list])
  }
  const path = pathTo(near.leaf)
  const items = path.filter(isItem)
  const last = items.at(-1)
  if (!last) return null
  if (near.isBefore && place.depth > items.length) {
    const below = last.children.at(-1)
    // The items below that piece come after this one.
    if (below?.type === 'list') below.children.unshift(item)
    else last.children.push(list)
  } else {
    const host = items[Math.max(1, Math.min(place.depth, items.length)) - 1] ?? last
    const parent = path[path.indexOf(host) - 1]
    if (parent?.type !== 'list') return null
    insertBeside(parent, host, item, near.isBefore)
    takeBelow(work, parent, item, place.item)
  }
  return withBlock(work, near.leaf.block)
}

/** Items that were below this one had moved up when it was left out. */
function takeBelow({ pieces, leafOf }: Work, list: List, item: ListItem, number: number): void {
  const belong = new Set<Nodes>()
  for (const [i, { place, isKept }] of pieces.entries()) {
    if (!isKept || place?.kind !== 'item' || place.below !== number) continue
    const leaf = leafOf(i)
    const own = leaf && pathTo(leaf).find((node) => isItem(node) && list.children.includes(node))
    if (own) belong.add(own)
  }
  const from = list.children.indexOf(item) + 1
  let to = from
  while (list.children[to] && belong.has(list.children[to] as Nodes)) to++
  const below = list.children.splice(from, to - from)
  if (below.length > 0)
    item.children.push({
      type: 'list',
      ordered: list.ordered ?? false,
      spread: false,
      children: below,
    })
}

function intoTable(work: Work, group: number, cells: readonly string[]): string | null {
  const row = (columns: number): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: columns }, (_, i) => {
      // More cells than the table has columns share the last one.
      const value = (i === columns - 1 ? cells.slice(i) : [cells[i] ?? '']).join(' ').trim()
      return { type: 'tableCell', children: value === '' ? [] : [{ type: 'text', value }] }
    }),
  })
  const near = nearestIn(work, group, ({ place }) => place?.kind === 'row')
  const path = near ? pathTo(near.leaf) : []
  const table = path.find((node): node is Table => node.type === 'table')
  const beside = path.find((node): node is TableRow => node.type === 'tableRow')
  if (!near || !table || !beside)
    return behind(work, [{ type: 'table', children: [row(Math.max(1, cells.length))] }])
  insertBeside(table, beside, row(table.children[0]?.children.length ?? cells.length), near.isBefore)
  return withBlock(work, near.leaf.block)
}

/** The note at the end, and its mark behind the words that called it. Where in them it was is not known any more. */
function withNote(work: Work, text: string, id: string, calledBy: number | null): string | null {
  const { markdown, tree } = work
  const leaf = calledBy === null ? null : work.leafOf(calledBy)
  if (leaf?.node.type !== 'paragraph' && leaf?.node.type !== 'heading') return null
  const taken = new Set(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : [])),
  )
  let name = id
  for (let i = 2; taken.has(name); i++) name = `${id}-${i}`
  const { end } = rangeOf(leaf.node.children.at(-1) ?? leaf.node)
  const note = print([
    { type: 'footnoteDefinition', identifier: name, label: name, children: [paragraph(text)] },
  ])
  return `${insert(markdown, end, `[^${name}]`).trimEnd()}\n\n${note}\n`
}

/** As blocks behind the nearest kept piece before it; first of all where there is none. */
function behind(work: Work, nodes: readonly RootContent[]): string {
  const { markdown, tree, index, leafOf } = work
  const blocks = tree.children.filter(({ type }) => type !== 'yaml')
  for (let i = index - 1; i >= 0; i--) {
    const leaf = work.pieces[i]?.isKept === true ? leafOf(i) : null
    if (!leaf || leaf.block.type === 'footnoteDefinition') continue
    return between(markdown, nodes, leaf.block, blocks[blocks.indexOf(leaf.block) + 1])
  }
  const [first] = blocks
  if (first) return between(markdown, nodes, undefined, first)
  const front = tree.children[0]
  return front
    ? insert(markdown, rangeOf(front).end, `\n\n${print(nodes)}`)
    : insert(markdown, 0, `${print(nodes)}\n`)
}

/** Lists side by side would be one: they are printed together. */
function between(
  markdown: string,
  nodes: readonly RootContent[],
  before: RootContent | undefined,
  after: RootContent | undefined,
): string {
  const isList = (node: RootContent | undefined): boolean => node?.type === 'list'
  const own = nodes.some(isList)
  const first = own && before && isList(before) ? [before] : []
  const last = own && after && isList(after) ? [after] : []
  const printed = print([...first, ...nodes, ...last])
  const start = before ? (first.length > 0 ? rangeOf(before).start : rangeOf(before).end) : null
  if (last.length > 0 && after)
    return `${markdown.slice(0, start ?? rangeOf(after).start)}${start !== null && first.length === 0 ? '\n\n' : ''}${printed}${markdown.slice(rangeOf(after).end)}`
  if (first.length > 0 && before)
    return `${markdown.slice(0, rangeOf(before).start)}${printed}${markdown.slice(rangeOf(before).end)}`
  return start === null
    ? insert(markdown, after ? rangeOf(after).start : 0, `${printed}\n\n`)
    : insert(markdown, start, `\n\n${printed}`)
}

const insert = (text: string, at: number, piece: string): string =>
  `${text.slice(0, at)}${piece}${text.slice(at)}`
