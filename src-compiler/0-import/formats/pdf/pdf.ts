/**
 * A PDF with text, by pdf.js. One that a program tagged has a tree of its own (`tagged.ts`); another is read by its lines
 * (`untagged.ts`). No script of it runs, no font is drawn, and nothing is fetched.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
// pdf.js would look for this file beside itself, and in the built app it lies elsewhere.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Element, ElementContent } from 'hast'
import { success, type Outcome } from '../../../../src-library/model/outcome.ts'
import { refuse, type Refusal } from '../../refusal.ts'
import { emptyDraft, type Reader, type Remark } from '../../draft.ts'
import { wordsOf } from '../elements.ts'
import { readTagged, type TaggedPage } from './tagged.ts'
import { readUntagged } from './untagged.ts'
import type { PdfLine } from './lines.ts'
import { linesOf, type Item } from './lines.ts'

const mostPages = 2_000

export const readPdf: Reader = async (bytes) => {
  const opened = await open(bytes)
  if (!opened.ok) return opened
  const pdf = opened.value
  try {
    if (pdf.numPages > mostPages)
      return refuse('too-large', 'The PDF has more than 2,000 pages. Bring in its parts.')
    const tagged: TaggedPage[] = []
    const untagged: (readonly PdfLine[])[] = []
    let pictures = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      const tree = await page.getStructTree()
      const links = new Map<string, string>()
      for (const one of (await page.getAnnotations()) as readonly Record<string, unknown>[])
        if (typeof one['url'] === 'string' && typeof one['id'] === 'string') links.set(one['id'], one['url'])
      if (items.every((item) => !('str' in item) || item.str.trim() === '')) pictures++
      tagged.push({ tree, items: items as readonly Item[], links })
      untagged.push(linesOf(items as readonly Item[]))
      page.cleanup()
    }
    if (pictures === pdf.numPages)
      return refuse(
        'scanned',
        'This PDF is a picture of pages; Fieldshelf cannot read it. Ask for the document that it was made from.',
      )
    const { blocks, remarks } = tagged.some(({ tree }) => hasContent(tree))
      ? readTagged(tagged)
      : readUntagged(untagged)
    const all: Remark[] = [...remarks]
    if (pictures > 0)
      all.push({
        code: 'scanned-page',
        text: `Pages without text: ${pictures}. If they are pictures of text, their words are not here.`,
      })
    const { title, rest } = takeTitle(blocks)
    return success({ ...emptyDraft, title, remarks: all, tree: { type: 'root', children: [...rest] } })
  } catch {
    return refuse('damaged', damaged)
  } finally {
    await pdf.loadingTask.destroy()
  }
}

const damaged = 'The PDF is damaged. Open it in a browser and print it as a PDF again.'

async function open(bytes: Uint8Array): Promise<Outcome<PDFDocumentProxy, Refusal>> {
  try {
    // pdf.js takes the bytes over, so it gets its own.
    const task = getDocument({
      data: bytes.slice(),
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      useWasm: false,
      stopAtErrors: false,
      verbosity: 0,
    })
    return success(await task.promise)
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException'
      ? refuse('protected', 'The PDF is locked with a password. Save it without one and bring it in again.')
      : refuse('damaged', damaged)
  }
}

/** Whether the tree of a page leads to any text. */
const hasContent = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  (('type' in node && node.type === 'content') ||
    ('children' in node && Array.isArray(node.children) && node.children.some(hasContent)))

/** The only heading of the first level, where it comes first. */
function takeTitle(blocks: readonly ElementContent[]): {
  readonly title: string | null
  readonly rest: readonly ElementContent[]
} {
  const elements = blocks.filter((node): node is Element => node.type === 'element')
  const firsts = elements.filter(({ tagName }) => tagName === 'h1')
  const [title] = firsts
  return title && firsts.length === 1 && title === elements[0]
    ? { title: wordsOf([title]), rest: blocks.filter((node) => node !== title) }
    : { title: null, rest: blocks }
}
