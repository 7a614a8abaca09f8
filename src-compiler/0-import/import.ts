/**
 * A file that somebody has -> a document of ours: detect, read, shape, write. Each format has a reader
 * of its own that makes an HTML tree; from there on all formats go one way. Pure: bytes in, a value out.
 */
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { detect } from './detect.ts'
import type { Draft, Format, Imported, Reader, ReadOptions } from './draft.ts'
import { readHtml } from './formats/html.ts'
import { readText } from './formats/text.ts'
import { kindsOfMarkup, readWikitext } from './formats/wikitext/wikitext.ts'
import { decode } from './decode.ts'
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
])

export type ImportOptions = ReadOptions & { readonly format: Format | null }

/** The document, or a sentence on why the file can't be read. */
export async function importDocument(
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<Outcome<Imported, string>> {
  const found = options.format === null ? detect(bytes, options.name) : { format: options.format }
  if ('refusal' in found) return failure(found.refusal)
  const read = readers.get(found.format)
  if (!read) return failure(`Files of this kind (${found.format}) can’t be read yet.`)
  const draft = await read(bytes, options)
  return draft.ok ? finish(draft.value, found.format) : draft
}

/** The tree as Markdown of ours. The tree that is given back is what that Markdown parses to. */
function finish({ title, tree: hast, ...draft }: Draft, format: Format): Outcome<Imported, string> {
  const { tree: shaped, remarks } = shape(hast)
  const markdown = writeMarkdown(shaped)
  const tree = readMarkdown(markdown)
  if (!tree) return failure('The text is too large, or its lists are nested too deep, to be read.')
  return success({
    ...draft,
    title: title ?? '',
    format,
    markdown,
    tree,
    remarks: [...draft.remarks, ...remarks],
  })
}
