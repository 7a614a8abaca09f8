/**
 * Who may ask the browser host. A page of any site can send requests to the loopback address, but it can't
 * name our host in them (a name that was rebound to 127.0.0.1 is still in the `Host` header), and it can't
 * keep the browser from saying that the request comes from another site.
 * https://fetch.spec.whatwg.org/#http-host-header, https://w3c.github.io/webappsec-fetch-metadata/
 */
import { refusal, serve, type Shelf, type ShelfAnswer } from './serve.ts'

export type LoopbackRequest = {
  readonly method: string
  /** As it is in the request line. */
  readonly target: string
  readonly host: string | undefined
  readonly site: string | undefined
  readonly mode: string | undefined
}

/** `authority` is the host's own name and port, `127.0.0.1:42680`. */
export async function answerLoopback(
  request: LoopbackRequest,
  authority: string,
  shelf: Shelf,
): Promise<ShelfAnswer> {
  if (request.host !== authority) return refusal(403)
  // Absent from programs that are no browser, and `none` when a person typed the address.
  const foreign = request.site === 'cross-site' || request.site === 'same-site'
  // A link on another site may open the page. It may not open a print view, whose address holds words.
  const opensPage = request.mode === 'navigate' && request.target === '/'
  if (foreign && !opensPage) return refusal(403)
  return serve(request, shelf)
}
