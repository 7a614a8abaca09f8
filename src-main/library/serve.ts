/**
 * Answers a request for one of the app's own addresses. Electron's protocol handler and the browser host
 * both ask here, so that a page finds the same files under the same rules wherever it runs.
 */
import { contentHeaders, pageHeaders } from '../lockdown/policy.ts'
import { readRequestPath } from './requestpath.ts'

export type ShelfRequest = {
  readonly method: string
  /** Path and query, `/library/library.json`; of our own host, which the caller has checked. */
  readonly target: string
}

export type ShelfAnswer = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

export type ServedFile = {
  readonly origin: 'page' | 'content'
  readonly mediaType: string
  /** Null when the file is not what it was at start: gone, unreadable or changed. */
  readonly read: () => Promise<Uint8Array<ArrayBuffer> | null>
}

/** Looks a name up, `library/x/pack.json`. Names are exact: nothing is folded or resolved. */
export type Shelf = (name: string) => ServedFile | null | Promise<ServedFile | null>

export async function serve(request: ShelfRequest, shelf: Shelf): Promise<ShelfAnswer> {
  if (request.method !== 'GET') return refusal(405, { allow: 'GET' })
  const path = readRequestPath(request.target)
  if (path.kind === 'malformed') return refusal(400)
  const file = await shelf(path.name)
  if (file === null) return refusal(404)
  const body = await file.read()
  if (body === null) return refusal(500)
  const headers = file.origin === 'page' ? pageHeaders : contentHeaders
  return {
    status: 200,
    headers: { ...headers, 'content-type': file.mediaType, 'content-length': String(body.byteLength) },
    body,
  }
}

/** Empty body: never echo the request. */
export function refusal(status: number, headers: Readonly<Record<string, string>> = {}): ShelfAnswer {
  return {
    status,
    headers: {
      ...contentHeaders,
      ...headers,
      'content-type': 'text/plain; charset=utf-8',
      'content-length': '0',
    },
    body: new Uint8Array(),
  }
}
