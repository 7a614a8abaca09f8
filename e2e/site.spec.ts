// The exported site, as a phone opens it from a server of the house, and as a file. It is no part of the app.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, posix } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { findChromium } from '../src-standin/chromium.ts'
import { violations } from './everyscreen.ts'

const root = join(import.meta.dirname, '..')
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.png': 'image/png',
}

test.describe.configure({ mode: 'serial' })

let folder = ''
let server: Server
let browser: Browser
let address = ''
test.beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'fieldshelf-site-')), 'Sayt #1, 100%')
  const shelf = ['--import', 'tsx', join(root, 'src-compiler/cli.ts'), 'export', 'html']
  const pack = join(root, 'out/library/trafficking-azerbaijan')
  execFileSync(process.execPath, [...shelf, pack, '--out', folder], { cwd: root, stdio: 'pipe' })
  server = createServer(({ url = '' }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://x').pathname).slice(1) || 'index.html'
    try {
      const bytes = readFileSync(join(folder, path))
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
      response.end(bytes)
    } catch {
      response.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('No Chromium was found.')
  browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
})
test.afterAll(async () => {
  await browser.close()
  server.close()
  rmSync(join(folder, '..'), { recursive: true })
})

/** Does something on a page; a request to another place, a missing file or an error of the page fails the test. */
async function visit(
  start: string,
  look: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const faults: string[] = []
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options })
  const page = await context.newPage()
  const base = start.startsWith('file:') ? pathToFileURL(`${folder}/`).href : address
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(base) || request.url().endsWith('/favicon.ico')
    if (!isOwn) faults.push(request.url())
  })
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('404')) faults.push(message.text())
  })
  await page.goto(start)
  await look(page)
  await context.close()
  expect(faults).toEqual([])
}

/** Types a word and opens the first section that has it. */
async function find(page: Page, word: string): Promise<void> {
  await page.getByRole('searchbox').fill(word)
  await expect(page.locator('.hits mark').first()).toBeVisible()
  expect(await page.evaluate(() => location.search + location.hash)).toBe('')
}

test('is searched where scripts run: marked lines, in the language of the page, each with its date and its page', async () => {
  await visit(address, async (page) => {
    await page.getByRole('link', { name: 'Search', exact: true }).click()
    await find(page, 'shelter')
    await expect(page.getByRole('status')).toContainText(/Sections found: \d+/)
    await expect(page.locator('.hits li').first()).toContainText('Facts as of')
    const title = (await page.locator('.hits h2').first().textContent()) ?? ''
    expect(await violations(page)).toEqual([])
    await page.locator('.hits h2 a').first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expect(page.locator('.attribution')).toBeVisible()
  })
  await visit(`${address}search-az.html`, async (page) => {
    await find(page, 'siginacaq')
    await expect(page.locator('.hits h2').first()).toHaveAttribute('lang', 'az')
  })
})

test('is searched as a file, from a folder with blanks and signs in its name', async () => {
  await visit(pathToFileURL(join(folder, 'search.html')).href, (page) => find(page, 'shelter'))
})

test('says without scripts what to do instead, and the contents lead to every article', async () => {
  await visit(
    `${address}search.html`,
    async (page) => {
      await expect(page.locator('main')).toContainText('Search needs a browser that runs scripts.')
      await expect(page.getByRole('searchbox')).toBeHidden()
      await page.locator('main').getByRole('link', { name: 'Contents' }).click()
      await expect(page.locator('main li a')).toHaveCount(readdirSync(join(folder, 'articles')).length)
      await page.locator('main li a').first().click()
      await expect(page.locator('.attribution')).toBeVisible()
    },
    { javaScriptEnabled: false },
  )
})

test('has no broken link on any of its pages', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
  const pages = new Map(
    files
      .filter((path) => path.endsWith('.html'))
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )
  const there = new Set(files)
  const ids = new Map(
    [...pages].map(([path, text]) => [
      path,
      new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
    ]),
  )
  let links = 0
  const broken = [...pages].flatMap(([path, text]) =>
    [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, href = '']) => {
      links += 1
      const [file = '', fragment = ''] = href.split('#').map(decodeURIComponent)
      const target = file === '' ? path : posix.join(posix.dirname(path), file)
      const isThere = there.has(target) && (fragment === '' || ids.get(target)?.has(fragment))
      return isThere ? [] : [`${path}: ${href}`]
    }),
  )
  expect(broken).toEqual([])
  expect(links).toBeGreaterThan(5000)
})

test('passes axe on every kind of page, in both colour schemes', { tag: '@long' }, async () => {
  test.setTimeout(600_000)
  const articles = readdirSync(join(folder, 'articles')).map((name) => `articles/${name}`)
  const sections = readdirSync(join(folder, 'sections')).flatMap((name) =>
    readdirSync(join(folder, 'sections', name))
      .slice(0, 1)
      .map((section) => `sections/${name}/${section}`),
  )
  for (const colorScheme of ['light', 'dark'] as const)
    await visit(
      address,
      async (page) => {
        for (const path of ['index.html', 'search.html', 'search-ru.html', ...articles, ...sections]) {
          await page.goto(address + path)
          expect(await violations(page), path).toEqual([])
        }
      },
      { colorScheme },
    )
})
