/**
 * One pack in work: its Markdown (sourcefolder.ts), and what is known of each document besides (work.ts). A document is
 * in the pack while its Markdown is in the folder. Each write leaves the old state or the new one: what belongs to a
 * document is written before its Markdown, and is nothing to anybody without it.
 */
import { basename, join } from 'node:path'
import type { OwnAbout, OwnDocument, OwnFailure, OwnPack, OwnPackLine } from '../../src-bridge/own.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { replaceFile, type Files } from '../userdata/replace.ts'
import { Store } from '../userdata/store.ts'
import { failureOfSaving, failureOfWriting, fail } from './failures.ts'
import { cameIn, mostDocuments, settingsPath, sourceIn, sourcesPath, workIn } from './layout.ts'
import { aboutOf, writeSettings } from './settings.ts'
import { SourceFolder, sumOf, type SourceContents, type SourceDocument } from './sourcefolder.ts'
import { editLimits, factsTask, type DocumentFacts, type ReadDocument } from './tasks.ts'
import type { Door } from './worker.ts'
import {
  documentFormat,
  newDocument,
  newPackWork,
  packWorkFormat,
  type DocumentWork,
  type PackWork,
} from './work.ts'

const emptyAbout: OwnAbout = { title: '', edition: '', publisher: '', language: 'en', licence: '' }
const emptyFacts: DocumentFacts = {
  title: '',
  language: null,
  date: null,
  publisher: '',
  address: '',
  words: 0,
}

/** The facts known of a document, and where they are kept. */
export type Entry = { readonly number: number; readonly work: DocumentWork }

/** A document of the pack as it is now. */
export type OwnSource = { readonly source: SourceDocument; readonly entry: Entry }

export class OwnFolder {
  readonly id: string
  readonly path: string
  readonly files: Files
  readonly source: SourceFolder
  readonly door: Door
  readonly #store: Store<PackWork>
  #work: PackWork | null = null
  /** By number. */
  #entries: Map<number, DocumentWork> | null = null
  #next = 1
  /** By the sums of what they were read of. */
  #facts = new Map<string, DocumentFacts>()

  constructor(path: string, files: Files, door: Door) {
    this.id = basename(path)
    this.path = path
    this.files = files
    this.door = door
    this.source = new SourceFolder(sourceIn(path), files)
    this.#store = new Store(path, packWorkFormat, newPackWork, files)
  }

  /** For a folder that is new. */
  async begin(about: OwnAbout): Promise<Outcome<null, OwnFailure>> {
    return this.writing(() => this.source.write(settingsPath, writeSettings({}, this.id, about)))
  }

  async line(): Promise<OwnPackLine> {
    return this.#lineOf(await this.source.look())
  }

  async read(): Promise<Outcome<OwnPack, OwnFailure>> {
    const contents = await this.source.look()
    const line = await this.#lineOf(contents)
    const folder = this.source.path
    const signed = await this.#signed()
    if (!contents) return success({ ...line, about: emptyAbout, signed, content: [], folder })
    const facts = await this.factsOf(contents)
    const content: OwnDocument[] = []
    for (const found of await this.#found(contents))
      content.push(documentOf(found, facts.get(found.source.id) ?? emptyFacts))
    return success({ ...line, about: aboutOf(contents.settings), signed, content, folder })
  }

  async #signed(): Promise<OwnPack['signed']> {
    const { signed } = await this.work()
    if (!signed) return null
    const { sequence, edition, made, key } = signed
    return { sequence, edition, made, publicKey: key }
  }

  async setAbout(about: OwnAbout): Promise<Outcome<OwnPack, OwnFailure>> {
    const contents = await this.source.look()
    if (!contents) return fail('damaged')
    const written = await this.writing(() =>
      this.source.write(settingsPath, writeSettings(contents.settings, this.id, about)),
    )
    return written.ok ? this.read() : written
  }

  async work(): Promise<PackWork> {
    return (this.#work ??= (await this.#store.load()).data)
  }

  async setWork(work: PackWork): Promise<Outcome<null, OwnFailure>> {
    const saved = await this.#store.save(work)
    if (!saved.ok) return failure(failureOfSaving(saved.failure))
    this.#work = work
    return success(null)
  }

  /** The documents that are in the folder, with what is known of each. */
  async found(): Promise<{ readonly seen: SourceContents; readonly found: readonly OwnSource[] } | null> {
    const contents = await this.source.look()
    return contents && { seen: contents, found: await this.#found(contents) }
  }

  async #found({ documents }: SourceContents): Promise<readonly OwnSource[]> {
    const entries = await this.#all()
    const byId = new Map([...entries].map(([number, work]) => [work.id, { number, work }]))
    return documents.map((source) => {
      const entry = byId.get(source.id) ?? this.#begin(newDocument(source.id, basename(source.path)))
      return { source, entry }
    })
  }

  /** For a document that a person put into the folder. */
  #begin(work: DocumentWork): Entry {
    const number = this.#next++
    this.#entries?.set(number, work)
    return { number, work }
  }

  async #all(): Promise<Map<number, DocumentWork>> {
    if (this.#entries) return this.#entries
    const entries = new Map<number, DocumentWork>()
    const names = await this.files.readdir(workIn(this.path)).catch(() => [])
    const numbers = new Set(names.flatMap((name) => /^document-(\d{1,6})\.json/.exec(name)?.[1] ?? []))
    for (const number of [...numbers].map(Number).sort((a, b) => a - b)) {
      const { data } = await this.#storeOf(number).load()
      if (data) entries.set(number, data)
      this.#next = Math.max(this.#next, number + 1)
    }
    for (const name of await this.files.readdir(cameIn(this.path)).catch(() => []))
      if (/^\d{1,6}$/.test(name)) this.#next = Math.max(this.#next, Number(name) + 1)
    return (this.#entries = entries)
  }

  #storeOf(number: number): Store<DocumentWork | null> {
    return new Store(workIn(this.path), documentFormat(number), null, this.files)
  }

  async keep(number: number, work: DocumentWork): Promise<Outcome<null, OwnFailure>> {
    const saved = await this.#storeOf(number).save(work)
    if (!saved.ok) return failure(failureOfSaving(saved.failure))
    ;(await this.#all()).set(number, work)
    return success(null)
  }

  async factsOf({ sources, documents }: SourceContents): Promise<ReadonlyMap<string, DocumentFacts>> {
    const sourcesSum = sumOf(sources)
    const key = ({ id, sum }: SourceDocument): string => `${id} ${sum} ${sourcesSum}`
    const unknown = documents.filter((document) => !this.#facts.has(key(document)))
    if (unknown.length > 0) {
      const unread = unknown.map(({ id, markdown }) => ({ id, markdown }))
      const read = await this.door.run(
        factsTask,
        new Uint8Array(),
        { sources, documents: unread },
        editLimits,
      )
      const facts = new Map(
        documents.flatMap((document) => {
          const known = this.#facts.get(key(document))
          return known ? [[key(document), known] as const] : []
        }),
      )
      if (read.ok) for (const [i, one] of unknown.entries()) facts.set(key(one), read.value[i] ?? emptyFacts)
      this.#facts = facts
    }
    return new Map(documents.map((document) => [document.id, this.#facts.get(key(document)) ?? emptyFacts]))
  }

  /** What a document that comes in must know: whether one came from the same bytes, and which ids are taken. */
  async beforeAdding(sum: string): Promise<{
    readonly isHere: boolean
    readonly taken: readonly string[]
    readonly language: string
  }> {
    const now = await this.found()
    return {
      isHere: now?.found.some(({ entry }) => entry.work.sum === sum) ?? false,
      taken: await this.#taken(now?.seen.documents ?? []),
      language: now?.seen.settings.language ?? 'en',
    }
  }

  /** Of the documents that are in the pack, and of those that were removed from it. */
  async knownIds(): Promise<readonly string[]> {
    return this.#taken((await this.source.look())?.documents ?? [])
  }

  /** A document that was removed may come back under its id. */
  async #taken(documents: readonly SourceDocument[]): Promise<readonly string[]> {
    const known = [...(await this.#all()).values()].map(({ id }) => id)
    return [...new Set([...documents.map(({ id }) => id), ...known])]
  }

  /** Puts a file's documents into the pack. `taken`: one of their ids is in the pack by now. */
  async add(
    file: string,
    bytes: Uint8Array,
    documents: readonly ReadDocument[],
  ): Promise<Outcome<readonly string[], OwnFailure | { readonly kind: 'taken' }>> {
    const contents = await this.source.look()
    if (!contents) return fail('damaged')
    if (contents.documents.length + documents.length > mostDocuments) return fail('too-many')
    const taken = new Set((await this.#taken(contents.documents)).map((id) => id.toLowerCase()))
    if (documents.some(({ id }) => taken.has(id.toLowerCase()))) return failure({ kind: 'taken' })
    await this.#all()
    const came = this.#next++
    const sum = sumOf(bytes)
    const added: string[] = []
    const written = await this.writing(async () => {
      await replaceFile(this.files, join(cameIn(this.path), String(came)), bytes, false)
      let { sources } = contents
      for (const [part, document] of documents.entries()) {
        for (const [path, figure] of document.figures) await this.source.write(path, figure)
        sources = withLines(sources, document)
        await this.source.write(sourcesPath, sources)
        const number = part === 0 ? came : this.#next++
        const { id, encoding, remarks, pieces, readings, markdown, kind } = document
        const kept = await this.keep(number, {
          ...newDocument(id, file),
          came,
          part,
          sum,
          encoding,
          remarks,
          pieces,
          readings,
          version: 1,
          of: sumOf(markdown),
        })
        if (!kept.ok) throw new NotKept(kept.failure)
        await this.source.write(`${kind}/${id}.md`, markdown)
        added.push(id)
      }
    })
    return written.ok ? success(added) : written
  }

  /** The bytes that a document came in; null where they are gone. */
  async bytesOf({ came }: DocumentWork): Promise<Uint8Array | null> {
    if (came === null) return null
    return this.files.readFile(join(cameIn(this.path), String(came))).catch(() => null)
  }

  async removeDocument(id: string, now: number): Promise<Outcome<OwnPack, OwnFailure>> {
    const one = (await this.found())?.found.find(({ source }) => source.id === id)
    if (!one) return fail('not-found')
    const { source, entry } = one
    const removed = { kind: source.kind, markdown: source.markdown, at: now }
    const kept = await this.keep(entry.number, { ...entry.work, removed })
    if (!kept.ok) return kept
    const gone = await this.writing(() => this.source.remove(source.path))
    return gone.ok ? this.read() : gone
  }

  async undoRemove(): Promise<Outcome<OwnPack, OwnFailure>> {
    const contents = await this.source.look()
    if (!contents) return fail('damaged')
    const there = new Set(contents.documents.map(({ id }) => id))
    const [last] = [...(await this.#all()).values()]
      .filter(({ id, removed }) => removed && !there.has(id))
      .sort((a, b) => (b.removed?.at ?? 0) - (a.removed?.at ?? 0))
    if (!last?.removed) return fail('not-found')
    const { kind, markdown } = last.removed
    const back = await this.writing(() => this.source.write(`${kind}/${last.id}.md`, markdown))
    return back.ok ? this.read() : back
  }

  /** Files that were written before a failure stay. They are no document yet. */
  async writing(work: () => Promise<void>): Promise<Outcome<null, OwnFailure>> {
    try {
      await work()
      return success(null)
    } catch (error) {
      return failure(error instanceof NotKept ? error.failure : failureOfWriting(error))
    }
  }

  async #lineOf(seen: SourceContents | null): Promise<OwnPackLine> {
    const { shown } = await this.work()
    return {
      id: this.id,
      title: seen?.settings.title ?? '',
      documents: seen?.documents.length ?? 0,
      state: !seen ? 'damaged' : !shown ? 'draft' : shown.state === seen.state ? 'shown' : 'changed',
      changed: seen ? dayOf(new Date(seen.changed)) : '',
    }
  }
}

class NotKept extends Error {
  readonly failure: OwnFailure

  constructor(failure: OwnFailure) {
    super(failure.kind)
    this.failure = failure
  }
}

export function documentOf({ source, entry }: OwnSource, facts: DocumentFacts): OwnDocument {
  const { work } = entry
  return {
    id: source.id,
    file: work.file,
    kind: source.kind,
    ...facts,
    dropped: work.pieces.filter(({ isKept }) => !isKept).length,
    remarks: work.remarks,
    isLookedThrough: work.isLookedThrough,
    passOn: work.passOn,
  }
}

/** The list of sources with a document's own lines, unless a source of this id is there. */
function withLines(sources: string, { id, source }: ReadDocument): string {
  if (sources.split('\n').some((line) => line.startsWith(`${id}:`))) return sources
  return `${sources.replace(/\n*$/, sources.trim() === '' ? '' : '\n')}${source}`
}

/** The day by this computer's clock, as an ISO day. */
const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
