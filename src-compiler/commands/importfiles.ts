/** Reads files in processes of their own, two at once, and hands the answers on in the order of the files. */
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import { childProcess } from '../../src-isolated/childprocess.ts'
import { Isolated } from '../../src-isolated/isolated.ts'
import { describeIsolatedFailure } from '../../src-isolated/task.ts'
import type { Format, ImportedFile } from '../0-import/draft.ts'
import { importTask } from '../0-import/task.ts'
import { sentenceOf } from './folders.ts'

/** Bytes of one file. */
const longestFile = 100 * 1024 ** 2
/** Milliseconds and bytes of memory for one document. */
const limits = { deadline: 60_000, memory: 1024 ** 3, attempts: 1 }
/** Documents that are read at once. */
const doors = 2

export type FileAnswer = { readonly file: string; readonly document: Outcome<ImportedFile, string> }

/** What the person says about how every file is read. */
export type ReadChoices = {
  readonly encoding: string | null
  readonly format: Format | null
  /** The pages of a wiki's export; all where none is named. */
  readonly pages: readonly string[]
}

/**
 * Each file's answer goes to `tell`, the next one when the one before is told. A file that can't be read does not stop
 * the others. `signal` ends the work: the answers so far are told, the rest is not.
 */
export async function importFiles(
  files: readonly string[],
  choices: ReadChoices,
  tell: (answer: FileAnswer) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<void> {
  const entry = new URL('../0-import/process.ts', import.meta.url)
  const answers = new Map<number, FileAnswer>()
  let told = 0
  let telling = Promise.resolve()
  const tellInOrder = async (): Promise<void> => {
    for (let answer = answers.get(told); answer; answer = answers.get(told)) {
      answers.delete(told)
      told++
      await tell(answer)
    }
  }
  let next = 0
  const work = async (door: Isolated): Promise<void> => {
    for (let i = next++; i < files.length; i = next++) {
      const answer = await importOne(door, files[i] ?? '', choices, signal)
      if (signal?.aborted) return
      answers.set(i, answer)
      telling = telling.then(tellInOrder)
      await telling
    }
  }
  const open = Array.from(
    { length: Math.min(doors, files.length) },
    () => new Isolated({ launch: childProcess(entry), ...limits }),
  )
  try {
    await Promise.all(open.map(work))
    await telling
  } finally {
    for (const door of open) door.close()
  }
}

async function importOne(
  door: Isolated,
  file: string,
  { encoding, format, pages }: ReadChoices,
  signal: AbortSignal | undefined,
): Promise<FileAnswer> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return { file, document: failure('This is no file.') }
    if (found.size > longestFile)
      return { file, document: failure('The file is larger than 100 MB. Bring in its parts.') }
    const read = await door.run(
      importTask,
      new Uint8Array(await readFile(file)),
      { name: basename(file), encoding, format, ...(pages.length > 0 && { pages }) },
      signal && { signal },
    )
    return { file, document: read.ok ? read : failure(describeIsolatedFailure(read.failure)) }
  } catch (error) {
    return { file, document: failure(sentenceOf(error, file)) }
  }
}
