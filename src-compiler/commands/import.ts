/** `shelf import`: documents that people have -> Markdown of ours, with a report of everything left out. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { childProcess } from '../../src-isolated/childprocess.ts'
import { Isolated } from '../../src-isolated/isolated.ts'
import { describeIsolatedFailure } from '../../src-isolated/task.ts'
import { labelOf } from '../0-import/decode.ts'
import type { Format, Imported } from '../0-import/draft.ts'
import { readable } from '../0-import/import.ts'
import { importTask } from '../0-import/task.ts'
import { command, wrongUsage, type Options } from './command.ts'
import { sentenceOf } from './folders.ts'
import { print } from './usage.ts'

/** Bytes of one file. */
const longestFile = 100 * 1024 ** 2
/** Milliseconds and bytes of memory for one document. */
const limits = { deadline: 60_000, memory: 1024 ** 3, attempts: 1 }
/** Documents that are read at once. */
const doors = 2

export type FileAnswer = { readonly file: string; readonly document: Outcome<Imported, string> }

/** Reads each file in a process of its own kind, two at once, and hands the answers on in the order of the files. */
export async function importFiles(
  files: readonly string[],
  options: { readonly encoding: string | null; readonly format: Format | null },
  tell: (answer: FileAnswer) => Promise<void> | void,
): Promise<void> {
  const entry = new URL('../0-import/process.ts', import.meta.url)
  const open = Array.from(
    { length: Math.min(doors, files.length) },
    () => new Isolated({ launch: childProcess(entry), ...limits }),
  )
  const answers: (Promise<FileAnswer> | undefined)[] = []
  let next = 0
  const work = async (door: Isolated): Promise<void> => {
    for (let i = next++; i < files.length; i = next++) {
      const file = files[i] ?? ''
      const answer = importOne(door, file, options)
      answers[i] = answer
      await answer
    }
  }
  try {
    const working = Promise.all(open.map(work))
    for (let i = 0; i < files.length; i++) {
      while (answers[i] === undefined)
        await Promise.race([working, ...answers.filter((one) => one !== undefined)])
      const answer = await answers[i]
      if (answer) await tell(answer)
    }
    await working
  } finally {
    for (const door of open) door.close()
  }
}

async function importOne(
  door: Isolated,
  file: string,
  { encoding, format }: { readonly encoding: string | null; readonly format: Format | null },
): Promise<FileAnswer> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return { file, document: failure('This is no file.') }
    if (found.size > longestFile)
      return { file, document: failure('The file is larger than 100 MB. Bring in its parts.') }
    const read = await door.run(importTask, new Uint8Array(await readFile(file)), {
      name: basename(file),
      encoding,
      format,
    })
    return { file, document: read.ok ? read : failure(describeIsolatedFailure(read.failure)) }
  } catch (error) {
    return { file, document: failure(sentenceOf(error, file)) }
  }
}

/** The files of files and folders, in order, each folder's by name. Hidden files are passed over. */
export async function filesIn(paths: readonly string[]): Promise<Outcome<readonly string[], string>> {
  const files: string[] = []
  const walk = async (path: string): Promise<void> => {
    if (!(await stat(path)).isDirectory()) {
      files.push(path)
      return
    }
    const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort()
    for (const name of names) await walk(join(path, name))
  }
  try {
    for (const path of paths) await walk(path)
    return success(files)
  } catch (error) {
    return failure(`${sentenceOf(error, paths[0] ?? '')}\n`)
  }
}

const help = `Usage: shelf import --json <file> …

Reads documents that people have: ${readable.join(', ')}.

  --json                 print a line of JSON for each file, in order
  --encoding <name>      the encoding of a text, such as windows-1251
  --format <name>        read every file as this: one of those above
  -h, --help             print this

Exit code: 0 read, 1 a file was refused, 2 wrong usage.
`

/** What the options say, or a sentence on what is wrong with them. */
function readOptions(
  options: Options,
): { readonly encoding: string | null; readonly format: Format | null } | string {
  const { encoding, format } = options
  const label = typeof encoding === 'string' ? labelOf(encoding) : null
  if (typeof encoding === 'string' && label === null)
    return `\`${encoding}\` is no encoding such as windows-1251.`
  const known = readable.find((one) => one === format)
  if (typeof format === 'string' && !known) return `\`${format}\` is none of ${readable.join(', ')}.`
  return { encoding: label, format: known ?? null }
}

export const run = command(
  {
    help,
    options: { json: { type: 'boolean' }, encoding: { type: 'string' }, format: { type: 'string' } },
    needs: ['file'],
    more: true,
  },
  async (paths, options) => {
    const read = readOptions(options)
    if (typeof read === 'string') return wrongUsage(read)
    const files = await filesIn(paths)
    if (!files.ok) return files
    let refused = 0
    await importFiles(files.value, read, ({ file, document }) => {
      if (!document.ok) refused++
      print(
        `${JSON.stringify(document.ok ? lineOf(file, document.value) : { file, error: document.failure })}\n`,
      )
    })
    return refused === 0
      ? success('')
      : failure(`${refused} of ${files.value.length} files could not be read.\n`)
  },
)

const lineOf = (file: string, { title, language, encoding, date, tree, remarks }: Imported): object => ({
  file,
  title,
  language,
  encoding,
  date,
  tree,
  remarks,
})
