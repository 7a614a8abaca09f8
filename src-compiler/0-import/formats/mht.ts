/**
 * A web page in one file, as browsers save it (RFC 2557): the page and its images are the parts of a message. The parts
 * are looked up by their address or their id, and no address outside of the file is ever asked.
 */
import { success } from '../../../src-library/model/outcome.ts'
import { refuse } from '../refusal.ts'
import type { Reader } from '../draft.ts'
import { declaredEncoding, pageOf } from './html.ts'

type MimePart = {
  readonly type: string
  readonly charset: string | null
  readonly location: string | null
  readonly id: string | null
  readonly body: Uint8Array
}

const mostParts = 5_000
const deepest = 8

export const readMht: Reader = async (bytes, { encoding }) => {
  const parts: MimePart[] = []
  takeParts(new TextDecoder('latin1').decode(bytes), parts, 0)
  const page = parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  if (!page)
    return Promise.resolve(
      refuse('empty', 'The file holds no web page. Save the page as “Web page, HTML only”.'),
    )
  const images = new Map<string, Uint8Array>()
  for (const { type, location, id, body } of parts) {
    if (!type.startsWith('image/')) continue
    if (id !== null) images.set(`cid:${id}`, body)
    if (location === null) continue
    images.set(location, body)
    const relative = page.location === null ? null : relativeTo(page.location, location)
    if (relative !== null) images.set(relative, body)
  }
  const declared = page.charset ?? declaredEncoding(page.body)
  const draft = pageOf(page.body, encoding, declared, images)
  const address = draft.address ?? (/^https?:/i.test(page.location ?? '') ? page.location : null)
  return Promise.resolve(success({ ...draft, address }))
}

/** How the page may name a file that lies below it. */
function relativeTo(page: string, location: string): string | null {
  const folder = page.slice(0, page.lastIndexOf('/') + 1)
  return folder !== '' && location.startsWith(folder) ? location.slice(folder.length) : null
}

/** The parts of a message whose bytes are `text`, one sign each. */
function takeParts(text: string, parts: MimePart[], depth: number): void {
  const end = /\r?\n\r?\n/.exec(text)
  const headers = headersOf(end ? text.slice(0, end.index) : text)
  const body = end ? text.slice(end.index + end[0].length) : ''
  const type = (headers.get('content-type') ?? 'text/plain').toLowerCase().split(';')[0]?.trim() ?? ''
  const parameter = (name: string): string | null =>
    new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i')
      .exec(headers.get('content-type') ?? '')
      ?.slice(1)
      .find((value) => value !== undefined) ?? null
  const boundary = parameter('boundary')
  if (type.startsWith('multipart/') && boundary !== null && boundary !== '') {
    if (depth >= deepest) return
    const pieces = body.split(`--${boundary}`).slice(1, mostParts)
    for (const piece of pieces)
      if (!piece.startsWith('--')) takeParts(piece.replace(/^[ \t]*\r?\n/, ''), parts, depth + 1)
    return
  }
  parts.push({
    type,
    charset: parameter('charset'),
    location: headers.get('content-location')?.trim() ?? null,
    id: /<([^>]*)>/.exec(headers.get('content-id') ?? '')?.[1] ?? null,
    body: decodeBody(body, headers.get('content-transfer-encoding')?.trim().toLowerCase() ?? ''),
  })
}

/** By lower-case name; a line that starts with a blank goes on from the one before. */
function headersOf(text: string): ReadonlyMap<string, string> {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon < 1
        ? []
        : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const]
    }),
  )
}

function decodeBody(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return new Uint8Array(Buffer.from(body, 'base64'))
  const plain =
    encoding === 'quoted-printable'
      ? body
          .replace(/=[ \t]*\r?\n/g, '')
          .replace(/=([0-9A-Fa-f]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)))
      : body
  return new Uint8Array(Buffer.from(plain, 'latin1'))
}
