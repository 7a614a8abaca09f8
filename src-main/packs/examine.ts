/**
 * Everything that is checked of a pack file before the reader is asked, in this order: head and signatures, who signed
 * it and whether it may follow what is here, every file's bytes, and that each can be read. Nothing is parsed before
 * its bytes are vouched for by a signature, and what is parsed then is parsed in the isolated process.
 */
import type { PackProgress, PackRefusal } from '../../src-bridge/packs.ts'
import type { FormatFailure } from '../../src-library/format/failure.ts'
import type { PackFileFailure } from '../../src-library/format/packfile.ts'
import type { PackHead } from '../../src-library/format/packhead.ts'
import { indexPath } from '../../src-library/format/paths.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Isolated } from '../../src-isolated/isolated.ts'
import { checkFiles, openPackFile, type PackFile, type ReadableFile } from '../../src-packs/read.ts'
import type { Verdict } from '../../src-packs/trust.ts'
import { batchBytes, decodeLimits, decodeTask } from './decodetask.ts'

/** A verdict that the reader can say yes to. */
export type Offerable = Extract<Verdict, { readonly key: string }>

export type ExaminedPack = { readonly file: PackFile; readonly verdict: Offerable }

type Dependencies = {
  readonly isolated: Pick<Isolated, 'run'>
  /** Of this Fieldshelf. */
  readonly version: string
  readonly judge: (file: PackFile) => Promise<Verdict>
  readonly progress: (progress: PackProgress) => void
  readonly signal: AbortSignal
}

/** `disk` is the staged copy. Rejects as the disk does. */
export async function examine(
  disk: ReadableFile,
  dependencies: Dependencies,
): Promise<Outcome<ExaminedPack, PackRefusal>> {
  const { signal, progress } = dependencies
  const opened = await openPackFile(disk)
  if (!opened.ok) return failure(refusalOf(opened.failure))
  const file = opened.value
  const { head } = file
  const named = { title: head.manifest.title, edition: head.manifest.edition }
  if (head.minimum !== null && isLater(head.minimum, dependencies.version))
    return failure({ kind: 'newer', needs: head.minimum, ...named })
  const verdict = await dependencies.judge(file)
  if (verdict.kind === 'refused') return failure({ kind: verdict.because, ...named })
  if (verdict.kind === 'already-here') return failure({ kind: 'already-here', ...named })

  const total = disk.size
  const reading = new Reading(dependencies, head)
  try {
    const checked = await checkFiles(
      disk,
      file,
      (done) => progress({ step: 'checking', done, total }),
      signal,
      (path, bytes) => reading.take(path, bytes),
    )
    if (!checked.ok) return failure(refusalOf(checked.failure))
    await reading.finish()
  } catch (error) {
    if (signal.aborted) return failure({ kind: 'cancelled' })
    throw error
  }
  return reading.refusal ? failure({ ...reading.refusal, ...named }) : success({ file, verdict })
}

/** Hands the files to the isolated process, some at a time. */
class Reading {
  readonly #dependencies: Dependencies
  readonly #id: string
  #files: { path: string; bytes: Uint8Array }[] = []
  #size = 0
  #done = 0
  readonly #total: number
  refusal: PackRefusal | null = null

  constructor(dependencies: Dependencies, { manifest }: PackHead) {
    this.#dependencies = dependencies
    this.#id = manifest.id
    this.#total = [...manifest.files.values()].reduce((sum, { bytes }) => sum + bytes, 0)
  }

  async take(path: string, bytes: Uint8Array): Promise<void> {
    this.#files.push({ path, bytes })
    this.#size += bytes.length
    // The texts are read against their index, which comes just before them.
    if (this.#size >= batchBytes && path !== indexPath) await this.finish()
  }

  async finish(): Promise<void> {
    const files = this.#files
    this.#files = []
    this.#size = 0
    if (files.length === 0 || this.refusal !== null) return
    const { isolated, signal, progress } = this.#dependencies
    const input = {
      id: this.#id,
      files: files.map(({ path, bytes }) => ({ path, bytes: bytes.length })),
    }
    const read = await isolated.run(decodeTask, Buffer.concat(files.map(({ bytes }) => bytes)), input, {
      ...decodeLimits,
      signal,
    })
    if (read.ok && read.value.wrong !== null) this.refusal = { kind: 'unreadable-content' }
    else if (!read.ok)
      this.refusal = {
        kind:
          read.failure.kind === 'deadline' || read.failure.kind === 'memory'
            ? 'too-much'
            : 'unreadable-content',
      }
    signal.throwIfAborted()
    this.#done += files.reduce((sum, { bytes }) => sum + bytes.length, 0)
    progress({ step: 'reading', done: this.#done, total: this.#total })
  }
}

function refusalOf(why: PackFileFailure): PackRefusal {
  switch (why.kind) {
    case 'not-a-pack-file':
      return { kind: 'not-a-pack' }
    case 'newer':
      return { kind: 'newer' }
    case 'damaged':
      return { kind: 'damaged' }
    case 'unsafe-key':
      return { kind: 'unsafe-key' }
    case 'bad-head':
      return { kind: kindOfHead(why.failure) }
    default:
      return assertNever(why)
  }
}

function kindOfHead(why: FormatFailure): PackRefusal['kind'] {
  if (why.kind !== 'wrong-format' || why.found === null) return 'unreadable-content'
  return why.found > why.supported ? 'newer' : 'outdated'
}

/** Whether the first version is later: `0.10` than `0.9.3`. */
export function isLater(wanted: string, version: string): boolean {
  const [one, other] = [wanted, version].map((text) => text.split('.').map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(one.length, other.length); i++) {
    const by = (one[i] ?? 0) - (other[i] ?? 0)
    if (by !== 0) return by > 0
  }
  return false
}
