/**
 * `npm run bench -- page`: how long a reader waits. From the start of the program to a search field that can be
 * typed into, to the number to call, to the whole first screen, to the first hits; and from each key to the hits on
 * screen. The real main bundle and page run in Electron or its stand-in, beside an empty page in the same host.
 *
 * First paints are the browser's own entries (first-contentful-paint, largest-contentful-paint); the search
 * field is in the first paint, because the page mounts whole. A key's time runs from the time stamp of its event to
 * the first task after the frame that shows the answer for the text in the field then, or for a later text.
 * Its steps are cut where the page asks its search worker, hears from it, and has the answer in the page.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openShelf } from '../e2e/launch.ts'
import { decodePack } from '../src-library/format/pack.ts'
import { packPath } from '../src-library/format/paths.ts'
import { readAheadMark } from '../src-renderer/window/readahead.ts'
import { generate, queriesOf } from './generated.ts'
import { generatedPack } from './generatedpack.ts'
import { sizesOf, type FileSize } from './pagesizes.ts'

const root = resolve(import.meta.dirname, '..')

/** Milliseconds. */
export type Times = { readonly p50: number; readonly p95: number; readonly samples: number }
export type PageMeasured = {
  readonly page: 'empty' | 'bundled' | 'generated'
  readonly sections: number
  /** From the start of the program to the first paint, which has the search field in it. */
  readonly usable: Times
  /** From the start of the program to the paint of the number to call. Null for a page without a desk. */
  readonly number: Times | null
  /** From the start of the program to the largest paint of the first screen. */
  readonly complete: Times
  /** From the first key of a session to its hits on screen. */
  readonly firstSearch: Times
  /** From each key after the first query to its hits on screen. */
  readonly keystroke: Times
  /** Where that time goes, step by step. Null for the empty page, which asks no worker. */
  readonly steps: Readonly<Record<Step, Times>> | null
  /** What the first screen loaded; nothing of the library's packs. */
  readonly files: readonly FileSize[]
}

/**
 * `asking`: until the page asks the worker; `searching`: until its answer is heard, lines and all; `drawing`: until the
 * answer is in the page; `painting`: style, layout, and the wait for the next frame, up to 17 ms.
 */
export const steps = ['asking', 'searching', 'drawing', 'painting'] as const
export type Step = (typeof steps)[number]

const sectionsGenerated = 10_000
/** Of letters that the keyboard has: others come without a key's event, and could not be timed. */
const bundledQueries = [
  'shelter',
  'hotline 152',
  'article 144-1',
  'identification of victims',
  'siginacaq',
  'traficking children',
  'tier 2 watch list',
  'refferal mechanism',
]
/** Between two keys of somebody who types fast. */
const betweenKeys = 150

export async function measurePage(starts: number, queriesTyped: number): Promise<PageMeasured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-page-'))
  try {
    const cache = join(root, 'out/bench')
    mkdirSync(cache, { recursive: true })
    const pack = generatedPack(sectionsGenerated, cache)
    const library = generate(sectionsGenerated)
    const typed = (['keyword', 'prefix', 'typo'] as const).flatMap((kind) =>
      queriesOf(kind, library, Math.ceil(queriesTyped / 3)).map((query) => query.trim()),
    )
    const apps = [
      { page: 'empty', sections: 0, app: emptyApp(join(folder, 'empty')), queries: bundledQueries },
      { page: 'bundled', sections: bundledSections(), app: root, queries: bundledQueries },
      {
        page: 'generated',
        sections: sectionsGenerated,
        app: appWith(join(folder, 'generated'), pack, `generated-${sectionsGenerated}`),
        queries: typed,
      },
    ] as const
    const runs = apps.map(() => [] as Run[])
    // In turn, so that what else the machine does meets all of them.
    for (let start = 0; start < starts; start++) {
      for (const [at, { app, page, queries }] of apps.entries()) {
        runs[at]?.push(
          await run(app, folder, start === 0 ? queries : queries.slice(0, 1), page === 'bundled'),
        )
      }
    }
    return apps.map(({ page, sections }, at) => {
      const own = runs[at] ?? []
      return {
        page,
        sections,
        usable: summarise(own.map(({ usable }) => usable)),
        number: page === 'bundled' ? summarise(own.map(({ number }) => number)) : null,
        complete: summarise(own.map(({ complete }) => complete)),
        firstSearch: summarise(own.map(({ firstKey }) => firstKey)),
        keystroke: summarise(own.flatMap(({ keys }) => keys.map(({ whole }) => whole))),
        steps: page === 'empty' ? null : stepsOf(own.flatMap(({ keys }) => keys)),
        files: own[0]?.files ?? [],
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

type Run = {
  readonly usable: number
  readonly number: number
  readonly complete: number
  readonly firstKey: number
  /** After the first query. */
  readonly keys: readonly KeyTime[]
  readonly files: readonly FileSize[]
}

/** One start of the program, with a profile of its own, and the queries typed into it. */
async function run(app: string, folder: string, queries: readonly string[], hasDesk: boolean): Promise<Run> {
  const profile = mkdtempSync(join(folder, 'profile-'))
  const started = Date.now()
  const shelf = await openShelf('shell', { profile, appPath: app })
  try {
    const { page } = shelf
    await page.locator('#search-field').waitFor()
    await page.locator('.opening').first().waitFor({ state: 'detached' })
    if (hasDesk) await page.locator('[elementtiming="desk-number"]').waitFor()
    const { origin, first, number, largest, resources } = await page.evaluate(paints, readAheadMark)
    await page.evaluate(startClock)
    await page.locator('#search-field').focus()
    const keys: KeyTime[][] = []
    for (const query of queries) {
      await page.keyboard.type(query, { delay: betweenKeys })
      await page.waitForFunction(() => (globalThis as unknown as Clocked).clock.pending.length === 0)
      await page.locator('#search-field').fill('')
      keys.push(await page.evaluate(() => (globalThis as unknown as Clocked).clock.times.splice(0)))
    }
    return {
      usable: origin + first - started,
      number: origin + number - started,
      complete: origin + largest - started,
      firstKey: keys[0]?.[0]?.whole ?? Number.NaN,
      keys: keys.slice(1).flat(),
      files: sizesOf(join(app, 'out/renderer'), resources),
    }
  } finally {
    await shelf.close()
  }
}

type Paints = {
  readonly origin: number
  readonly first: number
  /** Not a number where no number to call was painted. */
  readonly number: number
  readonly largest: number
  readonly resources: string[]
}

/** Runs in the page: when it was painted, in milliseconds from its time origin, and what it loaded before it read ahead. */
async function paints(mark: string): Promise<Paints> {
  const hasNumber = document.querySelector('[elementtiming="desk-number"]') !== null
  // No named function: the compiler would give it a helper that the page does not have.
  const [largest = Number.NaN, number = Number.NaN] = await Promise.all(
    ['largest-contentful-paint', ...(hasNumber ? ['element'] : [])].map(
      (type) =>
        new Promise<number>((done) => {
          new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
            type,
            buffered: true,
          })
        }),
    ),
  )
  const ahead = performance.getEntriesByName(mark)[0]?.startTime ?? Number.POSITIVE_INFINITY
  return {
    origin: performance.timeOrigin,
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    number,
    largest,
    resources: performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < ahead)
      .map(({ name }) => name),
  }
}

type KeyTime = { readonly whole: number; readonly steps: readonly number[] }
type Clocked = {
  clock: { pending: { text: string; at: number }[]; times: KeyTime[] }
}

/**
 * Runs in the page: times each key from its event to the frame after its answer. No function in it has a name of
 * its own: the loader would have them named by something that the page does not have.
 */
function startClock(): void {
  const pending: { text: string; at: number }[] = []
  const times: KeyTime[] = []
  /** When the page asked for a text, and when it heard. */
  const asked = new Map<string, number>()
  const heard = new Map<string, number>()
  const workers = new Set<Worker>()
  const post = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')
    ?.value as Worker['postMessage']
  Worker.prototype.postMessage = function (this: Worker, message: { request?: { text: string } }): void {
    if (message.request && !asked.has(message.request.text))
      asked.set(message.request.text, performance.now())
    if (!workers.has(this))
      this.addEventListener('message', ({ data, timeStamp }: MessageEvent<{ answer?: { text: string } }>) => {
        // The page's own listener came first, and has drawn: what counts is when the message came.
        if (data.answer && !heard.has(data.answer.text)) heard.set(data.answer.text, timeStamp)
      })
    workers.add(this)
    post.call(this, message)
  }
  let pressed = 0
  document.addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true)
  document.addEventListener(
    'input',
    ({ target }) => {
      const { value } = target as HTMLInputElement
      if (value.trim() !== '') pending.push({ text: value, at: pressed })
    },
    true,
  )
  new MutationObserver(() => {
    const said = document.querySelector('h1')?.textContent ?? ''
    const answered = pending.findLastIndex(({ text }) => said.includes(`“${text}”`))
    if (answered === -1) return
    const done = pending.splice(0, answered + 1)
    const text = done.at(-1)?.text ?? ''
    const drawn = performance.now()
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => {
        const painted = performance.now()
        times.push(
          ...done.map(({ at }) => {
            const cuts = [at, asked.get(text) ?? at, heard.get(text) ?? at, drawn, painted]
            return { whole: painted - at, steps: cuts.slice(1).map((cut, step) => cut - (cuts[step] ?? cut)) }
          }),
        )
        asked.clear()
        heard.clear()
      })
      port1.start()
      port2.postMessage(null)
    })
  }).observe(document.body, { subtree: true, childList: true, characterData: true })
  Object.assign(globalThis, { clock: { pending, times } })
}

/** Of all languages: they are all searched. */
function bundledSections(): number {
  const read = decodePack(
    JSON.parse(readFileSync(join(root, 'out/library/trafficking-azerbaijan', packPath), 'utf8')),
  )
  if (!read.ok) throw new Error('The bundled pack is not built: npm run build')
  const { contents, news } = read.value
  const articles = [...contents.flatMap((group) => group.articles), ...news]
  return articles.reduce((sum, { sections }) => sum + sections.length, 0)
}

/** The built app with another page: a field, and a heading that repeats what is typed. */
function emptyApp(folder: string): string {
  copyApp(folder, ['out/main', 'out/preload', 'out/library'])
  const renderer = join(folder, 'out/renderer')
  mkdirSync(renderer, { recursive: true })
  const page =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head>' +
    '<body><h1>Empty</h1><input id="search-field"><script type="module" src="./echo.js"></script></body></html>'
  const echo =
    "const [heading, field] = [document.querySelector('h1'), document.querySelector('input')]\n" +
    "field.addEventListener('input', () => (heading.textContent = `“${field.value}”`))\n"
  writeFileSync(join(renderer, 'index.html'), page)
  writeFileSync(join(renderer, 'echo.js'), echo)
  return folder
}

/** The built app with one pack in place of the bundled one. */
function appWith(folder: string, pack: string, id: string): string {
  copyApp(folder, ['out/main', 'out/preload', 'out/renderer'])
  cpSync(pack, join(folder, 'out/library', id), { recursive: true })
  return folder
}

function copyApp(folder: string, parts: readonly string[]): void {
  for (const part of ['package.json', ...parts])
    cpSync(join(root, part), join(folder, part), { recursive: true })
}

const stepsOf = (keys: readonly KeyTime[]): Record<Step, Times> =>
  Object.fromEntries(
    steps.map((step, at) => [step, summarise(keys.map((key) => key.steps[at] ?? Number.NaN))]),
  ) as Record<Step, Times>

function summarise(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95), samples: sorted.length }
}
