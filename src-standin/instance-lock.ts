/**
 * One app per profile. Electron answers `requestSingleInstanceLock` at once, so the
 * lock is files alone: the app that links its own file into place first has it; the others
 * leave their command line in a folder that the first one watches. A lock whose
 * process is gone is taken over, as Chromium does.
 */
import {
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  type FSWatcher,
} from 'node:fs'
import { join } from 'node:path'

export type SecondStart = {
  readonly argv: readonly string[]
  readonly workingDirectory: string
  readonly additionalData: unknown
}

export class InstanceLock {
  readonly #folder: string
  readonly #lock: string
  readonly #onSecond: (second: SecondStart) => void
  #watcher: FSWatcher | null = null

  constructor(profile: string, onSecond: (second: SecondStart) => void) {
    this.#folder = join(profile, 'standin-instance')
    this.#lock = join(this.#folder, 'lock')
    this.#onSecond = onSecond
  }

  get held(): boolean {
    return this.#watcher !== null
  }

  /** True if the lock is ours; otherwise the holder hears of this start. */
  acquire(additionalData: unknown): boolean {
    if (this.held) return true
    mkdirSync(this.#folder, { recursive: true })
    const mine = join(this.#folder, `${process.pid}.pid`)
    writeFileSync(mine, String(process.pid))
    try {
      if (!this.#take(mine)) {
        this.#tell({ argv: process.argv, workingDirectory: process.cwd(), additionalData })
        return false
      }
    } finally {
      rmSync(mine, { force: true })
    }
    this.#watcher = watch(this.#folder, () => this.#hear()).unref()
    return true
  }

  release(): void {
    if (!this.held) return
    this.#watcher?.close()
    this.#watcher = null
    rmSync(this.#lock, { force: true })
  }

  #take(mine: string): boolean {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        linkSync(mine, this.#lock)
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      if (isRunning(this.#holder())) return false
      rmSync(this.#lock, { force: true })
    }
    return false
  }

  #holder(): number {
    try {
      return Number(readFileSync(this.#lock, 'utf8'))
    } catch {
      return 0
    }
  }

  #tell(second: SecondStart): void {
    const draft = join(this.#folder, `${process.pid}.draft`)
    writeFileSync(draft, JSON.stringify(second))
    renameSync(draft, join(this.#folder, `${process.pid}-${process.hrtime.bigint()}.start`))
  }

  #hear(): void {
    if (!this.held) return
    for (const name of readdirSync(this.#folder).filter((each) => each.endsWith('.start'))) {
      const file = join(this.#folder, name)
      const second = JSON.parse(readFileSync(file, 'utf8')) as SecondStart
      rmSync(file, { force: true })
      this.#onSecond(second)
    }
  }
}

function isRunning(pid: number): boolean {
  if (pid === 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
