/**
 * The folder in which a pack file lies from its first byte to the reader's answer. A stick can answer two reads with
 * different bytes, so everything is checked in this copy, and the copy is what is installed. The folder is emptied at
 * each start.
 */
import { randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { longestPackFile } from '../../src-library/format/packfile.ts'
import type { PackRefusal } from '../../src-bridge/packs.ts'
import { codeOf, ownMode, reasonOf } from '../userdata/replace.ts'
import type { PackFiles } from './files.ts'

/** Bytes that are copied at a time. */
const piece = 1024 ** 2
/** Free room that is asked for, for each byte of the file: the system needs some for itself. */
const roomPerByte = 1.2

export class Staging {
  readonly #folder: string
  readonly #files: PackFiles

  /** `packs` is the folder of installed packs. */
  constructor(packs: string, files: PackFiles) {
    this.#folder = join(packs, '.staging')
    this.#files = files
  }

  async clear(): Promise<void> {
    await this.#files.rm(this.#folder, { recursive: true, force: true })
  }

  /** Begins a copy of `size` bytes, if there is room for it. */
  async begin(size: number): Promise<Outcome<StagedCopy, PackRefusal>> {
    if (size > longestPackFile) return failure({ kind: 'too-large' })
    try {
      await this.#files.mkdir(this.#folder, { recursive: true, mode: 0o700 })
      const room = await this.#files.statfs(this.#folder).catch(() => null)
      const needed = Math.ceil(size * roomPerByte)
      // Some file systems do not say; then writing shows it.
      const free = room === null ? Infinity : room.bavail * room.bsize
      if (free < needed) return failure({ kind: 'no-room', needed, free })
      const path = join(this.#folder, randomBytes(8).toString('hex'))
      return success(new StagedCopy(path, size, await this.#files.open(path, 'wx', ownMode), this.#files))
    } catch (error) {
      return failure(refusalOfWriting(error))
    }
  }

  /**
   * Copies a file that the reader chose. The source is read once, from its start to its end, and must have as many
   * bytes as it said. `progress` gets the bytes copied so far.
   */
  async copy(
    source: string,
    progress: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Outcome<StagedCopy, PackRefusal>> {
    let handle: FileHandle
    let size: number
    try {
      const found = await this.#files.lstat(source)
      if (!found.isFile() || found.size === 0) return failure({ kind: 'not-a-pack' })
      size = found.size
      handle = await this.#files.open(source, 'r')
    } catch (error) {
      return failure(refusalOfReading(error))
    }
    try {
      const copy = await this.begin(size)
      if (!copy.ok) return copy
      const copied = await copyInto(copy.value, handle, progress, signal)
      if (copied.ok) return copy
      await copy.value.discard()
      return copied
    } finally {
      await handle.close().catch(() => undefined)
    }
  }
}

async function copyInto(
  copy: StagedCopy,
  handle: FileHandle,
  progress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Outcome<null, PackRefusal>> {
  const buffer = new Uint8Array(piece)
  while (copy.done < copy.size) {
    if (signal.aborted) return failure({ kind: 'cancelled' })
    let read: number
    try {
      read = (await handle.read(buffer, 0, Math.min(piece, copy.size - copy.done), null)).bytesRead
    } catch (error) {
      return failure(refusalOfReading(error))
    }
    // It ends before the length that it said: the stick was taken away, or the copy on it is cut.
    if (read === 0) return failure({ kind: 'damaged' })
    const written = await copy.add(buffer.subarray(0, read))
    if (!written.ok) return written
    progress(copy.done, copy.size)
    if (copy.done === read && !looksLikePack(buffer)) return failure({ kind: 'not-a-pack' })
  }
  return copy.finish()
}

/** Another kind of file is not copied whole just to be refused. Everything else is checked in the copy. */
const looksLikePack = (bytes: Uint8Array): boolean => bytes[0] === 0x89 && bytes[1] === 0x53

/** A file in the staging folder: written piece by piece, then read. */
export class StagedCopy {
  readonly path: string
  readonly size: number
  readonly #files: PackFiles
  #handle: FileHandle | null
  #done = 0

  constructor(path: string, size: number, handle: FileHandle, files: PackFiles) {
    this.path = path
    this.size = size
    this.#handle = handle
    this.#files = files
  }

  /** Bytes that are there. */
  get done(): number {
    return this.#done
  }

  async add(bytes: Uint8Array): Promise<Outcome<null, PackRefusal>> {
    if (this.#handle === null || this.#done + bytes.length > this.size) return failure({ kind: 'damaged' })
    try {
      let written = 0
      // A disk that is nearly full takes a part of what is written, without an error.
      while (written < bytes.length) {
        const { bytesWritten } = await this.#handle.write(bytes, written, bytes.length - written)
        if (bytesWritten === 0) return failure({ kind: 'no-room' })
        written += bytesWritten
      }
      this.#done += bytes.length
      return success(null)
    } catch (error) {
      return failure(refusalOfWriting(error))
    }
  }

  /** Puts it on the disk. It must be as long as was said. */
  async finish(): Promise<Outcome<null, PackRefusal>> {
    if (this.#handle === null || this.#done !== this.size) return failure({ kind: 'damaged' })
    try {
      await this.#handle.sync()
      await this.#close()
      return success(null)
    } catch (error) {
      return failure(refusalOfWriting(error))
    }
  }

  async discard(): Promise<void> {
    await this.#close().catch(() => undefined)
    await this.#files.rm(this.path, { force: true }).catch(() => undefined)
  }

  async #close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }
}

/** What the system's no means when our own folder is written. */
export function refusalOfWriting(error: unknown): PackRefusal {
  return { kind: reasonOf(error) === 'disk-full' ? 'no-room' : 'not-written' }
}

/** What the system's no means when the reader's file is read. */
function refusalOfReading(error: unknown): PackRefusal {
  return codeOf(error) === 'ELOOP' ? { kind: 'not-a-pack' } : { kind: 'gone' }
}
