/**
 * Prints every golden document, and the hits of a search in the bundled pack, and lays their pages side by side, to be
 * looked at: `npm run paper` writes out/paper/<name>.pdf and out/paper/sheet-<n>.png. The first page of each is in
 * docs/pictures/paper.png.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { noFilters } from '../../src-library/model/filters.ts'
import type { EvidenceJob } from '../../src-library/model/print.ts'
import { findChromium } from '../../src-standin/chromium.ts'
import { dossierOf200, goldens, jobOf } from './golden.ts'
import { goldenLibrary } from './goldenpack.ts'
import { libraryFrom } from '../../src-standin/printing/libraryfolder.ts'
import { openPrinter, type Printer } from '../../src-standin/printing/printer.ts'

const out = resolve(import.meta.dirname, '../../out')
const folder = join(out, 'paper')
const documentsASheet = 8
/** Pages of a document that are shown: the first ones, of a long one from all over it. */
const mostPages = 6
const mostOfLong = 12

const evidence: EvidenceJob = {
  kind: 'evidence',
  search: { query: 'shelter for victims', filters: noFilters, order: 'relevance', language: 'en' },
  most: 20,
  textSize: 12,
  paper: 'A4',
  printedOn: jobOf([]).printedOn,
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const executable = findChromium()
const places = { page: join(out, 'renderer'), chromium: executable }
await printAll(goldenLibrary(), [...goldens, dossierOf200])
await printAll(libraryFrom([join(out, 'library/trafficking-azerbaijan')]).files, [
  { name: 'evidence', job: evidence },
])

async function printAll(
  library: Parameters<typeof openPrinter>[0]['library'],
  documents: readonly { readonly name: string; readonly job: Parameters<Printer['print']>[0] }[],
): Promise<void> {
  const printer = await openPrinter({ ...places, library })
  for (const { name, job } of documents) {
    const { pdf, ready } = await printer.print(job, { undrawn: true })
    if (!ready.ok) throw new Error(`${name}: ${ready.failure.kind} ${ready.failure.detail}`)
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, pdf)
    for (const page of shownOf(file)) {
      const image = join(folder, `${name}-${String(page).padStart(3, '0')}`)
      execFileSync('pdftoppm', [
        '-r',
        '50',
        '-png',
        '-singlefile',
        '-f',
        `${page}`,
        '-l',
        `${page}`,
        file,
        image,
      ])
    }
  }
  await printer.close()
}

/** Page numbers, rising. */
function shownOf(file: string): readonly number[] {
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1])
  const from = (count: number, of: (index: number) => number): readonly number[] =>
    Array.from({ length: count }, (_, index) => of(index))
  return pages > 50
    ? from(mostOfLong, (index) => 1 + Math.round((index * (pages - 1)) / (mostOfLong - 1)))
    : from(Math.min(pages, mostPages), (index) => index + 1)
}

const pages = readdirSync(folder).filter((file) => file.endsWith('.png'))
const rowOf = (name: string): string => {
  const own = pages.filter((file) => file.replace(/-\d+\.png$/, '') === name).sort()
  const images = own.map((file) => `<img src="${pathToFileURL(join(folder, file)).href}">`)
  return `<figure><figcaption>${name}</figcaption><div>${images.join('')}</div></figure>`
}
const browser = await chromium.launch({
  ...(executable === null ? {} : { executablePath: executable }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const page = await browser.newPage({ viewport: { width: 1700, height: 800 } })
const names = [...goldens.map(({ name }) => name), dossierOf200.name, 'evidence']
for (let first = 0; first < names.length; first += documentsASheet) {
  const rows = names.slice(first, first + documentsASheet).map(rowOf)
  const html = join(folder, 'sheet.html')
  const style =
    'body{font:bold 14px sans-serif;background:#999;display:flex;flex-wrap:wrap;gap:16px}' +
    'figure{margin:0}figcaption{margin-bottom:4px}div{display:flex;flex-wrap:wrap;gap:6px}img{height:380px}'
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('')}`)
  await page.goto(pathToFileURL(html).href)
  await page.screenshot({ path: join(folder, `sheet-${first / documentsASheet + 1}.png`), fullPage: true })
}
const firsts = names.flatMap((name) =>
  pages
    .filter((file) => file.replace(/-\d+\.png$/, '') === name)
    .sort()
    .slice(0, 1),
)
const images = firsts.map((file) => `<img src="${pathToFileURL(join(folder, file)).href}">`)
const small = 'body{margin:8px;background:#999;display:flex;flex-wrap:wrap;gap:8px}img{height:230px}'
const html = join(folder, 'sheet.html')
writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${small}</style>${images.join('')}`)
await page.goto(pathToFileURL(html).href)
await page.screenshot({ path: resolve(out, '../docs/pictures/paper.png'), fullPage: true })
await browser.close()
for (const file of [...pages, 'sheet.html']) rmSync(join(folder, file))
process.stdout.write(`${names.length} documents, in ${folder}.\n`)
