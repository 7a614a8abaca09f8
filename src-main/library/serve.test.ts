import { describe, expect, it } from 'vitest'
import { serve, type ServedFile, type Shelf } from './serve.ts'

const bytes = new TextEncoder().encode('hello')
const file = (
  origin: ServedFile['origin'],
  read = (): Promise<typeof bytes | null> => Promise.resolve(bytes),
): ServedFile => ({
  origin,
  mediaType: 'text/html; charset=utf-8',
  read,
})
const shelf: Shelf = (name) => (name === 'index.html' ? file('page') : null)

describe('an answer', () => {
  it('carries the bytes with type, length and the content security policy', async () => {
    const answer = await serve({ method: 'GET', target: '/' }, shelf)
    expect(answer.status).toBe(200)
    expect(new TextDecoder().decode(answer.body)).toBe('hello')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-length']).toBe('5')
    expect(answer.headers['content-security-policy']).toContain("script-src 'self'")
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  it('gives what came in a pack a policy without any script', async () => {
    const answer = await serve({ method: 'GET', target: '/library/x' }, () => file('content'))
    expect(answer.headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    )
  })

  it.each(['POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'get'])('refuses %s', async (method) => {
    expect((await serve({ method, target: '/' }, shelf)).status).toBe(405)
  })

  it('does not know other names', async () => {
    expect((await serve({ method: 'GET', target: '/constructor' }, shelf)).status).toBe(404)
  })

  it('refuses a malformed path before anything is looked up', async () => {
    const never: Shelf = () => {
      throw new Error('looked up')
    }
    expect((await serve({ method: 'GET', target: '/..%2fx' }, never)).status).toBe(400)
  })

  it('is a failure, not wrong bytes, when the file is not what it was', async () => {
    const damaged: Shelf = () => file('content', () => Promise.resolve(null))
    const answer = await serve({ method: 'GET', target: '/library/x' }, damaged)
    expect(answer.status).toBe(500)
    expect(answer.body.byteLength).toBe(0)
  })
})
