/** One measurement of packs in a process of its own: `install`, `start` or `many`. Prints one line of JSON. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packFormat, type Manifest } from '../src-library/format/manifest.ts'
import { packPath } from '../src-library/format/paths.ts'
import { openLibrary } from '../src-main/library/library.ts'
import { InstalledPacks } from '../src-main/packs/installed.ts'
import { Registry } from '../src-main/packs/registry.ts'
import { shippedKeys } from '../src-main/packs/shippedkeys.ts'
import { packFiles } from '../src-main/packs/files.ts'
import { Staging } from '../src-main/packs/staging.ts'
import { developmentSeed } from '../src-packs/developmentkey.ts'
import { readableOf } from '../src-packs/disk.ts'
import { makePackFile } from '../src-packs/make.ts'
import { checkFiles, openPackFile } from '../src-packs/read.ts'
import { Engine } from '../src-renderer/engine/engine.ts'
import { noFilters } from '../src-library/search/result.ts'
import type { Quantiles } from './packs.ts'
import { generate, queriesOf, queryKinds } from './generated.ts'
import { generatedPack } from './generatedpack.ts'
import { randomOf } from './random.ts'

const [job, size] = process.argv.slice(2)
const isQuick = size === 'quick'
/** Generated packs are kept for the next run. */
const cache = resolve(import.meta.dirname, '../out/bench-packs')
const packs = isQuick ? 5 : 25
const sectionsAPack = 8000
/** Packs that differ; the others are copies of them under other ids. */
const distinct = isQuick ? 2 : 5

const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-'))
function measure(): Promise<unknown> {
  switch (job) {
    case 'install':
      return install()
    case 'large':
      makeLarge(Number(size), process.argv[4] ?? '')
      return Promise.resolve(null)
    case 'start':
      return start()
    case 'many':
      return many()
    default:
      throw new Error(`There is no measurement ${job ?? ''}`)
  }
}

/** Bytes of the process, as the system counts them. */
const resident = (): number => process.memoryUsage.rss()

function collect(): void {
  globalThis.gc?.()
  globalThis.gc?.()
}

/** A file of 100 MB with 5,000 files, made by a process of its own: its memory must not hide what is measured. */
async function install(): Promise<unknown> {
  const count = isQuick ? 1000 : 5000
  const path = join(folder, 'large.shelf')
  execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, 'large', String(count), path])
  collect()
  const staging = new Staging(join(folder, 'packs'), packFiles)
  const before = resident()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, resident())), 20)
  const began = performance.now()
  const copy = await staging.copy(path, () => undefined, new AbortController().signal)
  if (!copy.ok) throw new Error(copy.failure.kind)
  const handle = await packFiles.open(copy.value.path, 'r')
  const disk = readableOf(handle, copy.value.size)
  const pack = await openPackFile(disk)
  if (!pack.ok) throw new Error(pack.failure.kind)
  const checked = await checkFiles(disk, pack.value)
  if (!checked.ok) throw new Error(checked.failure.kind)
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  most = Math.max(most, resident())
  await handle.close()
  return {
    files: count,
    bytes: copy.value.size,
    unpacked: count * fileLength,
    seconds,
    memory: most - before,
  }
}

/** Bytes of each file. */
const fileLength = 52_000

/** Text of words, so that it deflates as text does. */
function makeLarge(count: number, path: string): void {
  const { documents } = generate(400)
  const random = randomOf(3)
  const files = new Map<string, Uint8Array>()
  for (let i = 0; i < count; i++) {
    let text = ''
    while (text.length < fileLength)
      text += `${documents[Math.floor(random() * documents.length)]?.body ?? ''}\n`
    files.set(`articles/a${i}.json`, new TextEncoder().encode(text.slice(0, fileLength)))
  }
  writeFileSync(path, makePackFile(manifestOf('large', files), files, edition(1), [developmentSeed()]))
}

const manifestOf = (id: string, files: ReadonlyMap<string, Uint8Array>): Manifest => ({
  format: packFormat,
  id,
  title: id,
  edition: '1',
  language: 'en',
  files: new Map(
    [...files].map(([path, bytes]) => [
      path,
      { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    ]),
  ),
})
const edition = (sequence: number) => ({
  sequence,
  made: null,
  publisher: { name: 'Bench', place: null },
  minimum: null,
  vouches: [],
  succeeds: null,
  withdraws: [],
})

/** Of a pack of 8,000 sections. */
const filesAPack = 400

/** Starts with many packs, as they lie on the disk after they were installed. */
async function start(): Promise<unknown> {
  const userData = join(folder, 'user')
  const registry = await Registry.open(userData)
  const records = []
  for (let number = 0; number < packs; number++) {
    const id = `pack-${number}`
    const files = new Map(
      Array.from({ length: filesAPack }, (_, i) => [
        `articles/a${i}.json`,
        new TextEncoder().encode(`{"n":${i}}`),
      ]),
    )
    const bytes = makePackFile(manifestOf(id, files), files, edition(1), [developmentSeed()])
    const own = await placed(userData, id, bytes)
    records.push({ id, current: own, previous: null, keys: own.keys, highest: [], over: 0 })
  }
  await registry.write({
    ...registry.registered,
    packs: records.map((one) => ({ ...one, current: one.current.slot })),
  })
  const times: number[] = []
  for (let turn = 0; turn < 9; turn++) {
    const began = performance.now()
    const again = await Registry.open(userData)
    const installed = new InstalledPacks(userData, again, shippedKeys(false))
    await installed.tidy()
    const library = openLibrary([], { installed: installed.open })
    const { length } = await library.list()
    if (length !== packs) throw new Error(`${length} packs are listed`)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return { packs, list: times[4], slowest: times.at(-1) }
}

async function placed(userData: string, id: string, bytes: Uint8Array) {
  const disk = {
    size: bytes.length,
    read: (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length)),
  }
  const opened = await openPackFile(disk)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { digest, head, signatures } = opened.value
  const name = `${head.sequence}-${digest.slice(0, 12)}.shelf`
  mkdirSync(join(userData, 'packs', id), { recursive: true })
  writeFileSync(join(userData, 'packs', id, name), bytes)
  const keys = signatures.map(({ key }) => Buffer.from(key).toString('hex'))
  const slot = { kind: 'file' as const, name, digest, sequence: 1, edition: '1', on: null }
  return { slot, keys }
}

/** Every pack of a large library, read and asked as the page does it. */
async function many(): Promise<unknown> {
  mkdirSync(cache, { recursive: true })
  const made = Array.from({ length: distinct }, (_, seed) => generatedPack(sectionsAPack, cache, seed + 1))
  const ids = Array.from({ length: packs }, (_, number) => `pack-${String(number).padStart(2, '0')}`)
  const read = async (path: string): Promise<Uint8Array> => {
    // As in a worker, where each file comes by itself and questions are heard between them.
    await new Promise((resolve) => setImmediate(resolve))
    if (path === 'library.json')
      return json({
        packs: ids.map((id, at) =>
          at === 0
            ? { state: 'ready', id }
            : { state: 'ready', id, signed: { publisher: 'Bench', standing: 'accepted' } },
        ),
      })
    const [id = '', ...rest] = path.split('/')
    const file = rest.join('/')
    const from = made[ids.indexOf(id) % distinct] ?? ''
    const bytes = readFileSync(join(from, file))
    if (file !== packPath) return Promise.resolve(new Uint8Array(bytes))
    return json({ ...(JSON.parse(bytes.toString('utf8')) as object), id })
  }
  const generated = generate(sectionsAPack, 1)
  const queries = Object.fromEntries(queryKinds.map((kind) => [kind, queriesOf(kind, generated, 240)]))
  collect()
  const before = held()
  const processBefore = resident()
  const began = performance.now()
  const engine = new Engine(read)
  const request = (text: string) => ({
    text,
    offset: 0,
    limit: 8,
    filters: noFilters,
    sort: 'relevance' as const,
    language: 'en',
  })
  const whole = engine.read()
  let firstPack = 0
  for (;;) {
    const answer = await engine.search(request(queries['keyword']?.[0] ?? ''))
    if (answer === 'superseded') continue
    if (firstPack === 0 && answer.pending.length < packs) firstPack = performance.now() - began
    if (answer.pending.length === 0) break
  }
  await whole
  const all = performance.now() - began
  const firstAnswer = await timed(() => engine.search(request(queries['question']?.[0] ?? '')))
  const unmerged = await timesOf(engine, request, queries['typo'] ?? [])
  const merging = await timed(() => engine.mergeWords())
  const measured: Record<string, unknown> = {}
  for (const kind of queryKinds) measured[kind] = await timesOf(engine, request, queries[kind] ?? [])
  collect()
  return {
    packs,
    sections: packs * sectionsAPack,
    firstPack,
    all,
    firstAnswer,
    held: held() - before,
    process: resident() - processBefore,
    queries: measured,
    typoUnmerged: unmerged,
    merging,
  }
}

const json = (value: unknown): Promise<Uint8Array> =>
  Promise.resolve(new TextEncoder().encode(JSON.stringify(value)))

function held(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function timesOf(
  engine: Engine,
  request: (text: string) => Parameters<Engine['search']>[0],
  list: readonly string[],
): Promise<Quantiles> {
  for (const text of list.slice(0, 40)) await engine.search(request(text))
  const times: number[] = []
  const processor: number[] = []
  for (const text of list.slice(40)) {
    const before = process.cpuUsage()
    times.push(await timed(() => engine.search(request(text))))
    const { user, system } = process.cpuUsage(before)
    processor.push((user + system) / 1000)
  }
  return { p50: at(times, 0.5), p99: at(times, 0.99), processor99: at(processor, 0.99) }
}

function at(times: number[], share: number): number {
  times.sort((a, b) => a - b)
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

try {
  console.log(JSON.stringify(await measure()))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
