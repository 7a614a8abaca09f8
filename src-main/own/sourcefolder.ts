/** The folder of Markdown of a pack in work. Any editor may change it, so each look is at the disk. */
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { isArticleId, isFigurePath } from '../../src-library/format/paths.ts'
import { articleKinds, type ArticleKind } from '../../src-library/model/article.ts'
import { flushFolder, replaceFile, renamePatiently, type Files } from '../userdata/replace.ts'
import { settingsPath, sourcesPath } from './layout.ts'
import { readSettings, type OwnSettings } from './settings.ts'

/** Bytes of `pack.json`: far more than any is. */
const longestSettings = 1024 ** 2
/** Bytes of a document's Markdown, and of the list of sources. */
const longestText = 16 * 1024 ** 2

export type SourceDocument = {
  readonly id: string
  readonly kind: ArticleKind
  /** Inside the folder, with `/`. */
  readonly path: string
  readonly markdown: string
  /** SHA-256 of the Markdown. */
  readonly sum: string
}

export type SourceContents = {
  readonly settings: OwnSettings
  /** Empty where there are none. */
  readonly sources: string
  readonly documents: readonly SourceDocument[]
  /** Differs where anything of the folder differs. */
  readonly state: string
  /** Milliseconds of the last change. */
  readonly changed: number
}

type Known = { readonly size: number; readonly changed: number; readonly text: string; readonly sum: string }

export class SourceFolder {
  readonly path: string
  readonly #files: Files
  /** Texts by path, as they were read last. */
  #known: ReadonlyMap<string, Known> = new Map()

  constructor(path: string, files: Files) {
    this.path = path
    this.#files = files
  }

  /** Null where the folder can't be read as a pack. */
  async look(): Promise<SourceContents | null> {
    const known = new Map<string, Known>()
    try {
      const file = await this.#text(settingsPath, longestSettings, known)
      const settings = file && readSettings(new TextEncoder().encode(file.text))
      if (!settings) return null
      const sources = await this.#text(sourcesPath, longestText, known)
      const documents: SourceDocument[] = []
      for (const kind of articleKinds) documents.push(...(await this.#documentsOf(kind, known)))
      const facts = [...known].map(([path, { size, changed }]) => `${path} ${size} ${changed}`)
      this.#known = known
      return {
        settings,
        sources: sources?.text ?? '',
        documents,
        state: createHash('sha256').update(facts.join('\n')).digest('hex'),
        changed: Math.max(...[...known.values()].map(({ changed }) => changed)),
      }
    } catch {
      return null
    }
  }

  async #documentsOf(kind: ArticleKind, known: Map<string, Known>): Promise<readonly SourceDocument[]> {
    const names = await this.#files.readdir(join(this.path, kind)).catch(() => [])
    const documents: SourceDocument[] = []
    for (const name of names.sort()) {
      const id = name.endsWith('.md') ? name.slice(0, -3) : ''
      if (!isArticleId(id)) continue
      const path = `${kind}/${name}`
      const file = await this.#text(path, longestText, known)
      if (file) documents.push({ id, kind, path, markdown: file.text, sum: file.sum })
    }
    return documents
  }

  /** Null where there is no such file, or one that is no text of ours. */
  async #text(path: string, longest: number, known: Map<string, Known>): Promise<Known | null> {
    const whole = join(this.path, path)
    const found = await this.#files.lstat(whole).catch(() => null)
    if (!found?.isFile() || found.size > longest) return null
    const before = this.#known.get(path)
    const read = before?.size === found.size && before.changed === found.mtimeMs ? before : null
    const text = read?.text ?? (await this.#files.readFile(whole)).toString('utf8')
    const file = { size: found.size, changed: found.mtimeMs, text, sum: read?.sum ?? sumOf(text) }
    known.set(path, file)
    return file
  }

  /** The bytes of a figure; null where there is none. */
  async figure(path: string): Promise<Uint8Array | null> {
    if (!isFigurePath(path)) return null
    const found = await this.#files.lstat(join(this.path, path)).catch(() => null)
    return found?.isFile() && found.size <= longestText
      ? await this.#files.readFile(join(this.path, path))
      : null
  }

  /** The paths of all figures. */
  async figures(): Promise<readonly string[]> {
    const names = await this.#files.readdir(join(this.path, 'figures')).catch(() => [])
    return names.map((name) => `figures/${name}`).filter(isFigurePath)
  }

  /** Rejects as the disk does; the old file is there then. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    await replaceFile(this.#files, join(this.path, path), bytes, false)
  }

  async move(from: string, to: string): Promise<void> {
    await this.#files.mkdir(dirname(join(this.path, to)), { recursive: true, mode: 0o700 })
    await renamePatiently(this.#files, join(this.path, from), join(this.path, to))
    await flushFolder(this.#files, dirname(join(this.path, to)))
  }

  async remove(path: string): Promise<void> {
    await this.#files.rm(join(this.path, path), { force: true })
  }
}

export const sumOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')
