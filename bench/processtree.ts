/** Memory and processor time of a process and everything it started, as Linux tells them (proc(5)). */
import { readFileSync, readdirSync } from 'node:fs'

export type TreeUse = {
  /** Bytes when the watch began. */
  readonly before: number
  /** Bytes at the fullest moment that was seen: shared pages are divided among those that share them (PSS). */
  readonly peak: number
  /** Seconds of processor time, of those that lived to be seen. */
  readonly processor: number
}

/** The kernel counts in hundredths of a second on every Linux that matters here. */
const ticksASecond = 100

/** Looks ten times a second until it is ended: each look holds the processes up while the kernel counts. */
export class TreeWatch {
  readonly #root: number
  readonly #timer: NodeJS.Timeout
  readonly #before = new Map<number, number>()
  readonly #ticks = new Map<number, number>()
  #peak = 0
  readonly #began: number

  constructor(root: number, milliseconds = 100) {
    this.#root = root
    for (const pid of descendants(root)) this.#before.set(pid, ticksOf(pid))
    this.#look()
    this.#began = this.#peak
    this.#timer = setInterval(() => this.#look(), milliseconds)
  }

  end(): TreeUse {
    clearInterval(this.#timer)
    this.#look()
    const ticks = [...this.#ticks].reduce((sum, [pid, now]) => sum + now - (this.#before.get(pid) ?? 0), 0)
    return { before: this.#began, peak: this.#peak, processor: ticks / ticksASecond }
  }

  #look(): void {
    let bytes = 0
    for (const pid of descendants(this.#root)) {
      bytes += memoryOf(pid)
      this.#ticks.set(pid, Math.max(ticksOf(pid), this.#ticks.get(pid) ?? 0))
    }
    this.#peak = Math.max(this.#peak, bytes)
  }
}

export const canWatch = (): boolean => textOf(process.pid, 'smaps_rollup') !== ''

/** With the root itself. */
function descendants(root: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = Number(fieldsOf(Number(name))[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const found = [root]
  for (const pid of found) found.push(...(children.get(pid) ?? []))
  return found
}

/** Fields of `stat` from the third on: state, parent, … The second is a name that may hold blanks and brackets. */
function fieldsOf(pid: number): readonly string[] {
  const stat = textOf(pid, 'stat')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function ticksOf(pid: number): number {
  const fields = fieldsOf(pid)
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

const memoryOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(textOf(pid, 'smaps_rollup'))?.[1] ?? 0) * 1024

/** Empty when the process has ended meanwhile, or is not ours to look into. */
function textOf(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
