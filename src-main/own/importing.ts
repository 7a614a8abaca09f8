/** Brings files into a pack in work. Two are read at once, each in a process of its own; a bad one stops no other. */
import * as nodeFiles from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { AddedFiles, OwnFailure, OwnProgress, RefusedFile } from '../../src-bridge/own.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { OwnFolder } from './folder.ts'
import { largestDocument } from './layout.ts'
import { sumOf } from './sourcefolder.ts'
import { importLimits, importTask } from './tasks.ts'
import { refusalOf, type Door } from './worker.ts'

/** A file that the reader hands over. */
export type Incoming = {
  /** Without folders. */
  readonly file: string
  readonly read: () => Promise<Outcome<Uint8Array, RefusedFile['kind']>>
}

type Dependencies = {
  readonly doors: readonly Door[]
  readonly tell: (progress: OwnProgress) => void
  readonly signal: AbortSignal
  /** Runs work when no other touches the packs. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result>
}

type One = { readonly added: readonly string[] } | { readonly refused: RefusedFile }

/** How often a file is read again because another one took its id meanwhile. */
const mostTries = 4

export async function bringIn(
  folder: OwnFolder,
  files: readonly Incoming[],
  { doors, tell, signal, alone }: Dependencies,
): Promise<Outcome<AddedFiles, OwnFailure>> {
  const results: One[] = []
  let next = 0
  let done = 0
  let stopped: OwnFailure | null = null
  const progress = (file: string): void =>
    tell({ pack: folder.id, file: file.slice(0, 1_000), done, total: files.length })

  const work = async (door: Door): Promise<void> => {
    for (let i = next++; i < files.length && stopped === null && !signal.aborted; i = next++) {
      const incoming = files[i]
      if (!incoming) return
      progress(incoming.file)
      const one = await bringOne(folder, incoming, door, alone, signal)
      if (one.ok) results[i] = one.value
      else stopped ??= one.failure
      done++
    }
  }
  await Promise.all(doors.map(work))
  progress('')
  if (stopped !== null) return failure(stopped)
  const all = results.filter((one) => one !== undefined)
  return success({
    added: all.flatMap((one) => ('added' in one ? one.added : [])),
    refused: all.flatMap((one) => ('refused' in one ? [one.refused] : [])),
  })
}

async function bringOne(
  folder: OwnFolder,
  { file, read }: Incoming,
  door: Door,
  alone: Dependencies['alone'],
  signal: AbortSignal,
): Promise<Outcome<One, OwnFailure>> {
  const refuse = (kind: RefusedFile['kind'], needs?: string): Outcome<One, OwnFailure> =>
    success({ refused: { file, kind, ...(needs !== undefined && { needs }) } })
  const bytes = await read()
  if (!bytes.ok) return refuse(bytes.failure)
  const sum = sumOf(bytes.value)
  for (let attempt = 1; ; attempt++) {
    const { isHere, taken, language } = await alone(() => folder.beforeAdding(sum))
    if (isHere) return refuse('already-here')
    const answered = await door.run(
      importTask,
      bytes.value,
      { name: file, encoding: null, taken: [...taken], language },
      { ...importLimits, signal },
    )
    if (!answered.ok) {
      const why = refusalOf(answered.failure)
      return why === 'cancelled' ? failure({ kind: 'cancelled' }) : refuse(why)
    }
    if (answered.value.kind === 'refused') return refuse(answered.value.because, answered.value.needs)
    const { documents } = answered.value
    const added = await alone(() => folder.add(file, bytes.value, documents))
    if (added.ok) return success({ added: added.value })
    if (added.failure.kind === 'too-many') return refuse('too-many')
    if (added.failure.kind !== 'taken') return failure(added.failure)
    if (attempt === mostTries) return refuse('too-many')
  }
}

/** A file on the disk that the reader chose. */
export const onDisk = (
  path: string,
  files: Pick<typeof nodeFiles, 'stat' | 'readFile'> = nodeFiles,
): Incoming => ({
  file: basename(path),
  read: async () => {
    try {
      const found = await files.stat(path)
      if (!found.isFile()) return failure('gone')
      if (found.size > largestDocument) return failure('too-large')
      return success(new Uint8Array(await files.readFile(path)))
    } catch {
      return failure('gone')
    }
  },
})

const mostFiles = 2_000
const deepest = 20

/** The files of a folder and of those in it, each folder's by name. Hidden files, links and devices are passed over. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const paths: string[] = []
  const walk = async (path: string, depth: number): Promise<void> => {
    const entries = await nodeFiles.readdir(path, { withFileTypes: true }).catch(() => [])
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name.startsWith('~$')) continue
      if (paths.length >= mostFiles) return
      if (entry.isFile()) paths.push(join(path, entry.name))
      else if (entry.isDirectory() && depth < deepest) await walk(join(path, entry.name), depth + 1)
    }
  }
  await walk(folder, 0)
  return paths
}
