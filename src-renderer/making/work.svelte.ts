/** The pack in work as the page holds it: its documents, what is read into it, and what could not be done. */
import type { Bridge, Channel, RequestOf } from '../../src-bridge/contract.ts'
import type {
  AddedFiles,
  ExportedCopy,
  OwnAbout,
  OwnDocument,
  OwnEdit,
  OwnFailure,
  OwnLook,
  OwnPack,
  OwnPackLine,
  OwnProblem,
  OwnProgress,
  RefusedFile,
} from '../../src-bridge/own.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import { sendFile } from './sending.ts'

/** Files that are read in: nothing, at work, or what it came to. */
export type ReadingState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly file: string; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly added: number; readonly refused: readonly RefusedFile[] }

type Failed = OwnFailure['kind']

export class OwnWork {
  readonly #bridge: Bridge
  readonly #rest: (() => Promise<unknown>) | undefined
  #list = $state.raw<readonly OwnPackLine[] | null>(null)
  #pack = $state.raw<OwnPack | null>(null)
  #failed = $state.raw<Failed | null>(null)
  #adding = $state.raw<ReadingState>({ kind: 'idle' })
  #exported = $state.raw<ExportedCopy | null>(null)
  #removed = $state.raw<OwnDocument | null>(null)
  #problems = $state.raw<readonly OwnProblem[] | null>(null)
  #stopped = false
  /** Whether files are being read in, of whichever pack. */
  #isAdding = false
  /** Files that were dropped meanwhile, each with its pack. */
  #waiting: (readonly [pack: string, files: readonly File[]])[] = []
  /** One change after the other, in the order in which they were made. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(bridge: Bridge, rest?: () => Promise<unknown>) {
    this.#bridge = bridge
    this.#rest = rest
  }

  /** Null until it was read. */
  get list(): readonly OwnPackLine[] | null {
    return this.#list
  }
  get pack(): OwnPack | null {
    return this.#pack
  }
  /** What the last call could not do. */
  get failed(): Failed | null {
    return this.#failed
  }
  get adding(): ReadingState {
    return this.#adding
  }
  /** The copy of a folder that was made last. */
  get exported(): ExportedCopy | null {
    return this.#exported
  }
  /** The document that was removed last, and can come back. */
  get removed(): OwnDocument | null {
    return this.#removed
  }
  /** Null until the pack was checked since its last change. */
  get problems(): readonly OwnProblem[] | null {
    return this.#problems
  }

  document(id: string | null): OwnDocument | null {
    return this.#pack?.content.find((one) => one.id === id) ?? null
  }

  /** Hears of progress until the returned function is called. */
  follow(): () => void {
    return this.#bridge.on('own.progress', ({ pack, file, done, total }: OwnProgress) => {
      if (this.#adding.kind === 'reading' && pack === this.#pack?.id)
        this.#adding = { kind: 'reading', file: file === '' ? this.#adding.file : file, done, total }
    })
  }

  async readList(): Promise<void> {
    const answer = await this.#bridge.call('own.list', null)
    if (answer.ok) this.#list = answer.value
  }

  /** Opens a pack, unless it is open already. */
  async open(id: string): Promise<void> {
    if (this.#pack?.id === id) return
    this.#forget()
    this.#take(await this.#bridge.call('own.read', { pack: id }))
  }

  close(): void {
    this.#pack = null
    this.#forget()
  }

  async create(title: string, language: string): Promise<OwnPack | null> {
    this.#forget()
    return this.#take(await this.#bridge.call('own.create', { title, language }))
  }

  about(about: OwnAbout): Promise<OwnPack | null> {
    return this.#change('own.about', (pack) => ({ pack, about }))
  }

  removeDocument(document: OwnDocument): Promise<OwnPack | null> {
    return this.#change('own.removeDocument', (pack) => ({ pack, document: document.id })).then((pack) => {
      if (pack) this.#removed = document
      return pack
    })
  }

  undoRemove(): Promise<OwnPack | null> {
    return this.#change('own.undoRemove', (pack) => ({ pack })).then((pack) => {
      if (pack) this.#removed = null
      return pack
    })
  }

  save(): Promise<OwnPack | null> {
    return this.#change('own.save', (pack) => ({ pack }))
  }

  /** Null where there is no copy. */
  async export(id: string): Promise<ExportedCopy | null> {
    this.#failed = null
    this.#exported = null
    await this.#last
    const answer = await this.#bridge.call('own.export', { pack: id })
    if (answer.ok) return (this.#exported = answer.value)
    this.#failed = answer.failure.kind === 'cancelled' ? null : answer.failure.kind
    return null
  }

  async remove(id: string): Promise<boolean> {
    this.#failed = null
    const answer = await this.#bridge.call('own.remove', { pack: id })
    if (!answer.ok) this.#failed = answer.failure.kind
    if (this.#pack?.id === id) this.close()
    await this.readList()
    return answer.ok
  }

  async check(): Promise<void> {
    const pack = this.#pack?.id
    if (pack === undefined) return
    this.#problems = null
    await this.#last
    const answer = await this.#bridge.call('own.check', { pack })
    if (pack !== this.#pack?.id) return
    if (answer.ok) this.#problems = answer.value
    else this.#failed = answer.failure.kind
  }

  /** The text of a document as it came and as it will be read. */
  async look(document: string): Promise<Outcome<OwnLook, OwnFailure>> {
    await this.#last
    const answer = await this.#bridge.call('own.look', { pack: this.#pack?.id ?? '', document })
    this.#heard(answer)
    return answer
  }

  edit(document: string, version: number, edit: OwnEdit): Promise<Outcome<OwnLook, OwnFailure>> {
    return this.#queue(async () => {
      const pack = this.#pack?.id ?? ''
      const answer = await this.#bridge.call('own.edit', { pack, document, version, edit })
      this.#heard(answer)
      this.#problems = null
      return answer
    })
  }

  /** A change that does not depend on what the document's text is now: its facts, or an answer about it. */
  async note(document: string, edit: OwnEdit): Promise<boolean> {
    for (const isLastTry of [false, true]) {
      const now = await this.look(document)
      if (!now.ok) return false
      const changed = await this.edit(document, now.value.version, edit)
      if (changed.ok || changed.failure.kind !== 'stale' || isLastTry) return changed.ok
    }
    return false
  }

  /** Documents that the reader chooses in a dialog. */
  async choose(what: 'files' | 'folder'): Promise<void> {
    const pack = this.#pack?.id
    if (pack === undefined || this.#isAdding) return
    this.#begin(pack, '')
    await this.#end(pack, await this.#bridge.call('own.choose', { pack, what }))
  }

  /** Documents that were dropped, one after the other: one that can't be read takes no other with it. */
  async drop(files: readonly File[]): Promise<void> {
    const pack = this.#pack?.id
    if (pack === undefined || files.length === 0) return
    if (this.#isAdding) this.#waiting.push([pack, files])
    else await this.#drop(pack, files)
  }

  async #drop(pack: string, files: readonly File[]): Promise<void> {
    this.#begin(pack, files[0]?.name ?? '')
    const added: string[] = []
    const refused: RefusedFile[] = []
    for (const [done, file] of files.entries()) {
      if (this.#stopped) break
      if (pack === this.#pack?.id)
        this.#adding = { kind: 'reading', file: file.name, done, total: files.length }
      const answer = await sendFile(this.#bridge, pack, file, this.#rest)
      if (answer === 'gone') refused.push({ file: file.name, kind: 'gone' })
      else if (answer.ok) {
        added.push(...answer.value.added)
        refused.push(...answer.value.refused)
      } else if (answer.failure.kind !== 'cancelled') {
        this.#failed = answer.failure.kind
        break
      }
    }
    await this.#end(pack, { ok: true, value: { added, refused } })
  }

  /** Documents that are read stay. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#waiting = []
    await this.#bridge.call('own.cancel', null)
  }

  /** Closes the list of what was read and refused. */
  dismiss(): void {
    if (this.#adding.kind === 'done') this.#adding = { kind: 'idle' }
  }

  #begin(pack: string, file: string): void {
    this.#isAdding = true
    this.#failed = null
    this.#problems = null
    this.#stopped = false
    if (pack === this.#pack?.id) this.#adding = { kind: 'reading', file, done: 0, total: 0 }
  }

  async #end(pack: string, answer: Outcome<AddedFiles, OwnFailure>): Promise<void> {
    // The documents are listed before it is said that they are there.
    await this.refresh()
    this.#isAdding = false
    if (pack === this.#pack?.id) this.#tell(answer)
    const next = this.#waiting.shift()
    if (next) await this.#drop(...next)
  }

  #tell(answer: Outcome<AddedFiles, OwnFailure>): void {
    const nothing = { kind: 'idle' } as const
    if (!answer.ok) {
      if (answer.failure.kind !== 'cancelled') this.#failed = answer.failure.kind
      this.#adding = nothing
    } else {
      const { added, refused } = answer.value
      this.#adding =
        added.length + refused.length === 0 ? nothing : { kind: 'done', added: added.length, refused }
    }
  }

  /** Reads the pack once more. */
  async refresh(): Promise<void> {
    const pack = this.#pack?.id
    if (pack === undefined) return
    const answer = await this.#bridge.call('own.read', { pack })
    if (answer.ok && pack === this.#pack?.id) this.#pack = answer.value
  }

  #change<C extends 'own.about' | 'own.removeDocument' | 'own.undoRemove' | 'own.save'>(
    channel: C & Channel,
    request: (pack: string) => RequestOf<C>,
  ): Promise<OwnPack | null> {
    return this.#queue(async () => {
      const pack = this.#pack?.id
      if (pack === undefined) return null
      this.#problems = null
      return this.#take((await this.#bridge.call(channel, request(pack))) as Outcome<OwnPack, OwnFailure>)
    })
  }

  #queue<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const result = this.#last.then(act)
    this.#last = result.catch(() => undefined)
    return result
  }

  #take(answer: Outcome<OwnPack, OwnFailure>): OwnPack | null {
    this.#failed = answer.ok ? null : answer.failure.kind
    if (!answer.ok) return null
    this.#pack = answer.value
    return answer.value
  }

  /** A look at a document tells what it is now. */
  #heard(answer: Outcome<OwnLook, OwnFailure>): void {
    this.#failed = answer.ok || answer.failure.kind === 'stale' ? null : answer.failure.kind
    if (!answer.ok || !this.#pack) return
    const { document } = answer.value
    const content = this.#pack.content.map((one) => (one.id === document.id ? document : one))
    this.#pack = { ...this.#pack, content }
  }

  #forget(): void {
    this.#failed = null
    this.#problems = null
    this.#removed = null
    this.#exported = null
    this.#adding = { kind: 'idle' }
  }
}

const works = new WeakMap<Bridge, OwnWork>()

/** One for the window: files that are being read go on while the reader is elsewhere. */
export function workOf(bridge: Bridge): OwnWork {
  const work = works.get(bridge) ?? new OwnWork(bridge)
  works.set(bridge, work)
  return work
}
