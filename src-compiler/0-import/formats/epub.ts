/** An e-book: its container names the package, the package names the chapters in order. Each chapter is a web page. */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { success } from '../../../src-library/model/outcome.ts'
import { refuse } from '../refusal.ts'
import { decode } from '../decode.ts'
import { emptyDraft, leftOut, type Reader, type Remark } from '../draft.ts'
import { imageKind } from '../images.ts'
import { unzip } from '../unzip.ts'
import { silent } from '../web/frame.ts'
import { descendants, parseXml, xmlText, type XmlElement } from '../xml.ts'
import { element, wordsOf } from './elements.ts'
import { declaredEncoding } from './html.ts'

const damaged = 'The e-book is damaged. Open it in a reader, copy the text into Word, and save it as .docx.'
/** More chapters than any book has. */
const mostChapters = 2_000

export const readEpub: Reader = async (bytes) => {
  const files = await unzip(bytes)
  if (!files.ok) return files
  if (files.value.has('META-INF/rights.xml'))
    return refuse('protected', 'The e-book is locked by its seller. It can’t be read.')
  try {
    const book = openBook(files.value)
    if (book === null) return refuse('damaged', damaged)
    const pages = book.chapters.map((path) => ({ path, page: pageAt(path, files.value) }))
    return success(draftOf(book, pages, files.value))
  } catch {
    return refuse('damaged', damaged)
  }
}

type Files = ReadonlyMap<string, Uint8Array>
type Book = {
  readonly chapters: readonly string[]
  readonly title: string | null
  readonly language: string | null
  readonly date: string | null
  readonly publisher: string | null
}

const xmlAt = (files: Files, path: string): XmlElement | null => {
  const bytes = files.get(path)
  return bytes === undefined ? null : parseXml(new TextDecoder().decode(bytes))
}

function openBook(files: Files): Book | null {
  const container = xmlAt(files, 'META-INF/container.xml')
  const [rootFile] = container ? [...descendants(container, 'rootfile')] : []
  const path = rootFile?.attributes.get('full-path') ?? ''
  const opf = xmlAt(files, path)
  if (!opf) return null
  const items = new Map(
    [...descendants(opf, 'item')].map((item) => [item.attributes.get('id') ?? '', item] as const),
  )
  const chapters = [...descendants(opf, 'itemref')].flatMap((reference) => {
    const item = items.get(reference.attributes.get('idref') ?? '')
    // The list of contents is for a reader that turns pages.
    if (!item || /\bnav\b/.test(item.attributes.get('properties') ?? '')) return []
    const chapter = resolvePath(path, item.attributes.get('href') ?? '')
    return /html/.test(item.attributes.get('media-type') ?? 'html') && files.has(chapter) ? [chapter] : []
  })
  const about = (name: string): string | null =>
    [...descendants(opf, name)]
      .map(xmlText)
      .map((text) => text.replace(/\s+/g, ' ').trim())
      .find(Boolean) ?? null
  return {
    // A book names a chapter once: one that names it again would be read again.
    chapters: [...new Set(chapters)].slice(0, mostChapters),
    title: about('title'),
    language: /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(about('language') ?? '')?.[0] ?? null,
    date: /^\d{4}(?:-\d{2}-\d{2})?/.exec(about('date') ?? '')?.[0] ?? null,
    publisher: about('publisher'),
  }
}

/** A path in the zip, from the file that names it. Nothing leads out of the zip. */
function resolvePath(from: string, href: string): string {
  const url = URL.parse(href, `http://book.invalid/${from}`)
  try {
    return url?.host === 'book.invalid' ? decodeURIComponent(url.pathname.slice(1)) : ''
  } catch {
    return ''
  }
}

const voidTags = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** XHTML closes any element in one tag; HTML's parser does not know that. */
function pageAt(path: string, files: Files): Root {
  const bytes = files.get(path) ?? new Uint8Array()
  const { text } = decode(bytes, null, declaredEncoding(bytes))
  return fromHtml(
    text.replace(
      /<([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/>/g,
      (all, name: string, rest: string) => (voidTags.test(name) ? all : `<${name}${rest}></${name}>`),
    ),
  )
}

type Page = { readonly path: string; readonly page: Root }

function draftOf(book: Book, pages: readonly Page[], files: Files): ReturnType<typeof withTree> {
  const images = new Map<string, Uint8Array>()
  const remarks: Remark[] = []
  const called = new Set(pages.flatMap(({ path, page }) => [...noteTargets(page, path)]))
  const notes: Element[] = []
  const idOf = (target: string): string => `n${[...called].indexOf(target) + 1}`

  const read = (nodes: readonly (RootContent | ElementContent)[], path: string): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [node]
      if (node.type !== 'element' || silent.has(node.tagName)) return []
      const id = node.properties['id']
      const target = `${path}#${String(id ?? '')}`
      if (isNoteMark(node)) {
        const to = targetOf(node, path)
        if (called.has(to)) return [element('note-mark', [], { id: idOf(to) })]
      }
      if (id !== undefined && called.has(target) && isNote(node)) {
        notes.push(element('note-text', read(node.children, path), { id: idOf(target) }))
        return []
      }
      if (node.tagName === 'nav') {
        remarks.push(leftOut('boilerplate-nav', wordsOf([node]), 'The list of contents is left out'))
        return []
      }
      if (node.tagName === 'img') return image(node, path)
      const children = read(node.children, path)
      return node.tagName === 'html' || node.tagName === 'body' ? children : [{ ...node, children }]
    })
  const image = (node: Element, path: string): ElementContent[] => {
    const bytes = files.get(resolvePath(path, String(node.properties['src'] ?? '')))
    const kind = bytes && imageKind(bytes)
    if (!bytes || !kind) {
      remarks.push({ code: 'image-kind', text: 'An image is left out: it is not PNG, JPEG or WebP.' })
      return []
    }
    const src = `image-${images.size + 1}.${kind}`
    images.set(src, bytes)
    return [{ ...node, properties: { src, alt: node.properties['alt'] ?? '' } }]
  }

  const children = pages.flatMap(({ path, page }) => read(page.children, path))
  const title = book.title
  const body = title === null ? children : withoutTitle(children, title)
  return withTree(book, [...body, ...notes], images, remarks)
}

const withTree = (
  { title, language, date, publisher }: Book,
  children: ElementContent[],
  images: ReadonlyMap<string, Uint8Array>,
  remarks: readonly Remark[],
) => ({
  ...emptyDraft,
  title,
  language,
  date,
  site: publisher,
  images,
  remarks,
  tree: { type: 'root', children } satisfies Root,
})

/** `epub:type`, as HTML's parser names it. */
const typeOf = ({ properties }: Element): string =>
  `${String(properties['epub:type'] ?? properties['epubType'] ?? '')} ${String(properties['role'] ?? '')}`
const isNoteMark = (node: Element): boolean =>
  node.tagName === 'a' && /\b(?:doc-)?noteref\b/.test(typeOf(node))
const isNote = (node: Element): boolean =>
  /\b(?:doc-)?(?:footnote|rearnote|endnote|note)\b/.test(typeOf(node)) || node.tagName === 'aside'

const targetOf = (link: Element, path: string): string => {
  const href = String(link.properties['href'] ?? '')
  const [file = '', id = ''] = href.split('#')
  return `${file === '' ? path : resolvePath(path, file)}#${id}`
}

function* noteTargets(node: Root | Element, path: string): Iterable<string> {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (isNoteMark(child)) yield targetOf(child, path)
    yield* noteTargets(child, path)
  }
}

/** The book's title is no section of it. */
function withoutTitle(nodes: readonly ElementContent[], title: string): ElementContent[] {
  let isThere = true
  const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()
  const read = (list: readonly ElementContent[]): ElementContent[] =>
    list.flatMap((node): ElementContent[] => {
      if (node.type !== 'element' || !isThere) return [node]
      if (/^h[1-6]$/.test(node.tagName)) {
        isThere = false
        return node.tagName === 'h1' && plain(wordsOf([node])) === plain(title) ? [] : [node]
      }
      return [{ ...node, children: read(node.children) }]
    })
  return read(nodes)
}
