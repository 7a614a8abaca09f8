/**
 * One engine, one job, one process, so that the garbage of one is no pause for another:
 *   measure build <engine> <documents.json> <index file>
 *   measure open  <engine> <index file> <queries.json>
 * Prints one line of JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { allEngines } from './engines/all.ts'
import type { Engine } from './engines/engine.ts'
import type { Document } from './collections.ts'
import { queryKinds, type QueryKind } from './generated.ts'
import { loops, type Loops } from './limit.ts'

export type Built = { readonly seconds: number; readonly bytes: number; readonly gzip: number }
/** Milliseconds. */
export type Times = {
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly mean: number
  /** Queries that were timed. */
  readonly count: number
}
export type Opened = {
  /** Milliseconds from the bytes in memory to the first answer. */
  readonly firstAnswer: number
  /** Bytes that are held once all queries were answered: what an engine keeps for the next is among them. */
  readonly memory: number
  readonly queries: Readonly<Record<QueryKind, Times>>
  /** Ours only: the bare loop over all words and over those that are scored, and our own scoring loop. */
  readonly limit: Readonly<Record<keyof Loops, Times>> | null
}

export type Queries = Readonly<Record<QueryKind, readonly string[]>>

/** Queries that are run before the clock starts: engines are as warm as they are at the tenth keystroke. */
const warmUp = 40
/** Seconds for each kind of query. A slow engine answers fewer queries, but as many as a median needs. */
const seconds = { warmUp: 5, timed: 10 }
const leastQueries = 20

const [job, name, ...args] = process.argv.slice(2)
const engine = (await allEngines()).find((each) => each.name === name)
if (!engine) throw new Error(`There is no engine ${name ?? ''}`)
console.log(JSON.stringify(job === 'build' ? await build(engine, args) : await open(engine, args)))

async function build(of: Engine, [documentsFile = '', file = '']: string[]): Promise<Built> {
  const documents = JSON.parse(readFileSync(documentsFile, 'utf8')) as readonly Document[]
  const started = performance.now()
  const bytes = await of.build(documents, 'en')
  const seconds = (performance.now() - started) / 1000
  writeFileSync(file, bytes)
  return { seconds, bytes: bytes.length, gzip: gzipSync(bytes).length }
}

async function open(of: Engine, [file = '', queriesFile = '']: string[]): Promise<Opened> {
  const queries = JSON.parse(readFileSync(queriesFile, 'utf8')) as Queries
  const before = memory()
  const bytes = new Uint8Array(readFileSync(file))
  const started = performance.now()
  const search = await of.open(bytes, 'en')
  search(queries.keyword[0] ?? '', 10)
  const firstAnswer = performance.now() - started
  const perKind = queryKinds.map(
    (kind) => [kind, timesOf(queries[kind], (query) => search(query, 10))] as const,
  )
  const after = memory()
  const limit = of.name === 'fieldshelf' ? loops(bytes, queries.question) : null
  return {
    firstAnswer,
    memory: after - before,
    queries: Object.fromEntries(perKind) as Record<QueryKind, Times>,
    limit: limit && {
      bare: timesOf(queries.question, limit.bare),
      bareTelling: timesOf(queries.question, limit.bareTelling),
      packed: timesOf(queries.question, limit.packed),
    },
  }
}

function timesOf(list: readonly string[], run: (query: string) => void): Times {
  within(seconds.warmUp, list.slice(0, warmUp), run)
  return summarise(within(seconds.timed, list.slice(warmUp), run))
}

/** Runs queries one after another, at least the first few of them, until the time is over; milliseconds of each. */
function within(limit: number, list: readonly string[], run: (query: string) => void): number[] {
  const times: number[] = []
  const until = performance.now() + limit * 1000
  for (const query of list) {
    if (times.length >= leastQueries && performance.now() > until) break
    times.push(time(() => run(query)))
  }
  return times
}

/** Heap and array buffers after a collection: memory that is held, not memory that was touched. */
function memory(): number {
  // The second collection frees the buffers that objects of the first one held.
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function time(run: () => void): number {
  const started = performance.now()
  run()
  return performance.now() - started
}

function summarise(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    mean: times.reduce((sum, each) => sum + each, 0) / times.length,
    count: times.length,
  }
}
