/**
 * `npm run bench -- import`: 500 mixed files, by the command line and in the app. In the app somebody types into the
 * search field meanwhile, as a person does who waits: from each key to the frame behind it, and how late main's own
 * timers are.
 *
 * The files are the bundled pack printed as web pages, Word files and wikitext, and the samples of the tests.
 */
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { openShelf } from '../e2e/launch.ts'
import { printTree, treeFormats } from '../src-compiler/0-import/testing/printedtrees.ts'
import { readMarkdown } from '../src-compiler/0-import/write.ts'

const root = resolve(import.meta.dirname, '..')
const pack = join(root, 'content/trafficking-azerbaijan')
const samples = join(root, 'src-compiler/0-import/samples')
const open = '<!-- measured: written by npm run bench -- import -->'
const close = '<!-- end of what is measured of import -->'
/** Between two keys. */
const betweenKeys = 150

type Times = { readonly p50: number; readonly p95: number; readonly most: number; readonly samples: number }
export type ImportMeasured = {
  readonly files: number
  readonly bytes: number
  readonly commandSeconds: number
  readonly appSeconds: number
  readonly added: number
  readonly refused: number
  /** Milliseconds from a key to the frame that shows it, before and during the import. */
  readonly keysBefore: Times
  readonly keysDuring: Times
  /** Milliseconds that a timer of main is late, during the import. */
  readonly mainLate: Times
}

export async function measureImport(count: number): Promise<ImportMeasured> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-import-'))
  try {
    const files = join(folder, 'files')
    mkdirSync(files)
    await writeFiles(files, count)
    const names = readdirSync(files)
    const bytes = names.reduce((sum, name) => sum + statSync(join(files, name)).size, 0)
    const began = performance.now()
    const args = ['--import', 'tsx', join(root, 'src-compiler/cli.ts'), 'import', files]
    try {
      execFileSync(process.execPath, [...args, '--into', join(folder, 'pack')], {
        stdio: 'ignore',
        cwd: root,
      })
    } catch {
      // It ends with 1 where a file is refused: some samples are.
    }
    const commandSeconds = (performance.now() - began) / 1000
    return { files: names.length, bytes, commandSeconds, ...(await inTheApp(files, join(folder, 'profile'))) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function writeFiles(folder: string, count: number): Promise<void> {
  let made = 0
  const write = (name: string, bytes: string | Uint8Array): void => {
    if (made++ < count) writeFileSync(join(folder, name), bytes)
  }
  for (const sample of readdirSync(samples, { withFileTypes: true }).filter((one) => one.isDirectory())) {
    const input = readdirSync(join(samples, sample.name)).find((name) => name.startsWith('input.')) ?? ''
    const path = join(samples, sample.name, input)
    if (statSync(path).isFile()) write(`${sample.name}-${input}`, readFileSync(path))
  }
  for (const format of treeFormats)
    for (const path of readdirSync(pack, { recursive: true, encoding: 'utf8' }).filter((one) =>
      one.endsWith('.md'),
    )) {
      const tree = readMarkdown(readFileSync(join(pack, path), 'utf8').replace(/^---[^]*?\n---\n/, ''))
      if (!tree) continue
      const { name, bytes } = await printTree(format, tree)
      write(`${basename(path, '.md')}${name.slice(1)}`, bytes)
    }
  // Texts, for as many as are missing.
  for (let i = 0; made < count; i++)
    write(
      `notes-${i}.txt`,
      `Notes ${i}\n${`The village has ${i} wells, and each has a name of its own.\n`.repeat(40)}`,
    )
}

async function inTheApp(
  files: string,
  profile: string,
): Promise<Omit<ImportMeasured, 'files' | 'bytes' | 'commandSeconds'>> {
  if (!existsSync(join(root, 'out/main/index.js'))) throw new Error('Build the app first: npm run build')
  cpSync(join(root, 'package.json'), join(files, '..', 'package.json'))
  const shelf = await openShelf('shell', { profile, appPath: root })
  try {
    const { page, app } = shelf
    if (!app) throw new Error('There is no main process here.')
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
      const watched = globalThis as unknown as { late: number[]; watch: ReturnType<typeof setInterval> }
      watched.late = []
      let last = performance.now()
      watched.watch = setInterval(() => {
        const now = performance.now()
        watched.late.push(Math.max(0, now - last - 20))
        last = now
      }, 20)
    }, files)
    await page.locator('#search-field').waitFor()
    await page.evaluate(() => {
      const watched = globalThis as unknown as { keys: number[] }
      watched.keys = []
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => watched.keys.push(performance.now() - timeStamp)
            port2.postMessage(null)
          })
        },
        true,
      )
    })
    const type = async (until: () => boolean): Promise<Times> => {
      await page.evaluate(() => ((globalThis as unknown as { keys: number[] }).keys.length = 0))
      await page.locator('#search-field').focus()
      for (let i = 0; !until(); i++) {
        await page.keyboard.press('shelter hotline '[i % 16] ?? 'a')
        if (i % 16 === 15) await page.locator('#search-field').fill('')
        await page.waitForTimeout(betweenKeys)
      }
      return timesOf(await page.evaluate(() => (globalThis as unknown as { keys: number[] }).keys))
    }
    let typed = 0
    const keysBefore = await type(() => typed++ >= 60)
    await app.evaluate(() => ((globalThis as unknown as { late: number[] }).late.length = 0))
    const began = performance.now()
    let isDone = false
    const importing = page
      .evaluate(async () => {
        type Answer = { readonly value: { readonly id: string; readonly added: []; readonly refused: [] } }
        type Bridge = { call(channel: string, request: unknown): Promise<Answer> }
        const { fieldshelf } = globalThis as unknown as { fieldshelf: Bridge }
        const made = await fieldshelf.call('own.create', { title: 'Five hundred', language: 'en' })
        const { value } = await fieldshelf.call('own.choose', { pack: made.value.id, what: 'folder' })
        return { added: value.added.length, refused: value.refused.length }
      })
      .finally(() => (isDone = true))
    const keysDuring = await type(() => isDone)
    const done = await importing
    const appSeconds = (performance.now() - began) / 1000
    const late = await app.evaluate(() => (globalThis as unknown as { late: number[] }).late)
    return { appSeconds, ...done, keysBefore, keysDuring, mainLate: timesOf(late) }
  } finally {
    await shelf.close()
  }
}

function timesOf(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0, samples: sorted.length }
}

export function writeImportReport(file: string, measured: ImportMeasured): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(open)
  const after = page.split(close)[1] ?? ''
  writeFileSync(file, `${before}${open}\n\n${tableOf(measured)}\n\n${close}${after}`)
}

function tableOf(measured: ImportMeasured): string {
  const { files, bytes, commandSeconds, appSeconds, added, refused, keysBefore, keysDuring, mainLate } =
    measured
  const ms = (value: number): string => value.toFixed(0)
  const times = ({ p50, p95, most }: Times): string => `p50 ${ms(p50)}, p95 ${ms(p95)}, most ${ms(most)} ms`
  return [
    ['what', 'target', 'measured'],
    ['---', '---', '---'],
    [
      `${files} mixed files, ${(bytes / 1e6).toFixed(1)} MB, by \`shelf import\``,
      'under 120 s',
      `${commandSeconds.toFixed(0)} s`,
    ],
    [
      `the same in *Make a pack* (${added} documents, ${refused} refused)`,
      'under 120 s',
      `${appSeconds.toFixed(0)} s`,
    ],
    ['from a key in the search field to its frame, before', '', times(keysBefore)],
    ['the same meanwhile', 'the app stays usable', times(keysDuring)],
    ['a timer of the main process is late meanwhile', '', times(mainLate)],
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}
