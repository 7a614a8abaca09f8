/**
 * A file that somebody has -> a document of ours: detect, read, shape, write. Each format has a reader
 * of its own that makes an HTML tree; from there on all formats go one way. Pure: bytes in, a value out.
 */
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { detect } from './detect.ts'
import type { Draft, Format, Imported, Reader, ReadOptions } from './draft.ts'
import { readDocx } from './formats/docx/docx.ts'
import { readHtml } from './formats/html.ts'
import { readText } from './formats/text.ts'
import { kindsOfMarkup, readWikitext } from './formats/wikitext/wikitext.ts'
import { decode } from './decode.ts'
import { keepImages } from './images.ts'
import { keepLinks } from './links.ts'
import { shape } from './shape.ts'
import { readMarkdown, writeMarkdown } from './write.ts'

/** A reader for each format that can be read. */
const readers: ReadonlyMap<Format, Reader> = new Map([
  ['html', readHtml],
  [
    'text',
    (bytes, options) =>
      (kindsOfMarkup(decode(bytes, options.encoding).text) >= 2 ? readWikitext : readText)(bytes, options),
  ],
  ['wikitext', readWikitext],
  ['docx', readDocx],
])

/** The formats that can be read, by name. */
export const readable: readonly Format[] = [...readers.keys()]

/** What to do with a file that can't be read. */
const remedies: Readonly<Partial<Record<Format, string>>> = {
  odt: 'This is an OpenDocument text. Open it in LibreOffice or Word and save it as .docx.',
  epub: 'This is an e-book. Open it in a reader, copy the text into LibreOffice or Word, and save it as .docx.',
  pdf: 'This is a PDF. Ask for the document that it was made from, or open it in Word or LibreOffice and save it as .docx. Look at headings and tables then.',
  mediawiki:
    'This is a MediaWiki export. Save the text of each page as a file of its own, with the ending .wiki.',
  mht: 'This is a web page in one file. Open it in a browser and save it as “Web page, HTML only”.',
  csv: 'This is a table. Put it into a document and save that as .docx, or put the file into the pack’s figures folder.',
  markdown: 'This is Markdown already. Put it into the pack’s encyclopedia or news folder.',
}

export type ImportOptions = ReadOptions & { readonly format: Format | null }

/** The document, or a sentence on why the file can't be read. */
export async function importDocument(
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<Outcome<Imported, string>> {
  const found = options.format === null ? detect(bytes, options.name) : { format: options.format }
  if ('refusal' in found) return failure(found.refusal)
  const read = readers.get(found.format)
  if (!read) return failure(remedies[found.format] ?? 'Save the text as .docx, .html or .txt.')
  const draft = await read(bytes, options)
  return draft.ok ? finish(draft.value, found.format) : draft
}

/** The tree as Markdown of ours. The tree that is given back is what that Markdown parses to. */
function finish({ title, tree: hast, ...draft }: Draft, format: Format): Outcome<Imported, string> {
  const { tree: own, images, remarks: onImages } = keepImages(hast, draft.images)
  const { tree: shaped, remarks } = shape(keepLinks(own, draft.address))
  const markdown = writeMarkdown(shaped)
  const tree = readMarkdown(markdown)
  if (!tree) return failure('The text is too large, or its lists are nested too deep, to be read.')
  return success({
    ...draft,
    title: title ?? '',
    images,
    format,
    markdown,
    tree,
    remarks: [...draft.remarks, ...onImages, ...remarks],
  })
}
