/** One pack in work on the disk. Any editor may change its Markdown, so each answer looks at it again. */
import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import type { OwnAbout, OwnFailure, OwnPack, OwnPackLine } from '../../src-bridge/own.ts'
import { isArticleId } from '../../src-library/format/paths.ts'
import { articleKinds, type ArticleKind } from '../../src-library/model/article.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { replaceFile, type Files } from '../userdata/replace.ts'
import { Store } from '../userdata/store.ts'
import { failureOfWriting, fail } from './failures.ts'
import { settingsPath, sourceIn } from './layout.ts'
import { aboutOf, readSettings, writeSettings, type OwnSettings } from './settings.ts'
import { newPackWork, packWorkFormat, type PackWork } from './work.ts'

/** Bytes of `pack.json`: far more than any is. */
const longestSettings = 1024 ** 2

/** A Markdown file of the pack. */
export type SourceFile = {
  readonly id: string
  readonly kind: ArticleKind
  /** Inside `source`, with `/`. */
  readonly path: string
  readonly size: number
  readonly changed: number
}

type Seen = {
  readonly settings: OwnSettings
  readonly files: readonly SourceFile[]
  /** Differs where anything of the folder differs. */
  readonly state: string
  /** Milliseconds of the last change. */
  readonly changed: number
}

const emptyAbout: OwnAbout = { title: '', edition: '', publisher: '', language: 'en', licence: '' }

export class OwnFolder {
  readonly id: string
  readonly path: string
  readonly #files: Files
  readonly #store: Store<PackWork>
  #work: PackWork | null = null

  constructor(path: string, files: Files) {
    this.id = basename(path)
    this.path = path
    this.#files = files
    this.#store = new Store(path, packWorkFormat, newPackWork, files)
  }

  get source(): string {
    return sourceIn(this.path)
  }

  /** For a folder that is new. */
  async begin(about: OwnAbout): Promise<Outcome<null, OwnFailure>> {
    return this.#write(settingsPath, writeSettings({}, this.id, about))
  }

  async line(): Promise<OwnPackLine> {
    const seen = await this.#look()
    return this.#lineOf(seen)
  }

  async read(): Promise<Outcome<OwnPack, OwnFailure>> {
    const seen = await this.#look()
    const line = await this.#lineOf(seen)
    const about = seen ? aboutOf(seen.settings) : emptyAbout
    return success({ ...line, about, content: [], folder: this.source })
  }

  async setAbout(about: OwnAbout): Promise<Outcome<OwnPack, OwnFailure>> {
    const seen = await this.#look()
    if (!seen) return fail('damaged')
    const written = await this.#write(settingsPath, writeSettings(seen.settings, this.id, about))
    return written.ok ? this.read() : written
  }

  async #lineOf(seen: Seen | null): Promise<OwnPackLine> {
    const { shown } = (this.#work ??= (await this.#store.load()).data)
    return {
      id: this.id,
      title: seen?.settings.title ?? '',
      documents: seen?.files.length ?? 0,
      state: !seen ? 'damaged' : shown === null ? 'draft' : shown === seen.state ? 'shown' : 'changed',
      changed: seen ? dayOf(new Date(seen.changed)) : '',
    }
  }

  /** Null where the folder can't be read as a pack. */
  async #look(): Promise<Seen | null> {
    try {
      const path = join(this.source, settingsPath)
      const found = await this.#files.stat(path)
      if (!found.isFile() || found.size > longestSettings) return null
      const settings = readSettings(await this.#files.readFile(path))
      if (!settings) return null
      const files: SourceFile[] = []
      for (const kind of articleKinds) files.push(...(await this.#documentsOf(kind)))
      const all = [`${settingsPath} ${found.size} ${found.mtimeMs}`]
      for (const { path, size, changed } of files) all.push(`${path} ${size} ${changed}`)
      return {
        settings,
        files,
        state: createHash('sha256').update(all.join('\n')).digest('hex'),
        changed: Math.max(found.mtimeMs, ...files.map(({ changed }) => changed)),
      }
    } catch {
      return null
    }
  }

  async #documentsOf(kind: ArticleKind): Promise<readonly SourceFile[]> {
    const names = await this.#files.readdir(join(this.source, kind)).catch(() => [])
    const files: SourceFile[] = []
    for (const name of names.sort()) {
      const id = name.endsWith('.md') ? name.slice(0, -3) : ''
      if (!isArticleId(id)) continue
      const path = `${kind}/${name}`
      const found = await this.#files.lstat(join(this.source, path)).catch(() => null)
      if (found?.isFile()) files.push({ id, kind, path, size: found.size, changed: found.mtimeMs })
    }
    return files
  }

  async #write(path: string, bytes: Uint8Array): Promise<Outcome<null, OwnFailure>> {
    try {
      await replaceFile(this.#files, join(this.source, path), bytes, false)
      return success(null)
    } catch (error) {
      return failure(failureOfWriting(error))
    }
  }
}

/** The day by this computer's clock, as an ISO day. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
