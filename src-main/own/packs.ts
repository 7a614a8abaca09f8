/** The packs that the reader makes of documents of her own: one folder each (layout.ts). */
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import type {
  AddedFiles,
  ExportedCopy,
  OwnAbout,
  OwnEdit,
  OwnFailure,
  OwnLook,
  OwnPack,
  OwnPackLine,
  OwnProblem,
  OwnProgress,
} from '../../src-bridge/own.ts'
import type { KeyRequest, SignedCopy, SigningFailure, SigningKey } from '../../src-bridge/signing.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Library, OwnCandidate } from '../library/library.ts'
import { renamePatiently, type Files } from '../userdata/replace.ts'
import { compileWhole, showCompiled, shownPack, tidy, type CompiledOwn } from './compiling.ts'
import { edit, look } from './editing.ts'
import { exportTo } from './exporting.ts'
import { fail, failureOfWriting } from './failures.ts'
import { OwnFolder } from './folder.ts'
import { bringIn, filesIn, onDisk, type Incoming } from './importing.ts'
import { isOwnId, largestDocument, mostPacks, newOwnId, ownIn } from './layout.ts'
import { PublisherKey } from './publisherkey.ts'
import { signTo } from './signing.ts'
import type { Door } from './worker.ts'

type Dependencies = {
  readonly userData: string
  /** Today, as an ISO day. */
  readonly today: () => string
  /** Milliseconds. */
  readonly now: () => number
  /** Makes a door to an isolated process: two for reading documents, one for everything else. */
  readonly door: () => Door
  readonly tell: (progress: OwnProgress) => void
  /** The library has other packs now. */
  readonly changed: () => void
  /** Moves a folder to the system's bin. Rejects where there is none. */
  readonly toBin: (path: string) => Promise<void>
  readonly files?: Files
}

/** Null when the reader cancels. */
export type ChoosePath = () => Promise<string | null>

type Receiving = {
  readonly pack: string
  readonly file: string
  readonly bytes: Uint8Array<ArrayBuffer>
  done: number
}

/** Folders of packs that were removed where there is no bin. They go when the app starts the next time. */
const removedName = /^removed-own-[0-9a-f]{8}-\d+$/

export class OwnPacks {
  readonly #dependencies: Dependencies
  readonly #files: Files
  readonly #root: string
  readonly #open = new Map<string, OwnFolder>()
  readonly #edits: Door
  readonly #reads: readonly Door[]
  readonly #key: PublisherKey
  #library: Library | null = null
  #last: Promise<unknown> = Promise.resolve()
  #running = new AbortController()
  #receiving: Receiving | null = null

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
    this.#files = dependencies.files ?? nodeFiles
    this.#root = ownIn(dependencies.userData)
    this.#key = new PublisherKey(dependencies.userData, this.#files)
    this.#edits = dependencies.door()
    this.#reads = [dependencies.door(), dependencies.door()]
  }

  /** Where saved packs are shown. */
  showIn(library: Library): void {
    this.#library = library
  }

  /** The saved packs, for the library. */
  readonly candidates = async (): Promise<readonly OwnCandidate[]> => {
    const candidates: OwnCandidate[] = []
    for (const id of await this.#ids()) {
      const shown = await shownPack(this.#folder(id))
      if (shown) candidates.push({ id, ...shown })
    }
    return candidates
  }

  /** Whether the reader makes a pack of this id: no other may be installed under it. */
  async has(id: string): Promise<boolean> {
    return (await this.#ids()).includes(id)
  }

  /** Takes away what an earlier run left. */
  async tidy(): Promise<void> {
    await this.#next(async () => {
      for (const name of await this.#files.readdir(this.#root).catch(() => []))
        if (removedName.test(name))
          await this.#files
            .rm(join(this.#root, name), { recursive: true, force: true })
            .catch(() => undefined)
      for (const id of await this.#ids()) await tidy(this.#folder(id))
    })
  }

  /** The last changed first. */
  list(): Promise<readonly OwnPackLine[]> {
    return this.#next(async () => {
      const lines: OwnPackLine[] = []
      for (const id of await this.#ids()) lines.push(await this.#folder(id).line())
      return lines.sort((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0))
    })
  }

  create(title: string, language: string): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#next(async () => {
      const own = await this.#ids()
      if (own.length >= mostPacks) return fail('too-many')
      const others = (await this.#library?.packs())?.shown
      let id = newOwnId()
      while (own.includes(id) || others?.has(id)) id = newOwnId()
      const folder = this.#folder(id)
      const edition = this.#dependencies.today().slice(0, 7)
      const created = await folder.begin({ title, edition, publisher: '', language, licence: '' })
      return created.ok ? folder.read() : created
    })
  }

  read(id: string): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#with(id, (folder) => folder.read())
  }

  about(id: string, about: OwnAbout): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#with(id, (folder) => folder.setAbout(about))
  }

  /** Files, or the files of one folder, that the reader chose. */
  async bring(
    id: string,
    paths: readonly string[],
    what: 'files' | 'folder',
  ): Promise<Outcome<AddedFiles, OwnFailure>> {
    const all = what === 'files' ? paths : (await Promise.all(paths.map(filesIn))).flat()
    return this.#bring(
      id,
      all.map((path) => onDisk(path)),
    )
  }

  async #bring(id: string, files: readonly Incoming[]): Promise<Outcome<AddedFiles, OwnFailure>> {
    if (!(await this.#ids()).includes(id)) return fail('not-found')
    if (this.#running.signal.aborted) this.#running = new AbortController()
    const { signal } = this.#running
    return bringIn(this.#folder(id), files, {
      doors: this.#reads,
      tell: this.#dependencies.tell,
      signal,
      alone: (work) => this.#next(work),
    })
  }

  /** A dropped file of `size` bytes will come, piece by piece. */
  async receive(pack: string, file: string, size: number): Promise<Outcome<AddedFiles | null, OwnFailure>> {
    this.#receiving = null
    if (!(await this.#ids()).includes(pack)) return fail('not-found')
    if (size > largestDocument) return success({ added: [], refused: [{ file, kind: 'too-large' }] })
    if (size === 0) return success({ added: [], refused: [{ file, kind: 'empty' }] })
    this.#receiving = { pack, file, bytes: new Uint8Array(size), done: 0 }
    return success(null)
  }

  async receiveMore(pack: string, bytes: Uint8Array): Promise<Outcome<AddedFiles | null, OwnFailure>> {
    const receiving = this.#receiving
    if (!receiving || receiving.pack !== pack || receiving.done + bytes.length > receiving.bytes.length) {
      this.#receiving = null
      return fail('cancelled')
    }
    receiving.bytes.set(bytes, receiving.done)
    receiving.done += bytes.length
    if (receiving.done < receiving.bytes.length) return success(null)
    this.#receiving = null
    const { file, bytes: whole } = receiving
    return this.#bring(pack, [{ file, read: () => Promise.resolve(success(whole)) }])
  }

  /** Stops bringing documents in. Those that are in stay in. */
  cancel(): void {
    this.#receiving = null
    this.#running.abort()
  }

  look(id: string, document: string): Promise<Outcome<OwnLook, OwnFailure>> {
    return this.#with(id, (folder) => look(folder, document))
  }

  edit(
    id: string,
    document: string,
    version: number,
    change: OwnEdit,
  ): Promise<Outcome<OwnLook, OwnFailure>> {
    return this.#with(id, (folder) => edit(folder, document, version, change))
  }

  removeDocument(id: string, document: string): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#with(id, (folder) => folder.removeDocument(document, this.#dependencies.now()))
  }

  undoRemove(id: string): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#with(id, (folder) => folder.undoRemove())
  }

  async check(id: string): Promise<Outcome<readonly OwnProblem[], OwnFailure>> {
    const compiled = await this.#compiled(id, false)
    return compiled.ok ? success(compiled.value.problems) : compiled
  }

  async save(id: string): Promise<Outcome<OwnPack, OwnFailure>> {
    const compiled = await this.#compiled(id, true)
    if (!compiled.ok) return compiled
    return this.#with(id, async (folder) => {
      const other = (await this.#library?.packs())?.shown.get(id)
      if (other && !other.own) return fail('reserved')
      const saved = await showCompiled(folder, compiled.value)
      if (!saved.ok) return saved
      await this.#library?.reopen()
      await tidy(folder)
      this.#dependencies.changed()
      return saved
    })
  }

  /** Other calls are answered meanwhile. */
  async #compiled(id: string, isShown: boolean): Promise<Outcome<CompiledOwn, OwnFailure>> {
    const [door = this.#edits] = this.#reads
    await this.#last
    return (await this.has(id)) ? compileWhole(this.#folder(id), door, isShown) : fail('not-found')
  }

  exportTo(id: string, target: string): Promise<Outcome<ExportedCopy, OwnFailure>> {
    return this.#with(id, (folder) => exportTo(folder, target))
  }

  /** The key that signs. `open` and `save` ask for its file. */
  key(
    request: KeyRequest,
    ask: { readonly open: ChoosePath; readonly save: ChoosePath },
  ): Promise<Outcome<SigningKey, SigningFailure>> {
    return request.kind === 'make'
      ? this.#key.make(request.name, request.passphrase, ask.save)
      : ask.open().then((path) => (path === null ? failure({ kind: 'cancelled' }) : this.#key.take(path)))
  }

  /** `mode`: of the new file. Other calls are answered meanwhile. */
  async sign(
    id: string,
    passphrase: string,
    { choose, mode }: { readonly choose: ChoosePath; readonly mode: number },
  ): Promise<Outcome<SignedCopy, SigningFailure>> {
    const [door = this.#edits] = this.#reads
    if (!(await this.has(id))) return failure({ kind: 'not-found' })
    return signTo(this.#folder(id), passphrase, {
      key: this.#key,
      door,
      today: this.#dependencies.today(),
      mode,
      choose,
      alone: (work) => this.#next(work),
    })
  }

  /** To the system's bin; where there is none, aside until the next start. */
  remove(id: string): Promise<Outcome<null, OwnFailure>> {
    return this.#with(id, async (folder) => {
      try {
        await this.#dependencies.toBin(folder.path)
      } catch {
        try {
          const aside = join(this.#root, `removed-${id}-${this.#dependencies.now()}`)
          await renamePatiently(this.#files, folder.path, aside)
        } catch (error) {
          return failure(failureOfWriting(error))
        }
      }
      this.#open.delete(id)
      await this.#library?.reopen()
      this.#dependencies.changed()
      return success(null)
    })
  }

  close(): void {
    for (const door of [this.#edits, ...this.#reads]) door.close()
  }

  async settled(): Promise<void> {
    this.cancel()
    await this.#last
  }

  #with<Value>(
    id: string,
    work: (folder: OwnFolder) => Promise<Outcome<Value, OwnFailure>>,
  ): Promise<Outcome<Value, OwnFailure>> {
    return this.#next(async () =>
      (await this.#ids()).includes(id) ? work(this.#folder(id)) : fail('not-found'),
    )
  }

  #folder(id: string): OwnFolder {
    const folder = this.#open.get(id) ?? new OwnFolder(join(this.#root, id), this.#files, this.#edits)
    this.#open.set(id, folder)
    return folder
  }

  async #ids(): Promise<readonly string[]> {
    const names = await this.#files.readdir(this.#root).catch(() => [])
    return names.filter(isOwnId).sort()
  }

  /** One after the other: none sees another's work half done. */
  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }
}
