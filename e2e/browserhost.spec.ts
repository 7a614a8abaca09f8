// The same page without Electron: the files that the loopback server gives out, to which callers, and the limits that
// the page tells its reader.
import { request as ask, type IncomingMessage } from 'node:http'
import { expect, searchField, test } from './app.ts'
import { startBrowserHost } from './launch.ts'

type Answer = { status: number | undefined; headers: IncomingMessage['headers']; body: string }

/** A request as a program would make it, with headers that a page can't set. */
function get(
  address: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = ask(new URL(address), { path, headers, method }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (text: string) => (body += text))
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }))
    })
    sent.on('error', reject).end()
  })
}

test('opens at Home and finds what is typed', async ({ win }) => {
  await expect(win.getByRole('heading', { name: 'Latest news summary' })).toBeVisible()
  await searchField(win).fill('shelter')
  await expect(win.locator('.hits .hit').first()).toContainText('shelter')
})

test('prints through the browser’s own dialog, and says so', async ({ win, open }) => {
  await open('#/print/trafficking-azerbaijan/tier-placement')
  await expect(win.getByRole('heading', { level: 1 })).toHaveText(/Print/)
  await expect(win.locator('main')).toContainText(/browser/)
})

test('carries the same policy as the app', async () => {
  const { address, stop } = await startBrowserHost()
  const { status, headers } = await get(address, '/')
  expect(status).toBe(200)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  await stop()
})

test('answers only under its own name, and no page of another site', async () => {
  const { address, stop } = await startBrowserHost()
  const { port } = new URL(address)
  const refused = [
    await get(address, '/', { host: `evil.example:${port}` }),
    await get(address, '/', { host: 'evil.example' }),
    await get(address, '/library/library.json', { 'sec-fetch-site': 'cross-site' }),
    await get(address, '/', {}, 'POST'),
    await get(address, '/..%2f..%2fpackage.json'),
    await get(address, '/../../package.json'),
    await get(address, `http://evil.example/index.html`),
  ]
  for (const { status, body } of refused) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(body).not.toContain('fieldshelf')
  }
  await stop()
})

test('two of them run side by side, each at its own address', async () => {
  const [one, other] = await Promise.all([startBrowserHost(), startBrowserHost()])
  expect(one.address).not.toBe(other.address)
  for (const { address } of [one, other]) expect(new URL(address).hostname).toBe('127.0.0.1')
  await Promise.all([one.stop(), other.stop()])
})
