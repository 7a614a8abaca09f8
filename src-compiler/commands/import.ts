/** `shelf import`: documents that people have -> Markdown of ours, with a report of everything left out. */
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { articleKinds } from '../../src-library/model/article.ts'
import { labelOf } from '../0-import/decode.ts'
import type { ImportedDocument, ImportedFile } from '../0-import/draft.ts'
import { readable } from '../0-import/import.ts'
import type { PackOptions } from '../0-import/pack.ts'
import { command, wrongUsage, type Options } from './command.ts'
import { sentenceOf } from './folders.ts'
import { importFiles, type ReadChoices } from './importfiles.ts'
import { ImportFolder } from './importfolder.ts'
import { complain, print } from './usage.ts'

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
  --cite                 put the document’s source behind each paragraph with a number
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

/** The parsed options, or a sentence on their fault. */
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
    cite: options['cite'] === true,
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
      cite: { type: 'boolean' },
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
    let done = 0
    const count = files.value.length
    const tellProgress = (): void => {
      done++
      if (process.stderr.isTTY && count > 1)
        complain(done < count ? `${done} of ${count}\r` : ' '.repeat(20) + '\r')
    }
    const stop = new AbortController()
    const interrupt = (): void => stop.abort()
    process.once('SIGINT', interrupt)
    try {
      if (into === null) {
        await importFiles(
          files.value,
          read,
          ({ file, document }) => {
            if (!document.ok) refused++
            const line = document.ok ? lineOf(file, document.value) : { file, error: document.failure }
            print(`${JSON.stringify(line)}\n`)
            tellProgress()
          },
          stop.signal,
        )
      } else {
        const folder = new ImportFolder(into, {
          ...read,
          again: options['again'] === true,
          dryRun: options['dry-run'] === true,
        })
        await importFiles(
          files.value,
          read,
          async ({ file, document }) => {
            const written = await folder.addFile(basename(file), document)
            if (!written.isWhole) refused++
            print(written.text)
            tellProgress()
          },
          stop.signal,
        )
        const report = await folder.writeReport()
        if (!report.ok) return report
      }
    } finally {
      process.off('SIGINT', interrupt)
    }
    if (stop.signal.aborted)
      return failure(
        `Stopped: ${done} of ${count} files were read. The same command goes on; no document that is there is replaced.\n`,
      )
    return refused === 0 ? success('') : failure(`${refused} of ${count} files were not brought in.\n`)
  },
)

const lineOf = (file: string, { more, ...document }: ImportedFile): object => ({
  file,
  ...documentLine(document),
  ...(more.length > 0 && { more: more.map(documentLine) }),
})

const documentLine = ({ title, language, encoding, date, tree, remarks }: ImportedDocument): object => ({
  title,
  language,
  encoding,
  date,
  tree,
  remarks,
})
