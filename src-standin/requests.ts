/** One request of a page or of its workers: navigation guards, then the app's filter, then the handler of the scheme. */
import type Electron from 'electron'
import type { Send } from './chromium.ts'
import type { Protocol } from './devtools.ts'
import { note, say } from './journal.ts'
import { schemeOf, schemes } from './schemes.ts'
import type { Session } from './session.ts'

type Paused = Protocol.Fetch.requestPausedPayload
type ResourceType = Electron.OnBeforeRequestListenerDetails['resourceType']

const resourceTypes: Readonly<Partial<Record<Protocol.Network.ResourceType, ResourceType>>> = {
  Stylesheet: 'stylesheet',
  Image: 'image',
  Media: 'media',
  Font: 'font',
  Script: 'script',
  XHR: 'xhr',
  Fetch: 'xhr',
  EventSource: 'xhr',
  WebSocket: 'webSocket',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
}

export type Requester = {
  readonly send: Send
  readonly session: Session
  readonly contents: Electron.WebContents
  readonly isMainFrame: boolean
  /** Asks the navigation guards; false if one of them said no. */
  readonly mayNavigate: (url: string) => boolean
}

let count = 0

/** Answers, refuses or continues a request that Chromium holds. */
export async function answerRequest(paused: Paused, requester: Requester): Promise<void> {
  const { send, session } = requester
  const { requestId, request, resourceType } = paused
  const fail = (errorReason: Protocol.Network.ErrorReason): Promise<unknown> =>
    send('Fetch.failRequest', { requestId, errorReason })
  const url = schemes.fromChromium(request.url)

  // Chromium looks for an icon of every https page; Electron never does.
  if (isFaviconProbe(paused)) {
    await send('Fetch.fulfillRequest', { requestId, responseCode: 204 })
    return
  }
  if (resourceType === 'Document' && !requester.mayNavigate(url)) return void (await fail('Aborted'))
  const verdict = await session.allows(detailsOf(paused, url, requester))
  if (verdict.cancel) return void (await fail('BlockedByClient'))

  const scheme = schemeOf(url)
  const handler = session.protocol.handlerOf(scheme)
  if (handler === undefined) {
    if (schemes.has(scheme)) return void (await fail('Failed'))
    if (scheme === 'http' || scheme === 'https') note({ kind: 'request', url, method: request.method })
    await send('Fetch.continueRequest', { requestId })
    return
  }
  let response: Response
  try {
    response = await handler(toRequest(url, paused))
  } catch (error) {
    say(
      `The handler of ${scheme}: failed for ${url}: ${error instanceof Error ? error.stack : String(error)}`,
    )
    return void (await fail('Failed'))
  }
  if (response.type === 'error') return void (await fail('Failed'))
  await send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headersOf(response),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  })
}

function isFaviconProbe({ resourceType, request }: Paused): boolean {
  return resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico'
}

function toRequest(url: string, { request }: Paused): Request {
  const body = request.postDataEntries?.map((entry) => Buffer.from(entry.bytes ?? '', 'base64'))
  return new Request(url, {
    method: request.method,
    headers: request.headers,
    ...(body === undefined || body.length === 0 ? {} : { body: Buffer.concat(body) }),
  })
}

function headersOf(response: Response): Protocol.Fetch.HeaderEntry[] {
  return [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'location' ? schemes.toChromium(value) : value,
  }))
}

function detailsOf(
  { resourceType, request }: Paused,
  url: string,
  { contents, isMainFrame }: Requester,
): Electron.OnBeforeRequestListenerDetails {
  const frame = isMainFrame ? 'mainFrame' : 'subFrame'
  return {
    id: ++count,
    url,
    method: request.method,
    webContentsId: contents.id,
    webContents: contents,
    frame: contents.mainFrame,
    resourceType: resourceType === 'Document' ? frame : (resourceTypes[resourceType] ?? 'other'),
    referrer: schemes.fromChromium(request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
    uploadData: [],
  }
}
