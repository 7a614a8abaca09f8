/**
 * Prints jobs through the real print view in a headless Chromium, without the
 * shell: a plain server on the loopback interface answers the built page and a
 * library held in memory.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import {
  addressOfPrint,
  printPagesName,
  printReadyName,
  type PrintReady,
} from '../../src-bridge/printaddress.ts'
import type { PrintJob } from '../../src-library/model/print.ts'
import { pagesOfDestinations } from './paper.ts'

export type Printed = {
  readonly pdf: Buffer
  readonly ready: PrintReady
  readonly drawn: Drawn
}

/** What the view had drawn, for the checks to compare the paper with. White space is collapsed. */
export type Drawn = {
  readonly parts: number
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  /** Paragraphs of the parts. */
  readonly paragraphs: readonly string[]
  /** Without their columns of marks. */
  readonly tables: readonly { readonly head: string; readonly rows: readonly string[] }[]
  readonly addresses: readonly string[]
  /** Titles of the list of sources. */
  readonly sources: readonly string[]
  /** Titles of the contents. */
  readonly contents: readonly string[]
  readonly images: number
}

const nothingDrawn: Drawn = {
  parts: 0,
  headings: [],
  paragraphs: [],
  tables: [],
  addresses: [],
  sources: [],
  contents: [],
  images: 0,
}

export type PrintAsked = {
  /** Changes the drawn page before it is printed: a check must be seen to fail. */
  readonly spoil?: (page: Page) => Promise<void>
  /** Looks at the drawn page. */
  readonly look?: (page: Page) => Promise<void>
  readonly tagged?: boolean
  readonly outline?: boolean
  /** Page numbers to write instead of those the first printing shows. */
  readonly pages?: Readonly<Record<string, number>>
}

export type Printer = {
  readonly print: (job: PrintJob, asked?: PrintAsked) => Promise<Printed>
  readonly close: () => Promise<void>
}

type Places = {
  /** The folder of the built page. */
  readonly page: string
  /** Files by their path under `library/`. */
  readonly library: ReadonlyMap<string, string | Uint8Array>
  /** Its executable; null takes Playwright's own. */
  readonly chromium: string | null
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** As strict as the app's own (src-main/lockdown), so that what needs more is seen here too. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'none'; img-src 'self'; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html fieldshelf-worker"

export async function openPrinter({ page: folder, library, chromium: executable }: Places): Promise<Printer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1)
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    response.setHeader('content-security-policy', policy)
    try {
      const body = path.startsWith('library/')
        ? library.get(path.slice('library/'.length))
        : readFileSync(join(folder, normalize(`/${path}`)))
      response.statusCode = body === undefined ? 404 : 200
      response.end(body)
    } catch {
      response.statusCode = 404
      response.end()
    }
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await chromium.launch({
    ...(executable === null ? {} : { executablePath: executable }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

  const print: Printer['print'] = async (job, asked = {}) => {
    const page = await browser.newPage()
    const { tagged = true, outline = true } = asked
    const pdfOf = (): Promise<Buffer> =>
      page.pdf({ preferCSSPageSize: true, printBackground: true, tagged, outline })
    try {
      await page.goto(base + addressOfPrint(job))
      const ready = await page.evaluate<PrintReady, string>(
        (name) => (globalThis as unknown as Record<string, Promise<PrintReady>>)[name] as Promise<PrintReady>,
        printReadyName,
      )
      if (!ready.ok) return { pdf: Buffer.alloc(0), ready, drawn: nothingDrawn }
      const drawn = await drawnOn(page)
      await asked.look?.(page)
      await asked.spoil?.(page)
      const first = await pdfOf()
      if (ready.value.numbered.length === 0) return { pdf: first, ready, drawn }
      await page.evaluate(
        ([name, pages]) =>
          (globalThis as unknown as Record<string, (pages: Record<string, number>) => void>)[name]?.(pages),
        [printPagesName, asked.pages ?? pagesOfDestinations(first)] as const,
      )
      return { pdf: await pdfOf(), ready, drawn }
    } finally {
      await page.close()
    }
  }
  const close: Printer['close'] = async () => {
    await browser.close()
    await new Promise((resolve) => server.close(resolve))
  }
  return { print, close }
}

async function drawnOn(page: Page): Promise<Drawn> {
  const line = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const all = async (selector: string): Promise<string[]> =>
    (await page.locator(selector).allTextContents()).map(line)
  const headings = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((found) => found.map(({ tagName, textContent }) => ({ tagName, textContent })))
  const tables = await page.locator('.table-frame table').evaluateAll((found) =>
    found.map((table) =>
      [...table.querySelectorAll('tr')].map((row) =>
        [...row.children]
          .filter((cell) => cell.className !== 'marks')
          .map((cell) => cell.textContent)
          .join(' '),
      ),
    ),
  )
  return {
    parts: await page.locator('.part').count(),
    headings: headings.map(({ tagName, textContent }) => ({
      level: Number(tagName.slice(1)),
      text: line(textContent),
    })),
    paragraphs: await all('.part p:not(.kicker, .label, .statement, .box-title)'),
    tables: tables.map(([head, ...rows]) => ({ head: line(head ?? ''), rows: rows.map(line) })),
    addresses: await all('.address'),
    sources: await all('.sources cite'),
    contents: await all('.line-title'),
    images: await page.locator('img').count(),
  }
}
