/**
 * Installs packs: copies and checks a file, waits for the reader's answer, and then renames it into its place and
 * writes one file, `packs.json` (registry.ts). Until that is written the edition before is shown, and from then on
 * the new one; a process that is killed anywhere leaves one of the two. The edition before stays on the disk, to go
 * back to.
 */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { OfferedPack, PackChange, PackProgress, PackRefusal, PackShelf } from '../../src-bridge/packs.ts'
import { packFileExtension } from '../../src-library/format/packfile.ts'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Isolated } from '../../src-isolated/isolated.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import { fromHex } from '../../src-library/format/publickey.ts'
import type { PackFile } from '../../src-packs/read.ts'
import { nextKeys, type Verdict } from '../../src-packs/trust.ts'
import type { Library } from '../library/library.ts'
import type { Pack } from '../library/pack.ts'
import { flushFolder, renamePatiently } from '../userdata/replace.ts'
import { Editions } from './editions.ts'
import { examine, type ExaminedPack } from './examine.ts'
import { packFiles, withFile, type PackFiles } from './files.ts'
import type { InstalledPacks } from './installed.ts'
import { verdictOn, withdrawnBy } from './judging.ts'
import { shelvedPacks } from './listing.ts'
import { withRecord, type InstalledFile, type PackRecord, type Registry, type Slot } from './registry.ts'
import { keysOf, reopening, type ShelfFile } from './shelffile.ts'
import { refusalOfWriting, Staging, type StagedCopy } from './staging.ts'

type Dependencies = {
  readonly installed: InstalledPacks
  readonly registry: Registry
  readonly library: Library
  readonly isolated: Pick<Isolated, 'run'>
  /** Of this Fieldshelf. */
  readonly version: string
  /** Today, as an ISO day. */
  readonly today: () => string
  readonly tell: (progress: PackProgress) => void
  /** The library has other packs now. */
  readonly changed: () => void
  /** Whether the reader makes a pack of this id of her own documents. */
  readonly isOwn?: (id: string) => Promise<boolean>
  readonly files?: PackFiles
}

/** Installed at once. Each may have an edition before it. */
const mostInstalled = 25

type Offer = ExaminedPack & {
  readonly token: string
  readonly copy: StagedCopy
  /** The copy, as the page reads it. */
  readonly shelf: ShelfFile
}

export class Installer {
  readonly #dependencies: Dependencies
  readonly #files: PackFiles
  readonly #staging: Staging
  readonly editions: Editions
  #offer: Offer | null = null
  /** A file that is dropped on the window comes in pieces. */
  #receiving: StagedCopy | null = null
  #running = new AbortController()
  #last: Promise<unknown> = Promise.resolve()

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
    this.#files = dependencies.files ?? packFiles
    this.#staging = new Staging(dependencies.installed.folder, this.#files)
    this.editions = new Editions(dependencies, () => this.#offer?.shelf ?? null)
  }

  /** Before anything else: takes away what an interrupted run left in the staging folder. */
  async clear(): Promise<void> {
    await this.#staging.clear().catch(() => undefined)
  }

  /** Copies and checks a file. An earlier offer is given up. */
  examine(path: string): Promise<Outcome<OfferedPack, PackRefusal>> {
    return this.#begin(async (signal) => {
      const { tell } = this.#dependencies
      const progress = (done: number, total: number): void => tell({ step: 'copying', done, total })
      const copy = await this.#staging.copy(path, progress, signal)
      return copy.ok ? this.#examine(copy.value, signal) : copy
    })
  }

  /** A dropped file of `size` bytes will come, piece by piece. */
  begin(size: number): Promise<Outcome<null, PackRefusal>> {
    return this.#begin(async () => {
      const copy = await this.#staging.begin(size)
      if (!copy.ok) return copy
      this.#receiving = copy.value
      return success(null)
    })
  }

  add(bytes: Uint8Array): Promise<Outcome<null, PackRefusal>> {
    return this.#next(async () => {
      const copy = this.#receiving
      if (copy === null) return failure({ kind: 'cancelled' })
      const added = await copy.add(bytes)
      if (added.ok) this.#dependencies.tell({ step: 'copying', done: copy.done, total: copy.size })
      return added
    })
  }

  /** All pieces came. */
  received(): Promise<Outcome<OfferedPack, PackRefusal>> {
    const { signal } = this.#running
    return this.#next(async () => {
      const copy = this.#receiving
      this.#receiving = null
      if (copy === null) return failure({ kind: 'cancelled' })
      const finished = await copy.finish()
      if (finished.ok) return this.#examine(copy, signal)
      await copy.discard()
      return finished
    })
  }

  /** Gives up what is copied, checked or offered. */
  async cancel(): Promise<void> {
    this.#running.abort()
    await this.#next(() => this.#giveUp())
  }

  change(change: PackChange): Promise<Outcome<null, PackRefusal>> {
    switch (change.kind) {
      case 'install':
        return this.install(change.token)
      case 'goBack':
        return this.goBack(change.pack)
      case 'remove':
        return this.remove(change.pack)
      default:
        return assertNever(change)
    }
  }

  /** Installs what was offered under this token. */
  install(token: string): Promise<Outcome<null, PackRefusal>> {
    return this.#next(async () => {
      const offer = this.#offer
      if (offer?.token !== token) return failure({ kind: 'expired' })
      const installed = await this.#install(offer)
      // What went wrong here may not the next time: the offer stays.
      if (!installed.ok) return installed
      this.#offer = null
      await this.#tellChanged()
      return installed
    })
  }

  /** Shows the edition before; going back once more shows this one again. */
  goBack(id: string): Promise<Outcome<null, PackRefusal>> {
    return this.#next(async () => {
      const { registry, installed } = this.#dependencies
      const record = registry.recordOf(id)
      if (!record?.previous) return failure({ kind: 'expired' })
      if (record.previous.kind === 'file') {
        const opened = await installed.openSlot(id, record.previous)
        if (!opened.ok) return failure({ kind: 'damaged' })
      }
      const over = await this.#bundledSequence(id)
      return this.#commit({ ...record, current: record.previous, previous: record.current, over })
    })
  }

  /** Takes an installed pack away. The one that came with Fieldshelf is shown again, where there is one. */
  remove(id: string): Promise<Outcome<null, PackRefusal>> {
    return this.#next(async () => {
      const { registry, installed } = this.#dependencies
      const record = registry.recordOf(id)
      if (!record?.current) return failure({ kind: 'expired' })
      const over = await this.#bundledSequence(id)
      const current: Slot | null = (await this.#bundled(id)) ? { kind: 'bundled' } : null
      const removed = await this.#commit({ ...record, current, previous: null, over })
      // A file that can't be deleted now is deleted at the next start.
      if (removed.ok)
        await this.#files
          .rm(join(installed.folder, id), { recursive: true, force: true })
          .catch(() => undefined)
      return removed
    })
  }

  /** Reads every byte of a shown pack once more. */
  async check(id: string): Promise<'sound' | 'damaged' | 'gone'> {
    const pack = (await this.#dependencies.library.packs()).shown.get(id)
    if (!pack) return 'gone'
    for (const [path, entry] of pack.manifest.files) {
      const read = await pack.read(path, entry)
      if (!read.ok) return read.failure === 'missing' ? 'gone' : 'damaged'
    }
    return 'sound'
  }

  async list(): Promise<PackShelf> {
    const { registry, installed, library } = this.#dependencies
    return {
      packs: await shelvedPacks(registry.registered, installed, await library.packs()),
      state: installed.recovered ? 'recovered' : registry.state === 'newer' ? 'newer' : 'kept',
    }
  }

  settled(): Promise<void> {
    return this.#dependencies.registry.settled()
  }

  #begin<Value>(
    work: (signal: AbortSignal) => Promise<Outcome<Value, PackRefusal>>,
  ): Promise<Outcome<Value, PackRefusal>> {
    this.#running.abort()
    const running = new AbortController()
    this.#running = running
    return this.#next(async () => {
      await this.#giveUp()
      return work(running.signal)
    })
  }

  async #giveUp(): Promise<void> {
    const copies = [this.#offer?.copy, this.#receiving]
    this.#offer = this.#receiving = null
    for (const copy of copies) await copy?.discard()
  }

  /** One after the other. */
  #next<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }

  async #examine(copy: StagedCopy, signal: AbortSignal): Promise<Outcome<OfferedPack, PackRefusal>> {
    const { isolated, version, tell } = this.#dependencies
    const examined = await withFile(this.#files, copy.path, (disk) =>
      examine(disk, { isolated, version, signal, progress: tell, judge: (file) => this.#judge(file) }),
    ).catch((error: unknown) => failure(refusalOfWriting(error)))
    if (!examined.ok) {
      await copy.discard()
      return examined
    }
    const offered = await this.#offered(copy, examined.value)
    const file = reopening(examined.value.file, copy.path, copy.size, this.#files)
    const shelf = { path: copy.path, size: copy.size, file }
    this.#offer = { ...examined.value, copy, token: offered.token, shelf }
    return success(offered)
  }

  async #judge(file: PackFile): Promise<Verdict> {
    const { id } = file.head.manifest
    if (await this.#dependencies.isOwn?.(id)) return { kind: 'refused', because: 'made-here' }
    const bundled = await this.#bundled(id)
    return verdictOn(file, this.#dependencies, bundled, async () => (await this.check(id)) === 'sound')
  }

  async #offered(copy: StagedCopy, { file, verdict }: ExaminedPack): Promise<OfferedPack> {
    const { manifest, publisher, made } = file.head
    const here = (await this.#dependencies.library.packs()).shown.get(manifest.id)
    return {
      token: randomBytes(8).toString('hex'),
      id: manifest.id,
      title: manifest.title,
      edition: manifest.edition,
      language: manifest.language,
      publisher,
      made,
      bytes: copy.size,
      standing: verdict.kind === 'ask-publisher' ? 'unknown' : verdict.standing,
      checkNumber: checkNumber(fromHex(verdict.key) ?? new Uint8Array()),
      asks: verdict.kind === 'ask-publisher' ? 'publisher' : verdict.kind === 'older' ? 'older' : 'nothing',
      here: here ? { title: here.manifest.title, edition: here.manifest.edition } : null,
    }
  }

  async #bundled(id: string): Promise<Pack | undefined> {
    return (await this.#dependencies.library.packs()).bundled.get(id)
  }

  async #bundledSequence(id: string): Promise<number> {
    return (await this.#bundled(id))?.signed?.sequence ?? 0
  }

  async #install({ file, copy, verdict }: Offer): Promise<Outcome<null, PackRefusal>> {
    const { installed, registry, today } = this.#dependencies
    const { head, digest } = file
    const { id } = head.manifest
    const { registered } = registry
    const record = registry.recordOf(id)
    const files = registered.packs.filter(({ current }) => current?.kind === 'file')
    if (files.length >= mostInstalled && record?.current?.kind !== 'file')
      return failure({ kind: 'too-many' })
    const name = `${head.sequence}-${digest.slice(0, 12)}${packFileExtension}`
    const own: InstalledFile = {
      kind: 'file',
      name,
      digest,
      sequence: head.sequence,
      edition: head.manifest.edition,
      on: today(),
    }
    const target = installed.pathOf(id, own)
    try {
      // From the first file on there is a list: a folder of packs without one means that the list was lost.
      if (registry.state === 'new') {
        const written = await registry.write(registered)
        if (!written.ok) return failure(refusalOfSaving(written.failure.reason))
      }
      await this.#files.mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await renamePatiently(this.#files, copy.path, target)
      await flushFolder(this.#files, dirname(target))
    } catch (error) {
      return failure(refusalOfWriting(error))
    }
    const before = record?.current ?? ((await this.#bundled(id)) ? ({ kind: 'bundled' } as const) : null)
    const isSame = before?.kind === 'file' && before.name === name
    const pack = { head, keys: keysOf(file), digest }
    const highest = new Map(record?.highest)
    for (const key of pack.keys) highest.set(key, Math.max(head.sequence, highest.get(key) ?? 0))
    const next: PackRecord = {
      id,
      current: own,
      previous: isSame ? (record?.previous ?? null) : before,
      keys: nextKeys(pack),
      highest: [...highest],
      over: await this.#bundledSequence(id),
    }
    const accepted =
      verdict.kind === 'ask-publisher'
        ? [...registered.accepted, { key: verdict.key, name: head.publisher.name, on: today() }]
        : registered.accepted
    const withdrawn = [...registered.withdrawn, ...withdrawnBy(file, installed)]
    const written = await registry.write(withRecord({ ...registered, accepted, withdrawn }, next))
    if (!written.ok) {
      const isNamed = [record?.current, record?.previous].some(
        (slot) => slot?.kind === 'file' && slot.name === name,
      )
      // The next attempt begins from the copy again; a file that is named already stays, and is whole now.
      if (isNamed) this.#offer = null
      else await this.#files.rename(target, copy.path).catch(() => undefined)
      return failure(refusalOfSaving(written.failure.reason))
    }
    await this.#deleteDropped(record, next)
    return success(null)
  }

  /** Deletes the edition that is no longer one of the two. A file that can't be deleted now is deleted at the next start. */
  async #deleteDropped(before: PackRecord | null, { id, current, previous }: PackRecord): Promise<void> {
    const kept = [current, previous].flatMap((slot) => (slot?.kind === 'file' ? [slot.name] : []))
    for (const slot of [before?.current, before?.previous])
      if (slot?.kind === 'file' && !kept.includes(slot.name))
        await this.#files
          .rm(this.#dependencies.installed.pathOf(id, slot), { force: true })
          .catch(() => undefined)
  }

  async #commit(record: PackRecord): Promise<Outcome<null, PackRefusal>> {
    const { registry } = this.#dependencies
    const written = await registry.write(withRecord(registry.registered, record))
    if (!written.ok) return failure(refusalOfSaving(written.failure.reason))
    await this.#tellChanged()
    return success(null)
  }

  async #tellChanged(): Promise<void> {
    await this.#dependencies.library.reopen()
    this.#dependencies.changed()
  }
}

const refusalOfSaving = (reason: string): PackRefusal =>
  reason === 'disk-full'
    ? { kind: 'no-room' }
    : reason === 'newer'
      ? { kind: 'newer' }
      : { kind: 'not-written' }
