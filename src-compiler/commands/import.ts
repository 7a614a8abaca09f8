/** `shelf import`: documents that people have -> Markdown of ours, with a report of everything left out. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { articleKinds } from '../../src-library/model/article.ts'
import { childProcess } from '../../src-isolated/childprocess.ts'
import { Isolated } from '../../src-isolated/isolated.ts'
import { describeIsolatedFailure } from '../../src-isolated/task.ts'
import { labelOf } from '../0-import/decode.ts'
import type { Format, Imported, ImportedFile } from '../0-import/draft.ts'
import { readable } from '../0-import/import.ts'
import type { PackOptions } from '../0-import/pack.ts'
import { importTask } from '../0-import/task.ts'
import { command, wrongUsage, type Options } from './command.ts'
import { sentenceOf } from './folders.ts'
import { ImportFolder } from './importfolder.ts'
import { print } from './usage.ts'

/** Bytes of one file. */
const longestFile = 100 * 1024 ** 2
/** Milliseconds and bytes of memory for one document. */
const limits = { deadline: 60_000, memory: 1024 ** 3, attempts: 1 }
/** Documents that are read at once. */
const doors = 2

/** What the person says about how every file is read. */
type ReadChoices = {
  readonly encoding: string | null
  readonly format: Format | null
  readonly pages: readonly string[]
}

export type FileAnswer = { readonly file: string; readonly document: Outcome<ImportedFile, string> }

/** Reads each file in a process of its own kind, two at once, and hands the answers on in the order of the files. */
export async function importFiles(
  files: readonly string[],
  options: ReadChoices,
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
  { encoding, format, pages }: ReadChoices,
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
      ...(pages.length > 0 && { pages }),
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

const help = `Usage: shelf import <file or folder> … --into <folder>
       shelf import --json <file> …

Reads documents that people have (${readable.join(', ')}) and writes Markdown into a folder of documents.
Says what it leaves out, one line for each thing. A file that can’t be read does not stop the others.

  --into <folder>        the pack’s folder; a new one gets a pack.json
  --kind <kind>          news or encyclopedia, for every document
  --language <tag>       the language of every document, such as az
  --title <words>        the title, where there is one document
  --pages <a|b>          the pages of a MediaWiki export; all articles without it
  --again                replace documents that are there
  --dry-run              say what would be done, and write nothing
  --json                 print a line of JSON for each file, in order
  --encoding <name>      the encoding of a text, such as windows-1251
  --format <name>        read every file as this: one of those above
  -h, --help             print this

Exit code: 0 read, 1 a file was refused, 2 wrong usage.
`

type Choices = PackOptions & ReadChoices

const textOf = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' ? value : null

/** What the options say, or a sentence on what is wrong with them. */
function readOptions(options: Options): Choices | string {
  const { encoding, format, kind, language } = options
  const label = typeof encoding === 'string' ? labelOf(encoding) : null
  if (typeof encoding === 'string' && label === null)
    return `\`${encoding}\` is no encoding such as windows-1251.`
  const known = readable.find((one) => one === format)
  if (typeof format === 'string' && !known) return `\`${format}\` is none of ${readable.join(', ')}.`
  const isKind = articleKinds.find((one) => one === kind)
  if (typeof kind === 'string' && !isKind) return `\`${kind}\` is none of ${articleKinds.join(', ')}.`
  if (typeof language === 'string' && !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language))
    return `\`${language}\` is no language such as az.`
  if ((options['json'] === true) === (typeof options['into'] === 'string'))
    return 'Say --into and a folder, or --json.'
  return {
    encoding: label,
    format: known ?? null,
    kind: isKind ?? null,
    language: textOf(language),
    title: textOf(options['title']),
    pages: (textOf(options['pages']) ?? '').split('|').filter((page) => page !== ''),
  }
}

export const run = command(
  {
    help,
    options: {
      into: { type: 'string' },
      kind: { type: 'string' },
      language: { type: 'string' },
      title: { type: 'string' },
      pages: { type: 'string' },
      again: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      encoding: { type: 'string' },
      format: { type: 'string' },
    },
    needs: ['file'],
    more: true,
  },
  async (paths, options) => {
    const read = readOptions(options)
    if (typeof read === 'string') return wrongUsage(read)
    const files = await filesIn(paths)
    if (!files.ok) return files
    if (read.title !== null && files.value.length > 1) return wrongUsage('--title is for one document.')
    const into = textOf(options['into'])
    let refused = 0
    if (into === null) {
      await importFiles(files.value, read, ({ file, document }) => {
        if (!document.ok) refused++
        print(
          `${JSON.stringify(document.ok ? lineOf(file, document.value) : { file, error: document.failure })}\n`,
        )
      })
    } else {
      const folder = new ImportFolder(into, {
        ...read,
        again: options['again'] === true,
        dryRun: options['dry-run'] === true,
      })
      await importFiles(files.value, read, async ({ file, document }) => {
        const documents = document.ok ? [document.value, ...document.value.more] : [document]
        let isWhole = true
        for (const one of documents) {
          const written = 'ok' in one ? one : await folder.add(basename(file), one)
          if (!written.ok) isWhole = false
          print(written.ok ? written.value : `${basename(file)}: ${written.failure}\n`)
        }
        if (!isWhole) refused++
      })
    }
    return refused === 0
      ? success('')
      : failure(`${refused} of ${files.value.length} files were not brought in.\n`)
  },
)

const lineOf = (file: string, { more, ...document }: ImportedFile): object => ({
  file,
  ...documentLine(document),
  ...(more.length > 0 && { more: more.map(documentLine) }),
})

const documentLine = ({ title, language, encoding, date, tree, remarks }: Imported): object => ({
  title,
  language,
  encoding,
  date,
  tree,
  remarks,
})
