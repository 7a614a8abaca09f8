/**
 * One durable value: settings, the window's bounds, bookmarks. A damaged file is moved aside, never overwritten.
 * A file of a newer Fieldshelf is left unchanged. If a change could not be stored, it says so and stays in use.
 */
import * as nodeFiles from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { SaveFailure, StoredState } from '../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { open, seal, type StoredContent, type StoredFormat } from './envelope.ts'
import { backupOf, codeOf, flushFolder, reasonOf, replaceFile, temporaryOf, type Files } from './replace.ts'

export type LoadedData<Data> = { readonly data: Data; readonly state: StoredState }

/** What all files of a value come to: bytes, and the day of the last change in world time. */
export type Size = { readonly bytes: number; readonly changed: string }

type Read<Data> =
  | StoredContent<Data>
  | { readonly kind: 'none' }
  /** It is there, and the system does not hand it out: it is left alone. */
  | { readonly kind: 'unreadable'; readonly error: unknown }

/** Of damaged files, those set aside last, so many are kept. */
const keptAside = 3

/** Bytes. A thousand bookmarks in the longest words are 12 MB; a file that is larger is not worth its memory. */
export const longestStored = 16 * 1024 * 1024

export class Store<Data> {
  readonly #format: StoredFormat<Data>
  readonly #path: string
  readonly #initial: Data
  readonly #files: Files
  readonly #now: () => Date
  #last: Promise<unknown> = Promise.resolve()
  /** The file exists but could not be read; its contents are unknown. */
  #unseen = false

  /** The file is `<folder>/<name>.json`; `initial` is the value where there is none. */
  constructor(
    folder: string,
    format: StoredFormat<Data>,
    initial: Data,
    files: Files = nodeFiles,
    now: () => Date = () => new Date(),
  ) {
    this.#path = join(folder, `${format.name}.json`)
    this.#format = format
    this.#initial = initial
    this.#files = files
    this.#now = now
  }

  /** Never rejects: a folder that can't be read is as empty as one that isn't there. */
  load(): Promise<LoadedData<Data>> {
    return this.#next(() => this.#load())
  }

  async #load(): Promise<LoadedData<Data>> {
    await this.#files.rm(temporaryOf(this.#path), { force: true }).catch(() => undefined)
    const current = await this.#read(this.#path)
    this.#unseen ||= current.kind === 'unreadable'
    if (current.kind === 'good') return { data: current.data, state: 'kept' }
    if (current.kind === 'newer') return { data: current.data ?? this.#initial, state: 'newer' }
    if (current.kind === 'bad') await this.#setAside(this.#path).catch(() => undefined)

    const backup = await this.#read(backupOf(this.#path))
    // Only the last good copy: a save was cut off between its two renames, and nothing is missing.
    const interrupted = current.kind === 'none'
    if (backup.kind === 'good') return { data: backup.data, state: interrupted ? 'kept' : 'restored' }
    if (backup.kind === 'newer') return { data: backup.data ?? this.#initial, state: 'newer' }
    if (backup.kind === 'bad') await this.#setAside(backupOf(this.#path)).catch(() => undefined)
    return { data: this.#initial, state: interrupted && backup.kind === 'none' ? 'new' : 'lost' }
  }

  /** Saves one after the other, in the order they were asked for. */
  save(data: Data): Promise<Outcome<null, SaveFailure>> {
    return this.#next(() => this.#save(data))
  }

  /**
   * Saves, and leaves nothing of the value before. The last good copy is made of this one, and first: a process that is
   * killed in between leaves the old value where the reader sees it, and not in a hidden copy. `traces` are what
   * is forgotten, each as the strings that tell it: copies that were set aside and hold one are removed.
   */
  saveForgetting(
    data: Data,
    traces: readonly (readonly string[])[] = [],
  ): Promise<Outcome<null, SaveFailure>> {
    return this.#next(async () => {
      const saved = await this.#save(data, 'forget')
      if (saved.ok) await this.#removeSetAside(traces).catch(() => undefined)
      return saved
    })
  }

  async #removeSetAside(traces: readonly (readonly string[])[]): Promise<void> {
    for (const path of await this.#paths()) {
      if (!basename(path).includes('.corrupt-')) continue
      const found = await this.#files.stat(path)
      if (!found.isFile() || found.size > longestStored) continue
      const text = (await this.#files.readFile(path)).toString('utf8')
      const holds = traces.some((strings) => strings.every((each) => text.includes(JSON.stringify(each))))
      if (holds) await this.#files.rm(path, { force: true })
    }
  }

  /** Every file of the value goes: the last good copy, and damaged ones set aside. The file itself goes last,
   *  so that a process killed in between leaves the value whole. */
  remove(): Promise<Outcome<null, SaveFailure>> {
    return this.#next(async () => {
      try {
        for (const path of await this.#paths()) await this.#files.rm(path, { recursive: true, force: true })
        this.#unseen = false
        await flushFolder(this.#files, dirname(this.#path))
        return success(null)
      } catch (error) {
        return notKept(reasonOf(error))
      }
    })
  }

  /** The value on the disk; null when there is none. */
  size(): Promise<Size | null> {
    return this.#next(async () => {
      const paths = await this.#paths().catch(() => [])
      const found = await Promise.all(paths.map((path) => this.#files.lstat(path).catch(() => null)))
      const stats = found.filter((each) => each !== null)
      if (stats.length === 0) return null
      const last = new Date(Math.max(...stats.map(({ mtimeMs }) => mtimeMs)))
      const bytes = stats.reduce((sum, { size }) => sum + size, 0)
      return { bytes, changed: last.toISOString().slice(0, 10) }
    })
  }

  /** When everything asked for so far is on the disk, or has failed. */
  async settled(): Promise<void> {
    await this.#last
  }

  /** One after the other: none sees another's work half done. */
  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Of all its files that are there, its own last. Rejects where the folder can't be read. */
  async #paths(): Promise<readonly string[]> {
    const folder = dirname(this.#path)
    const own = basename(this.#path)
    const names = await this.#files.readdir(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return []
      throw error
    })
    const others = names.filter((name) => name.startsWith(`${own}.`)).sort()
    return [...others, ...names.filter((name) => name === own)].map((name) => join(folder, name))
  }

  async #save(data: Data, before: 'keep' | 'forget' = 'keep'): Promise<Outcome<null, SaveFailure>> {
    try {
      const current = await this.#read(this.#path)
      const judged = current.kind === 'none' ? await this.#read(backupOf(this.#path)) : current
      if (judged.kind === 'newer') return notKept('newer')
      if (current.kind === 'unreadable') return notKept(reasonOf(current.error))
      const bytes = seal(this.#format, data)
      // What would not be read again is not written.
      if (bytes.length > longestStored) return notKept('too-large')
      const isKnown = current.kind === 'good' && !this.#unseen
      if (current.kind !== 'none' && !isKnown) await this.#setAside(this.#path)
      this.#unseen = false
      if (before === 'forget') await replaceFile(this.#files, backupOf(this.#path), bytes, false)
      await replaceFile(this.#files, this.#path, bytes, before === 'keep' && isKnown)
      return success(null)
    } catch (error) {
      return notKept(reasonOf(error))
    }
  }

  async #read(path: string): Promise<Read<Data>> {
    try {
      const found = await this.#files.stat(path)
      // A pipe in its place would be waited for, and a device read, without an end.
      if (!found.isFile() || found.size > longestStored) return { kind: 'bad' }
      return open(this.#format, await this.#files.readFile(path))
    } catch (error) {
      switch (codeOf(error)) {
        case 'ENOENT':
        case 'ENOTDIR':
          return { kind: 'none' }
        // A link that leads to itself.
        case 'ELOOP':
          return { kind: 'bad' }
        default:
          return { kind: 'unreadable', error }
      }
    }
  }

  /**
   * Renames a damaged file, so that an expert may still recover something from it. Picks a unique name, because the
   * clock may have been set back or not have moved. Never overwrites an earlier copy, and never deletes this one as
   * the oldest.
   */
  async #setAside(path: string): Promise<void> {
    const prefix = `${basename(path)}.corrupt-`
    const names = await this.#files.readdir(dirname(path)).catch(() => [])
    const others = names.filter((name) => name.startsWith(prefix)).sort()
    const stamp = this.#now().toISOString().replace(/[:.]/g, '-')
    let name = `${prefix}${stamp}`
    for (let number = 2; others.includes(name); number++) name = `${prefix}${stamp}-${number}`
    await this.#files.rename(path, join(dirname(path), name))
    for (const old of others.slice(0, Math.max(0, others.length - keptAside + 1)))
      await this.#files.rm(join(dirname(path), old), { recursive: true, force: true }).catch(() => undefined)
  }
}

const notKept = (reason: SaveFailure['reason']): Outcome<null, SaveFailure> =>
  failure({ kind: 'not-kept', reason })
