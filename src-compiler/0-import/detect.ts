/** The kind of a file: by its bytes first, because names lie, then by its name. */
import type { Format } from './draft.ts'
import type { Refusal } from './refusal.ts'

const byExtension: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  wiki: 'wikitext',
  mediawiki: 'wikitext',
  xml: 'mediawiki',
  htm: 'html',
  html: 'html',
  xhtml: 'html',
  mht: 'mht',
  mhtml: 'mht',
  docx: 'docx',
  docm: 'docx',
  odt: 'odt',
  epub: 'epub',
  pdf: 'pdf',
  csv: 'csv',
  tsv: 'csv',
}

const saveAs = (what: string, how: string, needs: string): Refusal => ({
  kind: 'save-as',
  text: `This is ${what}. ${how}`,
  needs,
})
const oldWord = saveAs('an old Word file', 'Open it in Word or LibreOffice and save it as .docx.', '.docx')
const richText = saveAs('an RTF file', 'Open it in Word or LibreOffice and save it as .docx.', '.docx')
const sheet = saveAs('a spreadsheet', 'Save the sheet as .csv.', '.csv')
const slides = saveAs('a presentation', 'Save its text as .docx.', '.docx')
const picture = saveAs('a picture', 'Put it into a document, or into the pack’s figures folder.', '.docx')

/** Names that people give to documents we do not read, with what to do instead. */
const otherKinds: Readonly<Record<string, Refusal>> = {
  doc: oldWord,
  rtf: richText,
  xls: sheet,
  xlsx: sheet,
  ods: sheet,
  ppt: slides,
  pptx: slides,
  jpg: picture,
  jpeg: picture,
  png: picture,
  webp: picture,
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte)

/** The format, or what the file is instead. */
export function detect(
  bytes: Uint8Array,
  name: string,
): { readonly format: Format } | { readonly refusal: Refusal } {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  if (bytes.length === 0) return { refusal: { kind: 'empty', text: 'The file is empty.' } }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return { format: 'pdf' }
  if (startsWith(bytes, 0x50, 0x4b)) return ofZip(bytes, extension)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { refusal: otherKinds[extension] ?? oldWord }
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return { refusal: richText }
  const other = otherKinds[extension]
  if (other !== undefined) return { refusal: other }
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (/^\s*(?:from:|mime-version:|message-id:)/i.test(start) && /^content-type:/im.test(start))
    return { format: 'mht' }
  if (/<mediawiki[\s>]/.test(start)) return { format: 'mediawiki' }
  const named = byExtension[extension]
  if (named !== undefined && named !== 'mediawiki') return { format: named }
  if (/^\s*(?:<!doctype html|<html[\s>])/i.test(start)) return { format: 'html' }
  if (named === 'mediawiki')
    return {
      refusal: {
        kind: 'unknown-kind',
        text: 'This XML file is no MediaWiki export. Save the text as .docx, .html or .txt.',
      },
    }
  return { format: 'text' }
}

/** The names of the first entries tell a Word file from a book. */
function ofZip(bytes: Uint8Array, extension: string): ReturnType<typeof detect> {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  if (start.includes('application/epub+zip')) return { format: 'epub' }
  if (start.includes('application/vnd.oasis.opendocument.text')) return { format: 'odt' }
  const other = otherKinds[extension]
  if (other !== undefined) return { refusal: other }
  const named = byExtension[extension]
  if (named === 'odt' || named === 'epub') return { format: named }
  const whole = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  if (whole.includes('word/document') || extension.startsWith('doc')) return { format: 'docx' }
  return {
    refusal: { kind: 'unknown-kind', text: 'This is a zip file. Unpack it and bring in what is inside.' },
  }
}
