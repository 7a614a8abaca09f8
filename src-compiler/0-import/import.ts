/**
 * A file that somebody has -> a document of ours: detect, read, shape, write. Each format has a reader
 * of its own that makes an HTML tree; from there on all formats go one way. Pure: bytes in, a value out.
 */
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { refuse, type Refusal } from './refusal.ts'
import { detect } from './detect.ts'
import {
  leftOut,
  type Draft,
  type Format,
  type ImportedDocument,
  type ImportedFile,
  type Reader,
  type ReadOptions,
} from './draft.ts'
import { readCsv } from './formats/csv.ts'
import { readDocx } from './formats/docx/docx.ts'
import { readEpub } from './formats/epub.ts'
import { readHtml } from './formats/html.ts'
import { readMarkdownFile } from './formats/markdown.ts'
import { readMediaWiki } from './formats/mediawiki.ts'
import { readMht } from './formats/mht.ts'
import { readOdt } from './formats/odt/odt.ts'
import { readText } from './formats/text.ts'
import { kindsOfMarkup, readWikitext } from './formats/wikitext/wikitext.ts'
import { decode } from './decode.ts'
import { keepImages } from './images.ts'
import { keptText, lostWords, shownText } from './ledger.ts'
import { withLetters } from './letters.ts'
import { keepLinks } from './links.ts'
import { piecesOf } from './pieces/pieces.ts'
import { shape } from './shape.ts'
import { readMarkdown, writeMarkdown } from './write.ts'

/** A reader for each format that can be read. pdf.js takes a second to start, and most folders have few PDFs. */
const readers: ReadonlyMap<Format, Reader> = new Map([
  ['html', readHtml],
  [
    'text',
    (bytes, options) =>
      (kindsOfMarkup(decode(bytes, options.encoding).text) >= 2 ? readWikitext : readText)(bytes, options),
  ],
  ['wikitext', readWikitext],
  ['docx', readDocx],
  ['odt', readOdt],
  ['epub', readEpub],
  ['mht', readMht],
  ['csv', readCsv],
  ['markdown', readMarkdownFile],
  ['pdf', async (bytes, options) => (await import('./formats/pdf/pdf.ts')).readPdf(bytes, options)],
])

/** The formats that can be read, by name. */
export const readable: readonly Format[] = [...readers.keys(), 'mediawiki']

/** Bytes. No reader would get to the end of a longer one. */
const longestText = 20 * 1024 ** 2
const isPlainText: ReadonlySet<Format> = new Set(['text', 'markdown', 'wikitext', 'csv', 'html'])

export type ImportOptions = ReadOptions & { readonly format: Format | null }

/** The document, or why the file can't be read. */
export async function importDocument(
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<Outcome<ImportedFile, Refusal>> {
  const found = options.format === null ? detect(bytes, options.name) : { format: options.format }
  if ('refusal' in found) return failure(found.refusal)
  if (isPlainText.has(found.format) && bytes.length > longestText)
    return refuse('too-large', 'The text is larger than 20 MB. Divide it, and bring in the parts.')
  try {
    const drafts = await readDrafts(bytes, found.format, options)
    if (!drafts.ok) return drafts
    const documents: ImportedDocument[] = []
    for (const draft of drafts.value) {
      const document = finish(draft, found.format, options.came === true)
      if (!document.ok) return document
      documents.push(document.value)
    }
    const [first, ...more] = documents
    return first ? success({ ...first, more }) : refuse('empty', 'The file holds no text.')
  } catch (error) {
    // Readers call themselves for each level of a tree.
    if (error instanceof RangeError)
      return refuse('too-much', 'The parts of the file are nested too deep to be read.')
    throw error
  }
}

async function readDrafts(
  bytes: Uint8Array,
  format: Format,
  options: ReadOptions,
): Promise<Outcome<readonly Draft[], Refusal>> {
  if (format === 'mediawiki') return readMediaWiki(bytes, options)
  const read = readers.get(format)
  if (!read) return refuse('unknown-kind', `${format} can’t be read.`)
  const draft = await read(bytes, options)
  return draft.ok ? success([draft.value]) : draft
}

/** The tree as Markdown of ours. The tree that is given back is what that Markdown parses to. */
function finish(read: Draft, format: Format, withPieces: boolean): Outcome<ImportedDocument, Refusal> {
  const { title, tree: hast, whole = hast, ...draft } = withLetters(read)
  const { tree: own, images, remarks: onImages } = keepImages(hast, draft.images)
  const { tree: shaped, remarks } = shape(keepLinks(own, draft.address))
  const markdown = writeMarkdown(shaped)
  const tree = readMarkdown(markdown)
  if (!tree) return refuse('too-much', 'The text is too large, or its lists are nested too deep, to be read.')
  const allRemarks = [...draft.remarks, ...onImages, ...remarks]
  const lost = lostWords(shownText(hast), keptText(tree), allRemarks)
  const all =
    lost.length === 0
      ? allRemarks
      : [
          ...allRemarks,
          leftOut('words-lost', lost.join(' '), 'Words that our Markdown can’t show are left out'),
        ]
  return success({
    ...draft,
    title: title ?? '',
    images,
    format,
    markdown,
    tree,
    remarks: all,
    ...(withPieces && { came: piecesOf(whole, tree, title ?? '', all) }),
  })
}
