/** Markdown of others: read as GitHub's, with its front matter, and written again in our dialect. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHast, type Handlers } from 'mdast-util-to-hast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse } from 'yaml'
import { success } from '../../../src-library/model/outcome.ts'
import { refuse } from '../refusal.ts'
import { decode } from '../decode.ts'
import { emptyDraft, type Reader } from '../draft.ts'
import { element, isEmpty, wordsOf } from './elements.ts'

/** Signs in a row that open a quotation or a list: more make the parser slow, and no text has them. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]*){60}/m

export const readMarkdownFile: Reader = async (bytes, { encoding }) => {
  const decoded = decode(bytes, encoding)
  const { front, body } = takeFront(decoded.text)
  if (tooDeep.test(body))
    return Promise.resolve(refuse('too-much', 'The lists are nested too deep to be read.'))
  const mdast = unified().use(remarkParse).use(remarkGfm).parse(body)
  const notes: Element[] = []
  const hast = toHast(mdast, { allowDangerousHtml: true, handlers: noteHandlers(notes) })
  const tree = { type: 'root', children: (hast as Root).children } satisfies Root
  const children = readTags(tree.children)
  const [first] = children.filter((node) => node.type === 'element')
  const firsts = children.filter((node) => node.type === 'element' && node.tagName === 'h1')
  const isTitle = first?.type === 'element' && firsts.length === 1 && firsts[0] === first
  const title = front('title') ?? (isTitle && !isEmpty([first]) ? wordsOf([first]) : null)
  return Promise.resolve(
    success({
      ...emptyDraft,
      title,
      language:
        /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(front('language') ?? front('lang') ?? '')?.[0] ?? null,
      date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(front('date') ?? '')?.[0] ?? null,
      encoding: decoded.encoding,
      remarks: decoded.remarks,
      tree: {
        type: 'root',
        children: [
          ...(isTitle && wordsOf([first]) === title ? children.filter((node) => node !== first) : children),
          ...notes,
        ],
      },
    }),
  )
}

/** The fields that a file has above its text, between two lines of hyphens. */
function takeFront(text: string): { readonly front: (key: string) => string | null; readonly body: string } {
  const found = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text)
  if (!found) return { front: () => null, body: text }
  let fields: unknown
  try {
    fields = parse(found[1] ?? '', { maxAliasCount: 0, schema: 'failsafe' })
  } catch {
    return { front: () => null, body: text }
  }
  if (typeof fields !== 'object' || fields === null) return { front: () => null, body: text }
  const values = new Map(Object.entries(fields))
  const front = (key: string): string | null => {
    const value: unknown = values.get(key)
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  return { front, body: text.slice(found[0].length) }
}

function noteHandlers(notes: Element[]): Handlers {
  return {
    footnoteReference: (_state, node: { identifier: string }) =>
      element('note-mark', [], { id: node.identifier }),
    footnoteDefinition: (state, node: { identifier: string; children: [] }) => {
      notes.push(
        element('note-text', state.all({ type: 'blockquote', children: node.children }), {
          id: node.identifier,
        }),
      )
      return undefined
    },
  }
}

/** Tags of HTML in the text: those around blocks are read, those among words go and the words stay. */
const readTags = (nodes: readonly (RootContent | ElementContent)[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: readTags(node.children) }]
    if (node.type === 'text') return [node]
    if (!('value' in node)) return []
    return fromHtml(String(node.value), { fragment: true }).children.filter(
      (child): child is ElementContent =>
        child.type === 'text' ||
        (child.type === 'element' &&
          !/^(?:script|style|template)$/.test(child.tagName) &&
          // A tag among words comes alone, and its words behind it.
          (/^(?:br|hr|img)$/.test(child.tagName) || !isEmpty([child]))),
    )
  })
