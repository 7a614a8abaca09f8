/**
 * Packs that travel, by one run: a large file copied and verified, the list of many packs at the start, and a search over
 * all of them. Each is measured in a process of its own, so that memory is told apart.
 */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

export type InstallTimes = {
  readonly files: number
  /** Of the file, and of its files. */
  readonly bytes: number
  readonly unpacked: number
  /** Seconds until every byte is copied and verified. */
  readonly seconds: number
  /** Most bytes more than before, of the whole process. */
  readonly memory: number
}

export type StartTimes = {
  readonly packs: number
  /** Milliseconds until the list of packs is there; median and slowest of several starts. */
  readonly list: number
  readonly slowest: number
}

/** Milliseconds; `processor99` of processor time, which other programs do not lengthen. */
export type Quantiles = { readonly p50: number; readonly p99: number; readonly processor99: number }

export type ManyPacks = {
  readonly packs: number
  readonly sections: number
  /** Milliseconds from the start until the first pack answers, until all do, and then the first answer. */
  readonly firstPack: number
  readonly all: number
  readonly firstAnswer: number
  /** Bytes more than before: held heap and buffers, and the process as the system counts it. */
  readonly held: number
  readonly process: number
  readonly queries: Readonly<Record<string, Quantiles>>
  /** Misspelt words before all words were put into one list. */
  readonly typoUnmerged: Quantiles
  /** Milliseconds in which that list is made. */
  readonly merging: number
}

export type PacksMeasured = {
  readonly install: InstallTimes
  readonly start: StartTimes
  readonly many: ManyPacks
}

export function measurePacks(quick: boolean): PacksMeasured {
  const run = (job: string): unknown => {
    process.stdout.write(`packs: ${job}\n`)
    const file = join(import.meta.dirname, 'packsprocess.ts')
    const args = ['--expose-gc', '--import', 'tsx', file, job, quick ? 'quick' : 'whole']
    const output = execFileSync(process.execPath, args, {
      encoding: 'utf8',
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    return JSON.parse(output.trim().split('\n').at(-1) ?? '') as unknown
  }
  return {
    install: run('install') as InstallTimes,
    start: run('start') as StartTimes,
    many: run('many') as ManyPacks,
  }
}
