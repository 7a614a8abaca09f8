/** Lets the shelf answer the app's own scheme. */
import type { Session } from 'electron'
import { host, scheme } from '../addresses.ts'
import { refusal, serve, type Shelf } from './serve.ts'

export function answerScheme(session: Session, shelf: Shelf): void {
  session.protocol.handle(scheme, async (request) => {
    const { host: asked, pathname, search } = new URL(request.url)
    const target = pathname + search
    const { status, headers, body } =
      asked === host ? await serve({ method: request.method, target }, shelf) : refusal(403)
    return new Response(body, { status, headers })
  })
}
