/** The folder of documents that an import writes into. A document that is there stays, unless it may be replaced. */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { articleKinds } from '../../src-library/model/article.ts'
import type { ImportedDocument, ImportedFile, Remark } from '../0-import/draft.ts'
import { PackDocuments, packSettings, withSource, type PackOptions } from '../0-import/pack.ts'
import { sentenceOf } from './folders.ts'

type Options = PackOptions & { readonly again: boolean; readonly dryRun: boolean }

/** One line of `import-report.json`: what became of a file, and all that was left out of it. */
type Entry = {
  readonly file: string
  /** The path of the document; null where none was written. */
  readonly document: string | null
  readonly error?: string
  readonly remarks: readonly Remark[]
}

const reportName = 'import-report.json'

export class ImportFolder {
  readonly #entries: Entry[] = []
  readonly #folder: string
  readonly #options: Options
  readonly #documents: PackDocuments

  constructor(folder: string, options: Options) {
    this.#folder = folder
    this.#options = options
    this.#documents = new PackDocuments(options)
  }

  /** Writes what a file held. `text` is for a terminal; `isWhole` says whether all of it was written. */
  async addFile(
    file: string,
    imported: Outcome<ImportedFile, string>,
  ): Promise<{ readonly text: string; readonly isWhole: boolean }> {
    if (!imported.ok) {
      this.#entries.push({ file, document: null, error: imported.failure, remarks: [] })
      return { text: `${file}: ${imported.failure}\n`, isWhole: false }
    }
    let text = ''
    let isWhole = true
    for (const one of [imported.value, ...imported.value.more]) {
      const written = await this.add(file, one)
      if (!written.ok) {
        this.#entries.push({ file, document: null, error: written.failure, remarks: [] })
        isWhole = false
      }
      text += written.ok ? written.value : `${file}: ${written.failure}\n`
    }
    return { text, isWhole }
  }

  /** Writes `import-report.json`. Earlier entries of other files stay. */
  async writeReport(): Promise<Outcome<null, string>> {
    if (this.#options.dryRun || this.#entries.length === 0) return success(null)
    try {
      const files = new Set(this.#entries.map(({ file }) => file))
      const before = entriesOf(await textAt(this.#at(reportName))).filter(({ file }) => !files.has(file))
      const lines = [...before, ...this.#entries].map((entry) => JSON.stringify(entry))
      await this.#write(reportName, `[\n${lines.join(',\n')}\n]\n`)
      return success(null)
    } catch (error) {
      return failure(`${sentenceOf(error, this.#folder)}\n`)
    }
  }

  /** Writes a document. Returns text for a terminal: one line for each thing done, or the reason for not writing. */
  async add(file: string, imported: ImportedDocument): Promise<Outcome<string, string>> {
    const document = this.#documents.add(file, imported)
    try {
      for (const kind of articleKinds)
        if (!this.#options.again && (await isThere(this.#at(`${kind}/${document.id}.md`))))
          return failure(`${kind}/${document.id}.md is there already. --again replaces it.`)
      if (!this.#options.dryRun) {
        for (const [path, bytes] of document.figures) await this.#write(path, bytes)
        const sources = await textAt(this.#at('sources.yaml'))
        await this.#write('sources.yaml', withSource(sources, document))
        if (!(await isThere(this.#at('pack.json')))) {
          const language = this.#options.language ?? imported.language
          const day = new Date().toISOString().slice(0, 10)
          await this.#write('pack.json', packSettings(basename(resolve(this.#folder)), language, day))
        }
        await this.#write(document.path, document.markdown)
      }
    } catch (error) {
      return failure(sentenceOf(error, this.#folder))
    }
    this.#entries.push({ file, document: document.path, remarks: imported.remarks })
    const remarks = imported.remarks.map(
      ({ code, text, line }) => `  ${file}${line === undefined ? '' : `:${line}`}: ${text} [${code}]\n`,
    )
    const asks = document.asks.map((text) => `  ${file}: ${text}\n`)
    return success([`${file}: ${document.path}\n`, ...remarks, ...asks].join(''))
  }

  readonly #at = (path: string): string => join(this.#folder, path)

  async #write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(this.#at(path)), { recursive: true })
    await writeFile(this.#at(path), content)
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

const textAt = async (path: string): Promise<string> =>
  (await isThere(path)) ? await readFile(path, 'utf8') : ''

/** The entries of an earlier report; none where a person changed it. */
function entriesOf(text: string): readonly Entry[] {
  try {
    const entries: unknown = JSON.parse(text)
    const isEntry = (one: unknown): one is Entry =>
      typeof one === 'object' && one !== null && 'file' in one && typeof one.file === 'string'
    return Array.isArray(entries) ? entries.filter(isEntry) : []
  } catch {
    return []
  }
}
