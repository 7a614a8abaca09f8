/**
 * Prints jobs without the shell: the real print view in a headless Chromium,
 * laid out and finished by main's own code. A plain server on the loopback
 * interface answers the built page and a library held in memory.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import {
  addressOfPrint,
  addressOfPrintDialog,
  printPagesName,
  printReadyName,
  printStepName,
  type PrintReady,
} from '../../src-bridge/printaddress.ts'
import { idlePages } from '../chromium.ts'
import type { PrintJob, PrintRequest } from '../../src-library/model/print.ts'
import { pageHeaders } from '../../src-main/lockdown/policy.ts'
import { childProcess } from '../../src-isolated/childprocess.ts'
import { Isolated } from '../../src-isolated/isolated.ts'
import {
  finishPdf,
  printNumbered,
  readView,
  type PrintPage,
  type ReadPdf,
  type ReportStep,
} from '../../src-main/printing/layout.ts'
import { pdfLimits, pdfTask } from '../../src-main/printing/pdftask.ts'

const isolatedScript = new URL('../../src-main/isolated/process.ts', import.meta.url)

export type PrintedDocument = {
  readonly pdf: Buffer
  readonly ready: PrintReady
  readonly drawn: DrawnView
}

/** What the view had drawn, for the checks to compare the paper with. White space is collapsed. */
export type DrawnView = {
  readonly parts: number
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  /** Paragraphs of running text of the parts; empty where a part is only a figure. */
  readonly paragraphs: readonly string[]
  /** Without their columns of marks. */
  readonly tables: readonly {
    readonly caption: string
    readonly head: string
    readonly rows: readonly string[]
  }[]
  /** Every printed address: where its link leads, and its words. */
  readonly addresses: readonly { readonly address: string | null; readonly words: string }[]
  /** Titles of the list of sources. */
  readonly sources: readonly string[]
  /** Titles of the contents. */
  readonly contents: readonly string[]
  /** Of each part, as its text says it; empty where it is the document's. */
  readonly languages: readonly string[]
  /** The text of the parts with their own headings, of the notes and of the title: all that was chosen. */
  readonly chosen: readonly string[]
  /** Links inside the document: where each leads, and the page that is printed behind it. */
  readonly references: readonly { readonly target: string; readonly page: string | null }[]
  /** Of numbered lists: each number with the first words of its item. */
  readonly numbered: readonly { readonly number: number; readonly words: string }[]
  /** Beginnings of pages that have a reason: a break that was asked for, or a table that is kept whole with its heading. */
  readonly begins: readonly { readonly why: 'break' | 'table'; readonly words: string }[]
  /** Items of check lists. */
  readonly checks: number
  readonly images: number
  readonly charts: number
}

/** A view on which nothing is drawn. */
export const nothingDrawn: DrawnView = {
  parts: 0,
  headings: [],
  paragraphs: [],
  tables: [],
  addresses: [],
  sources: [],
  contents: [],
  languages: [],
  chosen: [],
  references: [],
  numbered: [],
  begins: [],
  checks: 0,
  images: 0,
  charts: 0,
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
  /** False leaves the PDF as the engine wrote it. */
  readonly finish?: boolean
  /** Leaves out what the view had drawn: asking for it takes longer than a short print. */
  readonly undrawn?: boolean
  /** Told of every step. */
  readonly tell?: ReportStep
}

export type Printer = {
  readonly print: (job: PrintRequest, asked?: PrintAsked) => Promise<PrintedDocument>
  /** The print view as a browser's tab shows it, its dialog stubbed: `dialogs` counts how often it was opened. */
  readonly tab: (job: PrintJob) => Promise<Page>
  readonly close: () => Promise<void>
}

type PrinterSetup = {
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

export async function openPrinter({
  page: folder,
  library,
  chromium: executable,
}: PrinterSetup): Promise<Printer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(1)
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream')
    response.setHeader('content-security-policy', pageHeaders['content-security-policy'])
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
    args: [
      `--disable-features=${idlePages.join(',')}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })

  const isolated = new Isolated({ launch: childProcess(isolatedScript) })
  const readPdf: ReadPdf = (bytes, facts, signal) =>
    isolated.run(pdfTask, bytes, { facts }, { ...pdfLimits, signal })

  const print: Printer['print'] = async (job, asked = {}) => {
    const page = await browser.newPage()
    try {
      await page.goto(base + addressOfPrint(job))
      const view = printPageOn(page, asked)
      const tell = asked.tell ?? (() => undefined)
      const ready = await readView(view, tell)
      if (!ready.ok) return { pdf: Buffer.alloc(0), ready, drawn: nothingDrawn }
      const drawn = asked.undrawn === true ? nothingDrawn : await drawnOn(page)
      await asked.look?.(page)
      await asked.spoil?.(page)
      if (asked.finish === false)
        return {
          pdf: Buffer.from(await view.toPdf(job.paper, { tagged: true, outline: !ready.value.neutral })),
          ready,
          drawn,
        }
      const tools = { tell, readPdf, signal: new AbortController().signal }
      if (asked.pages) await view.showPages(asked.pages)
      const numbered = await printNumbered(view, ready.value, job.paper, tools)
      if (!numbered.ok) return { pdf: Buffer.alloc(0), ready: numbered, drawn }
      const { title, language, neutral } = ready.value
      // As main does it.
      await page.close()
      const facts = { title, language, printedOn: job.printedOn, neutral, booklet: job.paper === 'booklet' }
      const pdf = await finishPdf(numbered.value.bytes, facts, tools)
      return pdf.ok
        ? { pdf: Buffer.from(pdf.value), ready, drawn }
        : { pdf: Buffer.alloc(0), ready: pdf, drawn }
    } finally {
      await page.close()
    }
  }
  const tab: Printer['tab'] = async (job) => {
    const page = await browser.newPage({ locale: 'en' })
    await page.addInitScript(() => {
      Object.assign(globalThis, {
        dialogs: 0,
        print: () => {
          const counted = globalThis as { dialogs?: number }
          counted.dialogs = (counted.dialogs ?? 0) + 1
        },
      })
    })
    await page.goto(base + addressOfPrintDialog(job))
    return page
  }
  const close: Printer['close'] = async () => {
    isolated.close()
    await browser.close()
    await new Promise((resolve) => server.close(resolve))
  }
  return { print, tab, close }
}

/** What main prints through, on a page of Playwright's. */
function printPageOn(page: Page, { tagged = true, outline = true, pages }: PrintAsked): PrintPage {
  return {
    ready: () =>
      page.evaluate((name) => (globalThis as unknown as Record<string, unknown>)[name], printReadyName),
    stepAfter: (seen) =>
      page.evaluate(
        ([name, count]) =>
          (globalThis as unknown as Record<string, (seen: number) => Promise<unknown>>)[name]?.(count),
        [printStepName, seen] as const,
      ),
    showPages: (found) =>
      page.evaluate(
        ([name, known]) =>
          (globalThis as unknown as Record<string, (pages: Record<string, number>) => void>)[name]?.(known),
        [printPagesName, pages ?? found] as const,
      ),
    tidy: async () => {
      const devtools = await page.context().newCDPSession(page)
      await devtools.send('HeapProfiler.collectGarbage')
      await devtools.detach()
    },
    toPdf: (_paper, made) =>
      page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: tagged && made.tagged,
        outline: outline && made.outline,
      }),
    toPaper: () => Promise.resolve({ printed: false, reason: 'There is no printer here.' }),
    close: () => void page.close(),
  }
}

async function drawnOn(page: Page): Promise<DrawnView> {
  const line = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim()
  const all = async (selector: string): Promise<string[]> =>
    (await page.locator(selector).allTextContents()).map(line)
  const headings = await page
    .locator('h1, h2, h3, h4, h5, h6')
    .evaluateAll((found) => found.map(({ tagName, textContent }) => ({ tagName, textContent })))
  const tables = await page.locator('.table-frame table').evaluateAll((found: HTMLTableElement[]) =>
    found.map((table) => ({
      caption:
        table.caption?.textContent ??
        table.closest('.data-figure')?.querySelector('.data-caption')?.textContent ??
        '',
      rows: [...table.querySelectorAll('tr')].map((row) =>
        [...row.children]
          .filter((cell) => !cell.classList.contains('marks'))
          .map((cell) => cell.textContent)
          .join(' '),
      ),
    })),
  )
  return {
    parts: await page.locator('.part').count(),
    headings: headings.map(({ tagName, textContent }) => ({
      level: Number(tagName.slice(1)),
      text: line(textContent),
    })),
    paragraphs: await all('.part p:not(.kicker, .label, .statement, .box-title, .data-caption, .table-note)'),
    tables: tables.map(({ caption, rows: [head, ...rows] }) => ({
      caption: line(caption),
      head: line(head ?? ''),
      rows: rows.map(line),
    })),
    addresses: await page.locator('.web-address').evaluateAll((found) =>
      found.map((one) => ({
        address: one.closest('a')?.getAttribute('href') ?? null,
        words: one.textContent,
      })),
    ),
    sources: await all('.sources cite'),
    contents: await all('.line-title'),
    languages: await page
      .locator('.part')
      .evaluateAll((parts) =>
        parts.map((part) => part.querySelector<HTMLElement>(':scope > div')?.lang ?? ''),
      ),
    chosen: await all('.document h1, .card > p, .own-heading, .part > div:not(.elsewhere), .section, .notes'),
    references: await page.locator('.cross-reference').evaluateAll((found) =>
      found.map((one) => ({
        target: (one as HTMLElement).dataset['to'] ?? '',
        page: one.querySelector('span')?.textContent ?? null,
      })),
    ),
    numbered: (
      await page.locator('.part ol > li:not(.check)').evaluateAll((items: HTMLLIElement[]) =>
        items.map((item) => {
          const list = item.parentElement as HTMLOListElement
          const before = [...list.children].indexOf(item)
          return {
            number: item.value > 0 ? item.value : list.start + before,
            words: item.querySelector('p')?.textContent ?? item.textContent,
          }
        }),
      )
    ).map(({ number, words }) => ({ number, words: line(words).slice(0, 24) })),
    begins: await beginsOn(page),
    checks: await page.locator('li.check').count(),
    images: await page.locator('img, canvas').count(),
    charts: await page.locator('.chart').count(),
  }
}

/** Read from the styles that the engine lays out for paper. */
async function beginsOn(page: Page): Promise<DrawnView['begins']> {
  await page.emulateMedia({ media: 'print' })
  const begins = await page.locator('.document').evaluate((root) => {
    const text = (element: Element | null): string => {
      const own = (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
      // A break may be an element of its own, without a word.
      return own === '' && element?.nextElementSibling ? text(element.nextElementSibling) : own.slice(0, 60)
    }
    const forced = new Set(['page', 'left', 'right', 'recto', 'verso', 'always', 'all'])
    const found: { why: 'break' | 'table'; words: string }[] = []
    for (const element of root.querySelectorAll('*')) {
      const style = getComputedStyle(element)
      if (forced.has(style.breakBefore)) found.push({ why: 'break', words: text(element) })
      if (forced.has(style.breakAfter)) found.push({ why: 'break', words: text(element.nextElementSibling) })
      if (!element.classList.contains('table-frame') || style.breakInside !== 'avoid') continue
      // Its caption, and a heading that may not be parted from it.
      for (let first: Element | null = element; first; first = first.previousElementSibling) {
        found.push({ why: 'table', words: text(first) })
        const before: Element | null = first.previousElementSibling
        if (!before || getComputedStyle(before).breakAfter !== 'avoid') break
      }
    }
    return found
  })
  await page.emulateMedia({ media: null })
  return begins
}
