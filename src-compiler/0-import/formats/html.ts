/** A saved web page: its text, without what the site put around it. */
import type { Element, ElementContent, Nodes, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import { success } from '../../../src-library/model/outcome.ts'
import { decode } from '../decode.ts'
import { emptyDraft, leftOut, type Draft, type Reader } from '../draft.ts'
import { imageKind } from '../images.ts'
import { frameMark } from '../web/frame.ts'
import { takeNotes } from '../web/notes.ts'
import { audible, prune } from '../web/prune.ts'
import { wordsOf } from './elements.ts'

export const readHtml: Reader = async (bytes, { encoding }) =>
  Promise.resolve(success(pageOf(bytes, encoding, declaredEncoding(bytes))))

/**
 * The text of a page. `wanted` is the encoding that the person named, `declared` the one that the file names. `images`
 * are those that came in the file, by the addresses that the page gives them.
 */
export function pageOf(
  bytes: Uint8Array,
  wanted: string | null,
  declared: string | null,
  images: ReadonlyMap<string, Uint8Array> = new Map(),
): Draft {
  const decoded = decode(bytes, wanted, declared)
  const { page, notes } = takeNotes(fromHtml(decoded.text))
  const about = aboutOf(page)
  const own = new Map<string, Uint8Array>()
  visit(page, (node) => {
    if (node.tagName !== 'img') return
    const found = images.get(String(node.properties['src'] ?? ''))
    const kind = found && imageKind(found)
    if (!found || !kind) return
    const name = `image-${own.size + 1}.${kind}`
    own.set(name, found)
    node.properties = { ...node.properties, src: name }
  })
  const { tree, remarks } = prune(page, about, own)
  const called = marksIn(tree)
  const kept = notes.filter((note) => called.has(String(note.properties['id'])))
  const others = notes.filter((note) => !kept.includes(note)).map(({ children }) => wordsOf(children))
  return {
    ...emptyDraft,
    ...about,
    encoding: decoded.encoding,
    images: own,
    tree: { ...tree, children: [...tree.children, ...kept] },
    whole: { type: 'root', children: [...visible(audible(page.children)), ...notes] },
    remarks: [
      ...decoded.remarks,
      ...remarks,
      ...(others.length > 0 ? [leftOut('boilerplate-low-text', others.join(' '))] : []),
    ],
  }
}

/** The notes that are called. */
function marksIn(tree: Root): ReadonlySet<string> {
  const marks = new Set<string>()
  visit(tree, (node) => {
    if (node.tagName === 'note-mark') marks.add(String(node.properties['id']))
  })
  return marks
}

/** The nodes that a reader of the page can see. */
const visible = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    return frameMark(node)?.code === 'hidden-text' ? [] : [{ ...node, children: visible(node.children) }]
  })

/** What the page says of its own encoding, in its first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  const found =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start) ?? /encoding\s*=\s*["']([\w:.-]+)/i.exec(start)
  return found?.[1] ?? null
}

type About = {
  readonly title: string | null
  readonly language: string | null
  readonly date: string | null
  readonly author: string | null
  readonly site: string | null
  readonly address: string | null
}

/** What the page says of itself: title, language, date, author, site, address. */
export function aboutOf(page: Root): About {
  const meta = new Map<string, string>()
  let title: string | null = null
  let language: string | null = null
  let canonical: string | null = null
  visit(page, (element) => {
    const { tagName, properties } = element
    if (tagName === 'html') language = languageOf(properties['lang'])
    if (tagName === 'title') title ??= squash(toText(element))
    if (tagName === 'link' && [properties['rel']].flat().includes('canonical'))
      canonical ??= text(properties['href'])
    if (tagName !== 'meta') return
    const name = text(properties['property']) ?? text(properties['name']) ?? text(properties['itemProp'])
    const content = text(properties['content'])
    if (name !== null && content !== null && !meta.has(name.toLowerCase()))
      meta.set(name.toLowerCase(), content)
  })
  const first = (...names: string[]): string | null =>
    names.flatMap((name) => meta.get(name) ?? [])[0] ?? null
  return {
    title: first('og:title', 'twitter:title') ?? title,
    language,
    date: dayOf(
      first('article:published_time', 'datepublished', 'date', 'dc.date', 'dcterms.date', 'pubdate'),
    ),
    author: first('author', 'article:author', 'dc.creator'),
    site: first('og:site_name', 'publisher', 'dc.publisher'),
    address: canonical ?? first('og:url'),
  }
}

function visit(node: Nodes, see: (element: Element) => void): void {
  if (node.type === 'element') see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null
const squash = (value: string): string => value.replace(/\s+/g, ' ').trim()
const languageOf = (value: unknown): string | null =>
  /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(text(value) ?? '')?.[0] ?? null
/** The day of an ISO date and time. */
const dayOf = (value: string | null): string | null => /^\d{4}-\d{2}-\d{2}/.exec(value ?? '')?.[0] ?? null
