/**
 * `npm run bench -- usb`: the USB edition of the bundled pack, opened from its folder as a person does by double click.
 * From the start of the browser, and from the opening of the page, to a search field that can be typed into and to
 * the first hits with marks on screen. Somebody types the query as soon as the field is there, without a pause
 * between keys.
 *
 * Each opening has a browser and a profile of its own. On Linux the files of the edition leave the cache of the disk
 * before it, as after plugging in a stick.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findChromium } from '../src-standin/chromium.ts'

const root = resolve(import.meta.dirname, '..')
const open = '<!-- measured: written by npm run bench -- usb -->'
const close = '<!-- end of what is measured of the USB edition -->'
const queries = ['shelter', 'siginacaq', 'traficking children'] as const

/** Milliseconds. */
type Times = { readonly p50: number; readonly p95: number; readonly samples: number }
export type StickMeasured = {
  readonly files: number
  readonly bytes: number
  /** What else the machine did before: its load of the last minute. */
  readonly load: number
  readonly queries: readonly {
    readonly query: string
    /** From the opening of the page. */
    readonly field: Times
    readonly hits: Times
    /** From the start of the browser. */
    readonly hitsFromStart: Times
  }[]
}

export async function measureStick(openings: number): Promise<StickMeasured> {
  const [load = 0] = loadavg()
  // Not in the folder for temporary files: where that one is in memory, no file leaves a cache.
  const cache = join(root, 'out/bench')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'usb-'))
  try {
    const stick = join(folder, 'stick')
    const shelf = ['--import', 'tsx', join(root, 'src-compiler/cli.ts'), 'stick']
    const pack = join(root, 'out/library/trafficking-azerbaijan')
    execFileSync(process.execPath, [...shelf, pack, '--out', stick], { cwd: root, stdio: 'pipe' })
    const files = readdirSync(stick, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    const runs = queries.map(() => [] as Opening[])
    // In turn, so that what else the machine does meets all of them.
    for (let opening = 0; opening < openings; opening++) {
      for (const [at, query] of queries.entries()) {
        leaveDiskCache(files)
        runs[at]?.push(await openStick(folder, stick, query))
      }
    }
    return {
      files: files.length,
      bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
      load,
      queries: queries.map((query, at) => {
        const own = runs[at] ?? []
        return {
          query,
          field: summarise(own.map(({ field }) => field)),
          hits: summarise(own.map(({ hits }) => hits)),
          hitsFromStart: summarise(own.map(({ hitsFromStart }) => hitsFromStart)),
        }
      }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** Pages that are not written to the disk yet stay in the cache: `sync` comes first. */
function leaveDiskCache(files: readonly string[]): void {
  if (process.platform !== 'linux') return
  spawnSync('sync', files)
  for (const file of files)
    spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none'], { stdio: 'ignore' })
}

type Opening = { readonly field: number; readonly hits: number; readonly hitsFromStart: number }

async function openStick(folder: string, stick: string, query: string): Promise<Opening> {
  const executablePath = findChromium()
  if (executablePath === null)
    throw new Error('No Chromium was found: install one, or name it in CHROMIUM_PATH.')
  const started = Date.now()
  const context = await chromium.launchPersistentContext(mkdtempSync(join(folder, 'profile-')), {
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = context.pages()[0] ?? (await context.newPage())
    await page.addInitScript(watch)
    await page.goto(pathToFileURL(join(stick, 'Fieldshelf.html')).href, { waitUntil: 'commit' })
    await page.locator('#search-field').focus()
    await page.keyboard.type(query)
    await page.waitForFunction(() => (globalThis as unknown as Watched).watched.hits > 0)
    const { origin, field, hits, said, marks } = await page.evaluate(() => ({
      origin: performance.timeOrigin,
      ...(globalThis as unknown as Watched).watched,
      said: document.querySelector('h1')?.textContent ?? '',
      marks: document.querySelectorAll('.hits mark').length,
    }))
    if (!said.includes(query) || marks === 0) throw new Error(`No marked hits for “${query}”: ${said}`)
    return { field, hits, hitsFromStart: origin + hits - started }
  } finally {
    await context.close()
  }
}

type Watched = { watched: { field: number; hits: number } }

/**
 * Runs in the page before its own scripts: when the field came, and when the first frame with a marked hit was
 * painted, in milliseconds from the opening. Zero until then. No function in it has a name of its own: the loader
 * would have them named by something that the page does not have.
 */
function watch(): void {
  const watched = { field: 0, hits: 0 }
  let isSeen = false
  Object.assign(globalThis, { watched })
  new MutationObserver(() => {
    if (watched.field === 0 && document.querySelector('#search-field')) watched.field = performance.now()
    if (isSeen || !document.querySelector('.hits mark')) return
    isSeen = true
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => (watched.hits = performance.now()))
      port1.start()
      port2.postMessage(null)
    })
  }).observe(document, { subtree: true, childList: true })
}

function summarise(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: Math.round(at(0.5)), p95: Math.round(at(0.95)), samples: sorted.length }
}

export function writeStickReport(file: string, { files, bytes, load, queries }: StickMeasured): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(open)
  const after = page.split(close)[1] ?? ''
  const of = ({ p50, p95 }: Times): string => `${p50} / ${p95}`
  const rows = [
    ['query', 'page to search field', 'page to marked hits', 'start of the browser to marked hits'],
    ['---', '---', '---', '---'],
    ...queries.map(({ query, field, hits, hitsFromStart }) => [
      query,
      of(field),
      of(hits),
      of(hitsFromStart),
    ]),
  ]
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n')
  const size = `${files} files, ${(bytes / 1e6).toFixed(2)} MB`
  const openings = queries[0]?.hits.samples ?? 0
  const said = `${size}. Milliseconds, p50 / p95 of ${openings} openings, with a load of ${load.toFixed(1)} before.`
  writeFileSync(file, `${before}${open}\n\n${said}\n\n${table}\n\n${close}${after}`)
}
