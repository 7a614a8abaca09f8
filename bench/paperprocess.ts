/**
 * One document, printed once, in a process with a browser of its own, so that nothing of another print is measured:
 *   paperprocess ours <golden> <html file>    through the print view and main's own code; writes its HTML beside
 *   paperprocess bare <golden> <html file>    the same HTML as one page without styles, tags, outline or a second pass
 * Prints one line of JSON. The browser runs already when the clock starts, as it does when a reader prints.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../e2e/host/chromium.ts'
import { dossierOf200, goldens } from '../e2e/paper/golden.ts'
import { goldenLibrary } from '../e2e/paper/goldenpack.ts'
import { openPrinter } from '../e2e/paper/printer.ts'
import type { PrintJob } from '../src-library/model/print.ts'
import { canWatch, TreeWatch, type TreeUse } from './processtree.ts'

export type PaperUse = {
  readonly seconds: number
  /** Null where the system does not tell. */
  readonly use: TreeUse | null
  readonly bytes: number
}

const [way, name, htmlFile = ''] = process.argv.slice(2)
const job = [...goldens, dossierOf200].find((golden) => golden.name === name)?.job
if (!job) throw new Error(`There is no golden document ${name ?? ''}.`)
const executable = findChromium()
console.log(JSON.stringify(await (way === 'ours' ? ours(job) : bare())))

async function measured(work: () => Promise<Uint8Array>): Promise<PaperUse> {
  const watch = canWatch() ? new TreeWatch(process.pid) : null
  const began = performance.now()
  const pdf = await work()
  const seconds = (performance.now() - began) / 1000
  return { seconds, use: watch?.end() ?? null, bytes: pdf.length }
}

async function ours(job: PrintJob): Promise<PaperUse> {
  const printer = await openPrinter({
    page: resolve(import.meta.dirname, '../out/renderer'),
    library: goldenLibrary(),
    chromium: executable,
  })
  try {
    const result = await measured(async () => {
      const { pdf, ready } = await printer.print(job, { undrawn: true })
      if (!ready.ok) throw new Error(ready.failure.detail)
      return pdf
    })
    await printer.print(job, {
      undrawn: true,
      look: async (page) => {
        writeFileSync(htmlFile, await page.locator('main').evaluate((main) => main.outerHTML))
      },
    })
    return result
  } finally {
    await printer.close()
  }
}

async function bare(): Promise<PaperUse> {
  const html = readFileSync(htmlFile, 'utf8')
  const browser = await chromium.launch({
    ...(executable === null ? {} : { executablePath: executable }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    return await measured(async () => {
      const page = await browser.newPage()
      await page.setContent(html)
      return page.pdf({ format: 'A4' })
    })
  } finally {
    await browser.close()
  }
}
