/**
 * Prints jobs through the real print view in a headless Chromium, without the
 * shell: a plain server on the loopback interface answers the built page and a
 * library held in memory.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import {
  addressOfPrint,
  printPagesName,
  printReadyName,
  type PrintReady,
} from '../../src-bridge/printaddress.ts'
import type { PrintJob } from '../../src-library/model/print.ts'

export type Printed = {
  readonly pdf: Buffer
  readonly ready: PrintReady
  /** What the view had drawn: the headings in order, and the text of its source addresses. */
  readonly drawn: Drawn
}

export type Drawn = {
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  readonly addresses: readonly string[]
}

export type Printer = {
  readonly print: (job: PrintJob, spoil?: (page: Page) => Promise<void>) => Promise<Printed>
  readonly close: () => Promise<void>
}

type Places = {
  /** The folder of the built page. */
  readonly page: string
  /** Files by their path under `library/`. */
  readonly library: ReadonlyMap<string, string | Uint8Array>
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

/** `spoil` changes the drawn page before it is printed: a check must be seen to fail. */
export async function openPrinter({ page: folder, library }: Places): Promise<Printer> {
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
  const executablePath = process.env['CHROMIUM_PATH']
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

  const print: Printer['print'] = async (job, spoil) => {
    const page = await browser.newPage()
    try {
      await page.goto(base + addressOfPrint(job))
      const ready = await page.evaluate<PrintReady, string>(
        (name) => (globalThis as unknown as Record<string, Promise<PrintReady>>)[name] as Promise<PrintReady>,
        printReadyName,
      )
      if (!ready.ok) return { pdf: Buffer.alloc(0), ready, drawn: { headings: [], addresses: [] } }
      await spoil?.(page)
      const drawn = await drawnOn(page)
      const first = await pdfOf(page)
      if (ready.value.numbered.length === 0) return { pdf: first, ready, drawn }
      await page.evaluate(
        ([name, pages]) =>
          (globalThis as unknown as Record<string, (pages: Record<string, number>) => void>)[name]?.(pages),
        [printPagesName, pagesOfDestinations(first)] as const,
      )
      return { pdf: await pdfOf(page), ready, drawn }
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

const pdfOf = (page: Page): Promise<Buffer> =>
  page.pdf({ preferCSSPageSize: true, tagged: true, outline: true, printBackground: true })

async function drawnOn(page: Page): Promise<Drawn> {
  const line = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const headings = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((all) => all.map(({ tagName, textContent }) => ({ tagName, textContent })))
  const addresses = await page.locator('.address').allTextContents()
  return {
    headings: headings.map(({ tagName, textContent }) => ({
      level: Number(tagName.slice(1)),
      text: line(textContent),
    })),
    addresses: addresses.map(line),
  }
}

/** The page of each named destination, as poppler reads them. */
export function pagesOfDestinations(pdf: Uint8Array): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-paper-'))
  try {
    const file = join(folder, 'paper.pdf')
    writeFileSync(file, pdf)
    const lines = execFileSync('pdfinfo', ['-dests', file], { encoding: 'utf8' }).split('\n')
    return Object.fromEntries(
      lines.flatMap((line) => {
        const match = /^\s*(\d+) \[.*\] "(.*)"$/.exec(line)
        return match?.[2] === undefined ? [] : [[match[2], Number(match[1])]]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}
