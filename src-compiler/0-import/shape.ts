/**
 * HTML's tree -> mdast by our rules: what our Markdown has no sign for is told in a remark or becomes
 * its nearest kin. No visible word is dropped here.
 */
import type { Element, Root as Hast } from 'hast'
import { defaultHandlers, toMdast, type Handle, type State } from 'hast-util-to-mdast'
import type {
  BlockContent,
  FootnoteDefinition,
  Heading,
  PhrasingContent,
  Root,
  RootContent,
  TableCell,
} from 'mdast'
import type { Remark } from './draft.ts'

export type ShapedTree = { readonly tree: Root; readonly remarks: readonly Remark[] }

/** The tree of a draft as mdast, its heading levels closed up so that none is skipped. */
export function shape(hast: Hast): ShapedTree {
  const notes: FootnoteDefinition[] = []
  const remarks: Remark[] = []
  const root = toMdast(hast, { handlers: handlersFor(notes), nodeHandlers: {}, quotes: ['“”'] })
  const tree: Root = root.type === 'root' ? root : { type: 'root', children: [root as RootContent] }
  tree.children.push(...notes)
  tidyMarks(tree)
  liftImages(tree)
  checkNotes(tree, notes, remarks)
  closeLevels(tree)
  tighten(tree)
  return { tree, remarks }
}

/** A tag that our Markdown keeps: a pair of raw tags around the inlines. */
const tagged =
  (name: 'sub' | 'sup'): Handle =>
  (state: State, element: Element) =>
    [
      { type: 'html', value: `<${name}>` },
      ...(state.all(element) as PhrasingContent[]),
      { type: 'html', value: `</${name}>` },
    ] as PhrasingContent[]

function handlersFor(notes: FootnoteDefinition[]): Record<string, Handle> {
  return {
    sub: tagged('sub'),
    sup: tagged('sup'),
    // Our Markdown has no underline and no marked words; the words stay.
    u: (state, element) => state.all(element),
    mark: (state, element) => state.all(element),
    'note-mark': (_state, element) => ({
      type: 'footnoteReference',
      identifier: idOf(element),
      label: idOf(element),
    }),
    'note-text': (state, element) => {
      const children = state.toFlow(state.all(element)) as BlockContent[]
      notes.push({ type: 'footnoteDefinition', identifier: idOf(element), label: idOf(element), children })
      return undefined
    },
    dl: definitions,
    figcaption: (state, element) => ({ type: 'paragraph', children: phrasing(state, element) }),
    caption: () => undefined,
    table: (state, element) => {
      const caption = element.children.find(
        (child) => child.type === 'element' && child.tagName === 'caption',
      )
      const table = defaultHandlers.table(state, withBoundedSpans(element))
      if (caption?.type !== 'element') return table
      const words = phrasing(state, caption)
      return words.length === 0
        ? table
        : ([{ type: 'paragraph', children: [{ type: 'text', value: 'Table: ' }, ...words] }, table] as never)
    },
    td: cell,
    th: cell,
  }
}

const idOf = (element: Element): string => String(element.properties['id'] ?? '')

const phrasing = (state: State, element: Element): PhrasingContent[] =>
  state
    .all(element)
    .flatMap((node) =>
      node.type === 'paragraph' ? node.children : ([node] as PhrasingContent[]),
    ) as PhrasingContent[]

/** More cells than a table can have that a person made. */
const mostCells = 50_000

/** The table, without its spans where they would make cells without end. */
function withBoundedSpans(table: Element): Element {
  const rows = (node: Element): readonly Element[] =>
    node.tagName === 'tr'
      ? [node]
      : node.children.flatMap((child) => (child.type === 'element' ? rows(child) : []))
  const all = rows(table)
  const cells = all.flatMap((row) => row.children.filter((child) => child.type === 'element'))
  const count = cells.reduce(
    (sum, { properties }) =>
      sum +
      Math.min(widestSpan, Number(properties['colSpan']) || 1) *
        Math.min(widestSpan, all.length, Number(properties['rowSpan']) || 1),
    0,
  )
  if (count <= mostCells) return table
  const plain = (node: Element): Element => ({
    ...node,
    properties: { ...node.properties, colSpan: undefined, rowSpan: undefined },
    children: node.children.map((child) => (child.type === 'element' ? plain(child) : child)),
  })
  return plain(table)
}

/** No table has more columns; a file may say any number. */
const widestSpan = 60

/** Paragraphs and lists in a cell become lines: a cell of our Markdown is one line of inlines. */
const cell: Handle = (state, element): TableCell => {
  const children: PhrasingContent[] = []
  const add = (nodes: readonly unknown[]): void => {
    for (const node of nodes as RootContent[]) {
      const isBlock = 'children' in node && !phrasingKinds.has(node.type)
      if (isBlock && children.length > 0 && children.at(-1)?.type !== 'break')
        children.push({ type: 'break' })
      if (isBlock) add(node.children)
      else if (node.type === 'code') children.push({ type: 'inlineCode', value: node.value })
      else if (node.type !== 'thematicBreak') children.push(node as PhrasingContent)
    }
  }
  add(state.all(element))
  while (children.at(-1)?.type === 'break') children.pop()
  // The table's own handler puts blank cells where a cell spans more than its place, and removes these again.
  const span = (name: 'colSpan' | 'rowSpan'): number =>
    Math.min(widestSpan, Math.max(1, Number(element.properties[name]) || 1))
  const data: object = {
    hastUtilToMdastTemporaryColSpan: span('colSpan'),
    hastUtilToMdastTemporaryRowSpan: span('rowSpan'),
  }
  return { type: 'tableCell', children, data }
}

const phrasingKinds = new Set([
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'inlineCode',
  'break',
  'image',
  'html',
  'footnoteReference',
])

/** A term and its descriptions: our Markdown writes them as a line, and lines that start with a colon. */
const definitions: Handle = (state, element) => {
  const blocks: RootContent[] = []
  let term: PhrasingContent[] = []
  for (const child of element.children.flatMap(unwrapGroup)) {
    if (child.tagName === 'dt') {
      if (term.length > 0) blocks.push({ type: 'paragraph', children: term })
      term = phrasing(state, child)
    } else {
      const content = state.toFlow(state.all(child)) as BlockContent[]
      const [first, ...rest] = content
      if (term.length > 0 && first?.type === 'paragraph') {
        const lines: PhrasingContent[] = [...term, { type: 'text', value: '\n: ' }, ...first.children]
        blocks.push({ type: 'paragraph', children: lines }, ...rest)
      } else {
        if (term.length > 0) blocks.push({ type: 'paragraph', children: term })
        blocks.push(...content)
      }
      term = []
    }
  }
  if (term.length > 0) blocks.push({ type: 'paragraph', children: term })
  return blocks as never
}

const unwrapGroup = (node: Element['children'][number]): readonly Element[] => {
  if (node.type !== 'element') return []
  return node.tagName === 'div' ? node.children.flatMap(unwrapGroup) : [node]
}

const joinedKinds = new Set(['strong', 'emphasis', 'delete'])
const markKinds = new Set([...joinedKinds, 'link'])

/** Marks of one kind side by side are one, and blanks at the ends of a mark lie outside of it: no Markdown can write them. */
function tidyMarks(node: { children?: unknown[] }): void {
  if (!node.children) return
  const out: PhrasingContent[] = []
  for (const child of node.children as PhrasingContent[]) {
    const last = out.at(-1)
    if (joinedKinds.has(child.type) && last?.type === child.type && 'children' in last && 'children' in child)
      last.children.push(...(child.children as never[]))
    else out.push(child)
  }
  node.children = out.flatMap((child): PhrasingContent[] => {
    tidyMarks(child as { children?: unknown[] })
    if (!markKinds.has(child.type) || !('children' in child)) return [child]
    const before = takeBlank(child.children, 'first')
    const after = takeBlank(child.children, 'last')
    return [...before, ...(child.children.length > 0 ? [child] : []), ...after]
  })
}

/** Takes the white space off one end of a mark's words. */
function takeBlank(children: PhrasingContent[], end: 'first' | 'last'): PhrasingContent[] {
  const node = children.at(end === 'first' ? 0 : -1)
  if (node?.type !== 'text') return []
  const plain = end === 'first' ? node.value.trimStart() : node.value.trimEnd()
  if (plain === node.value) return []
  if (plain === '') children.splice(children.indexOf(node), 1)
  else node.value = plain
  return [{ type: 'text', value: ' ' }]
}

/** An image is a paragraph of its own in our Markdown: one among words splits their paragraph. */
function liftImages(node: { children?: unknown[] }): void {
  if (!node.children) return
  node.children = node.children.flatMap((child) => {
    const one = child as RootContent
    if (one.type !== 'paragraph' || one.children.length < 2) {
      liftImages(one as { children?: unknown[] })
      return [one]
    }
    const parts: PhrasingContent[][] = [[]]
    for (const inline of one.children) {
      if (inline.type === 'image') parts.push([inline], [])
      else parts.at(-1)?.push(inline)
    }
    if (parts.length === 1) return [one]
    const hasWords = (part: readonly PhrasingContent[]): boolean =>
      part.some((inline) => inline.type !== 'break' && (inline.type !== 'text' || inline.value.trim() !== ''))
    return parts.filter(hasWords).map((children) => {
      const [first, last] = [children[0], children.at(-1)]
      if (first?.type === 'text') first.value = first.value.trimStart()
      if (last?.type === 'text') last.value = last.value.trimEnd()
      return { type: 'paragraph' as const, children }
    })
  })
}

/** A mark without a text would be printed as it is written; a text without a mark would be lost. */
function checkNotes(tree: Root, notes: readonly FootnoteDefinition[], remarks: Remark[]): void {
  const texts = new Set(notes.map(({ identifier }) => identifier))
  const called = new Set<string>()
  const walk = (node: { children?: unknown[] }): void => {
    if (node.children)
      node.children = node.children.filter((child) => {
        const one = child as { type: string; identifier?: string; children?: unknown[] }
        if (one.type === 'footnoteReference') {
          called.add(one.identifier ?? '')
          if (texts.has(one.identifier ?? '')) return true
          remarks.push({
            code: 'note-without-text',
            text: `A mark of note ${one.identifier ?? ''} has no note.`,
          })
          return false
        }
        walk(one)
        return true
      })
  }
  walk(tree as { children?: unknown[] })
  const lost = notes.filter(({ identifier }) => !called.has(identifier))
  for (const note of lost) {
    tree.children.splice(tree.children.indexOf(note), 1)
    tree.children.push(...note.children)
    remarks.push({
      code: 'note-without-text',
      text: `Note ${note.identifier} is called nowhere. Its text is at the end.`,
    })
  }
}

/** Items of one paragraph each, and lists below it, need no blank lines between them. */
function tighten(node: { readonly type: string; children?: readonly unknown[] }): void {
  for (const child of node.children ?? []) tighten(child as { type: string; children?: unknown[] })
  if (node.type === 'listItem') {
    const kinds = (node.children ?? []).map((child) => (child as { type: string }).type)
    const isTight = kinds.every((kind, i) =>
      i === 0 ? kind === 'paragraph' || kind === 'list' : kind === 'list',
    )
    Object.assign(node, { spread: !isTight })
  }
  if (node.type === 'list')
    Object.assign(node, {
      spread: (node.children ?? []).some((item) => (item as { spread?: boolean }).spread),
    })
}

/**
 * Heading levels as they are nested, so that none is skipped: 1, 3, 3, 5 becomes 1, 2, 2, 3. A text whose headings
 * start below the first level, because the first was its title, starts at the second.
 */
function closeLevels(tree: Root): void {
  const headings = tree.children.filter((node) => node.type === 'heading')
  const first = Math.min(2, ...headings.map(({ depth }) => depth))
  const open: number[] = []
  for (const node of headings) {
    while (open.length > 0 && (open.at(-1) ?? 0) >= node.depth) open.pop()
    open.push(node.depth)
    node.depth = Math.min(6, first - 1 + open.length) as Heading['depth']
  }
}
