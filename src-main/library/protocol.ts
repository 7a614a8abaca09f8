/** Lets the shelf answer the app's own scheme. */
import type { Session } from 'electron'
import { host, scheme, type Origins } from '../addresses.ts'
import { refusal, serve, type Shelf } from './serve.ts'

export function answerScheme(session: Session, shelf: Shelf, origins: Origins): void {
  session.protocol.handle(scheme, async (request) => {
    const { host: asked, pathname, search } = new URL(request.url)
    const target = pathname + search
    const answer = asked === host ? await serve({ method: request.method, target }, shelf) : refusal(403)
    const headers = { ...answer.headers, ...developmentHeaders(origins) }
    return new Response(answer.body, { status: answer.status, headers })
  })
}

/** Vite's page is of another origin, and may read all the same. */
function developmentHeaders({ development }: Origins): Record<string, string> {
  if (development === null) return {}
  return {
    'access-control-allow-origin': new URL(development).origin,
    'cross-origin-resource-policy': 'cross-origin',
  }
}
