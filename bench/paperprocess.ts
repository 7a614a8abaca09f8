/**
 * One document, printed once, by an app or a browser of its own, so that nothing of another print is measured:
 *   paperprocess ours <golden> <html file>    the app itself, as its preview asks for it; writes its HTML beside
 *   paperprocess shelf <golden> <html file>   `shelf print`, from the command to its end: a Chromium of its own, no app
 *   paperprocess bare <golden> <html file>    the same HTML as one page without styles, tags, outline or a second pass
 * Prints one line of JSON. App and browser run already when the clock starts, as they do when a reader prints. The
 * app's memory is that of its own processes; this one, which asks, is none of them.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../src-standin/chromium.ts'
import { writeSealed } from '../e2e/hostilepacks.ts'
import { openShelf } from '../e2e/launch.ts'
import { dossierOf200, goldens } from '../e2e/paper/golden.ts'
import { goldenLibrary, goldenPackId } from '../e2e/paper/goldenpack.ts'
import { openPrinter } from '../src-standin/printing/printer.ts'
import { bridgeName } from '../src-bridge/bridgename.ts'
import type { Bridge } from '../src-bridge/contract.ts'
import type { PrintJob } from '../src-library/model/print.ts'
import { canWatch, TreeWatch, type TreeUse } from './processtree.ts'

export type PaperUse = {
  readonly seconds: number
  /** Null where the system does not tell. */
  readonly use: TreeUse | null
  readonly bytes: number
}

const built = resolve(import.meta.dirname, '..')
const [way, name, htmlFile = ''] = process.argv.slice(2)
const job = [...goldens, dossierOf200].find((golden) => golden.name === name)?.job
if (!job) throw new Error(`There is no golden document ${name ?? ''}.`)
const executable = findChromium()
console.log(JSON.stringify(await (way === 'ours' ? ours(job) : way === 'shelf' ? shelf(job) : bare())))

async function measured(root: number, work: () => Promise<number>): Promise<PaperUse> {
  const watch = canWatch() ? new TreeWatch(root) : null
  const began = performance.now()
  const bytes = await work()
  const seconds = (performance.now() - began) / 1000
  return { seconds, use: watch?.end() ?? null, bytes }
}

async function ours(job: PrintJob): Promise<PaperUse> {
  await writeHtml(job)
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-app-'))
  try {
    for (const part of ['package.json', 'out/main', 'out/preload', 'out/renderer'])
      cpSync(join(built, part), join(folder, part), { recursive: true })
    writePack(join(folder, 'out/library'))
    const shelf = await openShelf('shell', { profile: join(folder, 'profile'), appPath: folder })
    try {
      const root = shelf.app?.process().pid
      if (root === undefined) throw new Error('The app is not running.')
      return await measured(root, () => shelf.page.evaluate(prepare, { job, bridgeName }))
    } finally {
      await shelf.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** Writes the golden pack, sealed, into a folder of packs. */
function writePack(library: string): void {
  const inPack = [...goldenLibrary()].flatMap(([path, content]) =>
    path.startsWith(`${goldenPackId}/`) ? [[path.slice(goldenPackId.length + 1), content] as const] : [],
  )
  writeSealed(library, goldenPackId, new Map(inPack))
}

async function shelf({ sections, preset, printedOn }: PrintJob): Promise<PaperUse> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-shelf-'))
  try {
    writePack(folder)
    const file = join(folder, 'print.pdf')
    const addresses = sections.map(({ article, anchor }) => `${article}#${anchor}`)
    const options = ['--preset', preset, '--date', printedOn, '--out', file]
    const script = join(built, 'src-compiler/cli.ts')
    const given = ['--import', 'tsx', script, 'print', join(folder, goldenPackId), ...addresses, ...options]
    const child = spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'inherit'] })
    const ended = once(child, 'exit')
    if (child.pid === undefined) throw new Error('`shelf print` could not be started.')
    return await measured(child.pid, async () => {
      const [code] = await ended
      if (code !== 0) throw new Error(`\`shelf print\` ended with ${String(code)}.`)
      return statSync(file).size
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** Runs in the page: what its preview asks for. Gives the length of the PDF. */
async function prepare({ job, bridgeName }: { job: PrintJob; bridgeName: string }): Promise<number> {
  const bridge = (globalThis as unknown as Record<string, Bridge>)[bridgeName]
  const answer = await bridge?.call('print.prepare', job)
  if (!answer?.ok) throw new Error(JSON.stringify(answer))
  return answer.value.bytes
}

/** What the view draws, for the other way to print. */
async function writeHtml(job: PrintJob): Promise<void> {
  const printer = await openPrinter({
    page: join(built, 'out/renderer'),
    library: goldenLibrary(),
    chromium: executable,
  })
  try {
    await printer.print(job, {
      undrawn: true,
      look: async (page) => {
        writeFileSync(htmlFile, await page.locator('main').evaluate((main) => main.outerHTML))
      },
    })
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
    return await measured(process.pid, async () => {
      const page = await browser.newPage()
      await page.setContent(html)
      return (await page.pdf({ format: 'A4' })).length
    })
  } finally {
    await browser.close()
  }
}
