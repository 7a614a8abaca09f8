/**
 * A Word file, by mammoth. Hidden text, comments, headers, footers and the names of people stay behind, and the
 * remarks say so. Each part is checked before mammoth sees it, and it sees no part that it does not need.
 */
import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import JSZip from 'jszip'
import { success, type Outcome } from '../../../../src-library/model/outcome.ts'
import { refuse, type Refusal } from '../../refusal.ts'
import { emptyDraft, leftOut, type Draft, type Reader, type Remark, type RemarkCode } from '../../draft.ts'
import { imageKind } from '../../images.ts'
import { lostWords, shownText } from '../../ledger.ts'
import { unzip } from '../../unzip.ts'
import { element, isEmpty, wordsOf } from '../elements.ts'
import { cleanPart, type DocxPart } from './parts.ts'
import { numbered, readNumbering, withNumbers } from './numbers.ts'
import { noStyles, readStyles } from './styles.ts'

export const readDocx: Reader = async (bytes) => {
  const files = await unzip(bytes)
  if (!files.ok) return files
  const parts = await readParts(files.value)
  if (!parts.ok) return parts
  const { zip, headings, words, remarks } = parts.value
  const html = await toHtml(zip, headings)
  if (!html.ok) return html
  const draft = draftOf(html.value, remarks)
  const lost = lostWords(words, [draft.title, shownText(draft.tree)].join(' '), draft.remarks)
  if (lost.length === 0) return success(draft)
  const lostWordsRemark = leftOut('words-lost', lost.join(' '), 'Words that can’t be read are left out')
  return success({ ...draft, remarks: [...draft.remarks, lostWordsRemark] })
}

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name^='toc '] => p.contents:fresh",
  "p[style-name^='TOC '] => p.contents:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='caption'] => p:fresh",
  'strike => s',
  // mammoth knows five levels of lists.
  ...[6, 7, 8, 9].flatMap((level) =>
    ['ul', 'ol'].map(
      (list) =>
        `p:${list === 'ul' ? 'unordered' : 'ordered'}-list(${level}) => ${'ul|ol > li > '.repeat(level - 1)}${list} > li:fresh`,
    ),
  ),
]

/** mammoth knows headings by their names alone. */
const headingsIn = (headings: ReadonlyMap<string, number>): readonly string[] =>
  [...headings].map(([name, level]) => `p[style-name='${name.replace(/[\\']/g, '\\$&')}'] => h${level}:fresh`)

type Converted = {
  readonly html: string
  readonly images: Map<string, Uint8Array>
  /** Images that a pack can't hold. */
  readonly others: { readonly kind: string; readonly alt: string }[]
}

async function toHtml(
  zip: Buffer,
  headings: ReadonlyMap<string, number>,
): Promise<Outcome<Converted, Refusal>> {
  // mammoth takes a second to start, and most files of a folder may be of other kinds.
  const { default: mammoth } = await import('mammoth')
  const images = new Map<string, Uint8Array>()
  const others: { kind: string; alt: string }[] = []
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: zip },
      {
        styleMap: [...styleMap, ...headingsIn(headings)],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const data = new Uint8Array(await image.readAsBuffer())
          const kind = imageKind(data)
          if (kind === null) others.push({ kind: image.contentType, alt: altOf(image) })
          const src = kind === null ? '' : `image-${images.size + 1}.${kind}`
          if (kind !== null) images.set(src, data)
          return { src }
        }),
      },
    )
    return success({ html: value, images, others })
  } catch {
    return refuse(
      'damaged',
      'The Word file can’t be read. Open it in Word or LibreOffice and save it as .docx again.',
    )
  }
}

const comments = /(?:^|\/)comments[^/]*\.xml$/i
const margins = /(?:^|\/)(?:header|footer)\d*\.xml$/i
const drawings = /(?:^|\/)(?:charts\/chart|diagrams\/data)\d*\.xml$/
/** Parts that hold no text of the document: they name people and places, or are programs. */
const unread =
  /^docProps\/|^customXml\/|vbaProject|^word\/(?:embeddings|glossary)\/|(?:^|\/)people\.xml$|(?:^|\/)commentsI/i

type Parts = {
  readonly zip: Buffer
  readonly headings: ReadonlyMap<string, number>
  /** All words that the parts show. */
  readonly words: string
  readonly remarks: readonly Remark[]
}

/** The parts that mammoth may see, as a zip, and what was taken out of them. */
async function readParts(files: ReadonlyMap<string, Uint8Array>): Promise<Outcome<Parts, Refusal>> {
  const remarks: Remark[] = []
  const zip = new JSZip()
  const found: DocxPart[] = []
  const textOf = (part: Uint8Array): string => new TextDecoder().decode(part)
  try {
    const styles = [...files].find(([path]) => /(?:^|\/)styles\.xml$/.test(path))?.[1]
    const lists = [...files].find(([path]) => /(?:^|\/)numbering\.xml$/.test(path))?.[1]
    const numbering = lists === undefined ? null : readNumbering(textOf(lists))
    const { hiding, headings } = styles === undefined ? noStyles : readStyles(textOf(styles))
    for (const [path, bytes] of files) {
      if (unread.test(path)) continue
      if (!path.endsWith('.xml')) {
        zip.file(path, bytes)
        continue
      }
      const part = cleanPart(textOf(bytes), hiding)
      const words = squash(part.words)
      if (drawings.test(path)) {
        remarks.push(remark('image-kind', 'A chart or diagram can’t be read. Save it as a PNG image.'))
      } else if (comments.test(path)) {
        if (words !== '') remarks.push(leftOut('comments-left-out', words, 'Comments are left out'))
      } else if (margins.test(path)) {
        if (words !== '') remarks.push(leftOut('header-footer', words, 'A header or footer is left out'))
      } else {
        const isNumbered = numbering !== null && /(?:^|\/)document\d*\.xml$/.test(path)
        zip.file(path, isNumbered ? withNumbers(part.xml, numbering) : part.xml)
        found.push(part)
      }
    }
    return success({
      zip: await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }),
      headings,
      words: found.map((part) => part.words).join('\n'),
      remarks: [...remarks, ...found.flatMap((part) => [...remarksOf(part)])],
    })
  } catch {
    return refuse(
      'damaged',
      'The Word file is damaged. Open it in Word or LibreOffice and save it as .docx again.',
    )
  }
}

function* remarksOf({ hidden, formulas, deleted, inserted, oldFonts }: DocxPart): Iterable<Remark> {
  for (const words of hidden) yield leftOut('hidden-text', words, 'Hidden text is left out')
  for (const words of formulas)
    yield remark('formula', `A formula is written on one line: ${quoted(words)}. A person should look at it.`)
  for (const font of oldFonts)
    yield remark(
      'old-font',
      `The font ${font.slice(0, 40)} draws other letters than the file holds. Compare the text with the original.`,
    )
  if (deleted > 0)
    yield remark('tracked-changes', `Passages that a tracked change deleted are left out: ${deleted}.`)
  if (inserted > 0)
    yield remark('tracked-changes', `Passages that a tracked change inserted are kept: ${inserted}.`)
}

function draftOf({ html, images, others }: Converted, remarks: readonly Remark[]): Draft {
  const page = fromHtml(html, { fragment: true })
  const { body, notes } = takeNotes(
    numbered(page.children.filter((node) => node.type === 'element')).filter(
      (node) => node.type === 'element',
    ),
  )
  const { title, rest } = takeTitle(body.map(withNoteMarks))
  const all: Remark[] = [...remarks]
  for (const { kind, alt } of others)
    all.push(
      remark(
        'image-kind',
        `An image of the kind ${kind}${alt === '' ? '' : ` (“${alt}”)`} is left out. Save it as PNG or JPEG.`,
      ),
    )
  const contents = rest.filter(isContents)
  if (contents.length > 0)
    all.push(
      leftOut(
        'boilerplate-nav',
        contents.map(({ children }) => wordsOf(children)).join(' '),
        'The list of contents is left out',
      ),
    )
  const shown = rest.filter((node) => !isContents(node))
  const children = shown.flatMap((node, i) => asHeading(node, shown[i + 1], all))
  const tree: Root = { type: 'root', children: [...children, ...notes] }
  return { ...emptyDraft, title, tree, images, remarks: all }
}

const isContents = (node: Element): boolean => [node.properties['className']].flat().includes('contents')

/** mammoth puts the notes into a list at the end, each with a way back. */
function takeNotes(blocks: readonly Element[]): {
  readonly body: readonly Element[]
  readonly notes: readonly Element[]
} {
  const last = blocks.at(-1)
  const items = (last?.tagName === 'ol' ? last.children : []).filter((node) => node.type === 'element')
  if (items.length === 0 || !items.every((item) => noteId.test(idOf(item))))
    return { body: blocks, notes: [] }
  return {
    body: blocks.slice(0, -1),
    notes: items.map((item) =>
      element('note-text', item.children.map(withoutWayBack), { id: noteIdOf(idOf(item)) }),
    ),
  }
}

const noteId = /^(footnote|endnote)-(.+)$/
/** Footnotes have plain numbers; an endnote may have the same number. */
const noteIdOf = (id: string): string => id.replace(/^footnote-/, '').replace(/^endnote-/, 'e')
const idOf = (node: Element): string => String(node.properties['id'] ?? '')
const hrefOf = (node: Element): string => String(node.properties['href'] ?? '')

function withoutWayBack(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const children = node.children.filter(
    (child) =>
      child.type !== 'element' || child.tagName !== 'a' || !/^#(?:footnote|endnote)-ref-/.test(hrefOf(child)),
  )
  return { ...node, children: children.map(withoutWayBack) }
}

/** `<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup>` calls a note. */
function withNoteMarks(node: Element): Element {
  const [only] = node.children
  if (node.tagName === 'sup' && only?.type === 'element' && /^(?:footnote|endnote)-ref-/.test(idOf(only)))
    return element('note-mark', [], { id: noteIdOf(hrefOf(only).slice(1)) })
  return {
    ...node,
    children: node.children.map((child) => (child.type === 'element' ? withNoteMarks(child) : child)),
  }
}

/** The paragraph that Word calls the title, or the only heading of the first level where it comes first. */
function takeTitle(blocks: readonly Element[]): {
  readonly title: string | null
  readonly rest: readonly Element[]
} {
  const isTitle = (node: Element): boolean => [node.properties['className']].flat().includes('title')
  const styled = blocks.find(isTitle)
  const firsts = blocks.filter(({ tagName }) => tagName === 'h1')
  const title = styled ?? (firsts.length === 1 && firsts[0] === blocks[0] ? firsts[0] : undefined)
  if (title === undefined || isEmpty(title.children)) return { title: null, rest: blocks }
  // A picture or a note in the title is no part of its words.
  const others = title.children.filter((child) => child.type === 'element' && wordsOf([child]) === '')
  const rest = blocks.flatMap((node) =>
    node !== title ? node : others.length > 0 ? element('p', others) : [],
  )
  return { title: wordsOf(title.children), rest }
}

const longestHeading = 120

/** A short paragraph in nothing but bold, with text behind it, is a heading to a reader. */
function asHeading(node: Element, next: Element | undefined, remarks: Remark[]): Element {
  const words = wordsOf(node.children)
  const isBold = node.children.every((child) => child.type === 'element' && child.tagName === 'strong')
  const isHeading =
    node.tagName === 'p' &&
    isBold &&
    words !== '' &&
    words.length <= longestHeading &&
    !/[.!?:;,]$/.test(words) &&
    next !== undefined &&
    ['p', 'ul', 'ol', 'table'].includes(next.tagName)
  if (!isHeading) return node
  remarks.push(remark('heading-suggested', `A bold line became a heading: ${quoted(words)}.`))
  return element(
    'h6',
    node.children.flatMap((child) => (child.type === 'element' ? child.children : [])),
  )
}

/** mammoth's types do not name it. */
const altOf = (image: object): string =>
  'altText' in image && typeof image.altText === 'string' ? image.altText.slice(0, 500) : ''

const remark = (code: RemarkCode, text: string): Remark => ({ code, text })
const squash = (text: string): string => text.replace(/\s+/g, ' ').trim()
const quoted = (words: string): string => {
  const plain = squash(words)
  return `“${plain.slice(0, 80)}${plain.length > 80 ? '…' : ''}”`
}
