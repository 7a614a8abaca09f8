import { describe, expect, it } from 'vitest'
import { answerLoopback, type LoopbackRequest } from './loopback.ts'
import type { Shelf } from './serve.ts'

const shelf: Shelf = (name) =>
  name === 'index.html'
    ? { origin: 'page', mediaType: 'text/html', read: () => Promise.resolve(new Uint8Array(1)) }
    : null

const statusOf = async (changes: Partial<LoopbackRequest>): Promise<number> => {
  const request = { method: 'GET', target: '/', host: '127.0.0.1:4321', site: undefined, mode: undefined }
  return (await answerLoopback({ ...request, ...changes }, '127.0.0.1:4321', shelf)).status
}

describe('the browser host answers', () => {
  it('a request for its own name', async () => {
    expect(await statusOf({})).toBe(200)
    expect(await statusOf({ site: 'same-origin', mode: 'cors' })).toBe(200)
    expect(await statusOf({ site: 'none', mode: 'navigate' })).toBe(200)
  })

  it('a link to it from elsewhere, as to any address', async () => {
    expect(await statusOf({ site: 'cross-site', mode: 'navigate' })).toBe(200)
  })
})

describe('the browser host does not answer', () => {
  it.each(['/print.html', '/print.html?dialog', '/library/library.json', '/index.html', '/?x', '//'])(
    'a link from elsewhere to %s',
    async (target) => {
      const named: Shelf = () => ({
        origin: 'page',
        mediaType: 'text/html',
        read: () => Promise.resolve(new Uint8Array(1)),
      })
      const request = { method: 'GET', target, host: '127.0.0.1:4321', site: 'cross-site', mode: 'navigate' }
      expect((await answerLoopback(request, '127.0.0.1:4321', named)).status).toBe(403)
    },
  )

  it.each(['evil.example:4321', '127.0.0.1', '127.0.0.1:80', 'localhost:4321', '[::1]:4321', '', undefined])(
    'for the name %s',
    async (host) => expect(await statusOf({ host })).toBe(403),
  )

  it.each(['no-cors', 'cors', 'websocket', undefined])('pages of other sites (%s)', async (mode) => {
    expect(await statusOf({ site: 'cross-site', mode })).toBe(403)
    expect(await statusOf({ site: 'same-site', mode })).toBe(403)
  })

  it('what no host of the app answers', async () => {
    expect(await statusOf({ target: '/../etc/passwd' })).toBe(400)
    expect(await statusOf({ target: 'http://evil.example/' })).toBe(400)
    expect(await statusOf({ target: '/other' })).toBe(404)
    expect(await statusOf({ method: 'POST' })).toBe(405)
  })
})
