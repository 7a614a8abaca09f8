/**
 * Prints every golden document and lays their pages side by side, to be looked
 * at: `npm run paper` writes out/paper/<name>.pdf and out/paper/sheet-<n>.png.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from '../host/chromium.ts'
import { goldens } from './golden.ts'
import { goldenLibrary } from './goldenpack.ts'
import { openPrinter } from './printer.ts'

const out = resolve(import.meta.dirname, '../../out')
const folder = join(out, 'paper')
const documentsASheet = 8
const mostPages = 6

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const executable = findChromium()
const printer = await openPrinter({
  page: join(out, 'renderer'),
  library: goldenLibrary(),
  chromium: executable,
})
for (const { name, job } of goldens) {
  const { pdf, ready } = await printer.print(job)
  if (!ready.ok) throw new Error(`${name}: ${ready.failure.kind} ${ready.failure.detail}`)
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-r', '50', '-png', '-l', String(mostPages), file, join(folder, name)])
}
await printer.close()

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
const names = goldens.map(({ name }) => name)
for (let first = 0; first < names.length; first += documentsASheet) {
  const rows = names.slice(first, first + documentsASheet).map(rowOf)
  const html = join(folder, 'sheet.html')
  const style =
    'body{font:bold 14px sans-serif;background:#999;display:flex;flex-wrap:wrap;gap:16px}' +
    'figure{margin:0}figcaption{margin-bottom:4px}div{display:flex;gap:6px}img{height:380px}'
  writeFileSync(html, `<!doctype html><meta charset="utf-8"><style>${style}</style>${rows.join('')}`)
  await page.goto(pathToFileURL(html).href)
  await page.screenshot({ path: join(folder, `sheet-${first / documentsASheet + 1}.png`), fullPage: true })
}
await browser.close()
for (const file of [...pages, 'sheet.html']) rmSync(join(folder, file))
process.stdout.write(`${names.length} documents, in ${folder}.\n`)
