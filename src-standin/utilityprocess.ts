/**
 * `utilityProcess`, by a child process of Node's. The script finds the channel of a child process in place of
 * `process.parentPort`; src-isolated/serve.ts takes either. https://www.electronjs.org/docs/latest/api/utility-process
 */
import { fork, type ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { ForkOptions, ProcessMetric } from 'electron'

const running = new Set<UtilityProcess>()

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess

  constructor(script: string, given: readonly string[], { cwd, env, stdio }: ForkOptions) {
    super()
    this.#child = fork(script, [...given], {
      cwd,
      env: env as NodeJS.ProcessEnv,
      execArgv: [],
      serialization: 'advanced',
      stdio:
        stdio === 'ignore' ? ['ignore', 'ignore', 'ignore', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    running.add(this)
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('spawn', () => this.emit('spawn'))
    // The program could not be started: Electron tells that as an end, too.
    this.#child.once('error', () => this.#end(1))
    this.#child.once('exit', (code) => this.#end(code ?? 1))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object, () => undefined)
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL')
  }

  #end(code: number): void {
    if (running.delete(this)) this.emit('exit', code)
  }
}

export const utilityProcess = {
  fork: (script: string, given: readonly string[] = [], options: ForkOptions = {}): UtilityProcess =>
    new UtilityProcess(script, given, options),
}

/** Of the utility processes alone: what `app.getAppMetrics` tells of the others the app does not ask for. */
export function utilityMetrics(): readonly Pick<ProcessMetric, 'pid' | 'type' | 'memory'>[] {
  return [...running].flatMap(({ pid }) => {
    const kilobytes = pid === undefined ? null : residentKilobytes(pid)
    if (pid === undefined || kilobytes === null) return []
    return [{ pid, type: 'Utility', memory: { workingSetSize: kilobytes, peakWorkingSetSize: kilobytes } }]
  })
}

/** Linux tells it; the stand-in has no other system to ask. */
function residentKilobytes(pid: number): number | null {
  try {
    const found = /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return found === undefined ? null : Number(found)
  } catch {
    return null
  }
}
