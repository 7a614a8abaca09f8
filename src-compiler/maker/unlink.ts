/** A document without its ways to documents that stay behind: links become their own text. */
import type { Nodes } from 'mdast'
import { Document, isMap, isSeq, parseDocument } from 'yaml'
import { rangeOf, treeOf } from '../0-import/pieces/leaves.ts'
import { documentParts } from './front.ts'

export type UnlinkedText = {
  readonly markdown: string
  /** Ids of the documents that it led to, each once. */
  readonly to: readonly string[]
}

type Cut = { readonly start: number; readonly end: number; readonly text: string }

/** Text around a link stays as it is, letter by letter: a person may have written it. */
export function unlink(markdown: string, gone: ReadonlySet<string>): UnlinkedText {
  const to = new Set<string>()
  const leads = (address: string): boolean => {
    const [article = ''] = address.split('#')
    const isGone = gone.has(article)
    if (isGone) to.add(article)
    return isGone
  }
  const tree = treeOf(markdown)
  const cuts: Cut[] = []
  if (tree) {
    const defined = new Set<string>()
    const walk = (node: Nodes, visit: (node: Nodes) => void): void => {
      visit(node)
      if ('children' in node) for (const child of node.children) walk(child, visit)
    }
    walk(tree, (node) => {
      if (node.type !== 'definition' || !leads(node.url)) return
      defined.add(node.identifier)
      cuts.push({ ...rangeOf(node), text: '' })
    })
    walk(tree, (node) => {
      const isWay =
        (node.type === 'link' && leads(node.url)) ||
        (node.type === 'linkReference' && defined.has(node.identifier))
      if (!isWay) return
      const first = node.children[0]
      const last = node.children.at(-1)
      const text = first && last ? markdown.slice(rangeOf(first).start, rangeOf(last).end) : ''
      cuts.push({ ...rangeOf(node), text: asText(text) })
    })
  }
  const body = cuts
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end), markdown)
  return { markdown: withoutRelations(body, leads), to: [...to] }
}

/** At the beginning of a line it must not become a heading, an item or a quotation. */
const asText = (text: string): string =>
  text.replace(/^(#{1,6}|[-+*>])(?=\s|$)/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')

/** The front matter without `related` documents that stay behind, and without an original that does. */
function withoutRelations(markdown: string, leads: (address: string) => boolean): string {
  const { yaml, body } = documentParts(markdown)
  if (!/^(?:related|translationOf)\s*:/m.test(yaml)) return markdown
  const front = parseDocument(yaml)
  if (front.errors.length > 0 || !isMap(front.contents)) return markdown
  return removeFrom(front, leads) ? `---\n${front.toString({ lineWidth: 0 })}---\n\n${body}` : markdown
}

function removeFrom(front: Document, leads: (address: string) => boolean): boolean {
  let isChanged = false
  const original = front.get('translationOf')
  if (typeof original === 'string' && leads(original)) {
    front.delete('translationOf')
    front.delete('reviewed')
    isChanged = true
  }
  const related = front.get('related')
  if (typeof related === 'string' && leads(related)) {
    front.delete('related')
    isChanged = true
  } else if (isSeq(related)) {
    for (let at = related.items.length - 1; at >= 0; at--) {
      const id = related.get(at)
      if (typeof id !== 'string' || !leads(id)) continue
      related.delete(at)
      isChanged = true
    }
    if (related.items.length === 0) front.delete('related')
  }
  return isChanged
}
