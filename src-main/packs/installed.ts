/** The editions that are installed, as they lie on the disk: opened for the library, and tidied at each start. */
import { basename, join } from 'node:path'
import type { Damage } from '../../src-library/format/library.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { KnownKeys, ShippedKey } from '../../src-packs/trust.ts'
import { hasSignatures, nextKeys } from '../../src-packs/trust.ts'
import type { InstalledList, InstalledPack, OpenBundled } from '../library/library.ts'
import type { Pack } from '../library/pack.ts'
import { packFiles, type PackFiles } from './files.ts'
import type { InstalledFile, PackRecord, Registry } from './registry.ts'
import { neededSignatures } from './shippedkeys.ts'
import { keysOf, openShelfFile, packOf, shelfFilesIn, standingOfFile, type ShelfFile } from './shelffile.ts'

export class InstalledPacks {
  /** Where pack files lie, each in a folder of its id. */
  readonly folder: string
  readonly #registry: Registry
  readonly #shipped: readonly ShippedKey[]
  readonly #files: PackFiles
  readonly #needed: number
  /** The list was lost, and was made again from the files. */
  #recovered = false

  constructor(
    userData: string,
    registry: Registry,
    shipped: readonly ShippedKey[],
    files: PackFiles = packFiles,
    needed = neededSignatures,
  ) {
    this.#needed = needed
    this.folder = join(userData, 'packs')
    this.#registry = registry
    this.#shipped = shipped
    this.#files = files
  }

  get recovered(): boolean {
    return this.#recovered
  }

  pathOf(id: string, { name }: InstalledFile): string {
    return join(this.folder, id, name)
  }

  /**
   * At the start: deletes files that no record names, which an interrupted installation leaves; or makes the records
   * again from the files, where the list of them was lost.
   */
  async tidy(): Promise<void> {
    const ids = await this.#files.readdir(this.folder).catch(() => [])
    const found = await Promise.all(
      ids
        .filter((id) => !id.startsWith('.'))
        .sort()
        .map(async (id) => [id, await shelfFilesIn(join(this.folder, id))] as const),
    )
    switch (this.#registry.state) {
      case 'kept':
        for (const [id, paths] of found) await this.#deleteUnnamed(id, paths)
        return
      case 'new':
      case 'lost':
        if (found.some(([, paths]) => paths.length > 0)) await this.#recover(found)
        return
      case 'restored':
      case 'newer':
        // The list may be older than the files: nothing is deleted by it.
        return
    }
  }

  async #deleteUnnamed(id: string, paths: readonly string[]): Promise<void> {
    const record = this.#registry.recordOf(id)
    const named = [record?.current, record?.previous].flatMap((slot) =>
      slot?.kind === 'file' ? [this.pathOf(id, slot)] : [],
    )
    for (const path of paths)
      if (!named.includes(path)) await this.#files.rm(path, { force: true }).catch(() => undefined)
  }

  async #recover(found: readonly (readonly [id: string, paths: readonly string[]])[]): Promise<void> {
    const packs: PackRecord[] = []
    for (const [id, paths] of found) {
      const opened = (await Promise.all(paths.map((path) => openShelfFile(path, this.#files)))).flatMap(
        (one) => (one.ok && one.value.file.head.manifest.id === id ? [one.value] : []),
      )
      const [current, previous] = opened.sort((a, b) => b.file.head.sequence - a.file.head.sequence)
      if (!current) continue
      const { file } = current
      packs.push({
        id,
        current: slotOf(current),
        previous: previous ? slotOf(previous) : null,
        keys: nextKeys({ head: file.head, keys: keysOf(file), digest: file.digest }),
        highest: keysOf(file).map((key) => [key, file.head.sequence] as const),
        over: 0,
      })
    }
    this.#recovered = packs.length > 0
    await this.#registry.write({ ...this.#registry.registered, packs })
  }

  /** What this computer knows of keys, with what the heads of shipped publishers say of others. */
  knownFrom(files: readonly ShelfFile[]): KnownKeys {
    const { accepted, withdrawn } = this.#registry.registered
    const known: KnownKeys = {
      shipped: this.#shipped,
      needed: this.#needed,
      vouched: [],
      accepted,
      withdrawn,
    }
    const heads = files
      .filter(({ file }) => standingOfFile(file, known) === 'shipped')
      .map(({ file }) => file.head)
    return {
      ...known,
      vouched: heads.flatMap(({ vouches }) => vouches),
      // A release may withdraw keys by the pack that it carries, which is never installed.
      withdrawn: [...withdrawn, ...heads.flatMap(({ withdraws }) => withdraws)],
    }
  }

  /** The current edition of each record, and those that can't be opened. */
  async current(): Promise<{
    readonly files: readonly (ShelfFile & { readonly record: PackRecord })[]
    readonly damaged: readonly {
      readonly record: PackRecord
      readonly path: string
      readonly damage: Damage
    }[]
  }> {
    const files: (ShelfFile & { record: PackRecord })[] = []
    const damaged: { record: PackRecord; path: string; damage: Damage }[] = []
    for (const record of this.#registry.registered.packs) {
      if (record.current?.kind !== 'file') continue
      const path = this.pathOf(record.id, record.current)
      const opened = await this.openSlot(record.id, record.current)
      if (opened.ok) files.push({ ...opened.value, record })
      else damaged.push({ record, path, damage: opened.failure })
    }
    return { files, damaged }
  }

  /** The file of an edition: it must be the very one that was installed. */
  async openSlot(id: string, slot: InstalledFile): Promise<Outcome<ShelfFile, Damage>> {
    const opened = await openShelfFile(this.pathOf(id, slot), this.#files)
    if (!opened.ok) return opened
    const { digest, head } = opened.value.file
    return digest === slot.digest && head.manifest.id === id ? opened : failure('changed')
  }

  /** For the library. `bundled` are the signed files that came with Fieldshelf. */
  readonly open = async (): Promise<InstalledList> => {
    const { files, damaged } = await this.current()
    const known = this.knownFrom([...files, ...this.#bundled])
    const packs: InstalledPack[] = []
    const leftOut = damaged.map(({ record, path, damage }) => ({ path, name: record.id, damage }))
    for (const file of files) {
      const standing = standingOfFile(file.file, known)
      if (standing === 'withdrawn')
        leftOut.push({ path: file.path, name: file.file.head.manifest.title, damage: 'withdrawn' })
      // A key that signed an edition before was accepted then, even where the list of accepted keys was lost.
      else
        packs.push({
          pack: packOf(file, standing === 'unknown' ? 'accepted' : standing),
          over: file.record.over,
        })
    }
    return { packs, leftOut }
  }

  /** Signed files that came with Fieldshelf, as the library found them last. */
  #bundled: ShelfFile[] = []
  get bundled(): readonly ShelfFile[] {
    return this.#bundled
  }

  /** Only a shipped key may sign what comes with Fieldshelf. */
  readonly openBundled: OpenBundled = async (library) => {
    const opened: (readonly [string, Outcome<Pack, Damage>])[] = []
    const sound: ShelfFile[] = []
    for (const path of await shelfFilesIn(library)) {
      const file = await openShelfFile(path, this.#files)
      if (!file.ok) {
        opened.push([path, file])
        continue
      }
      const known = this.knownFrom([])
      const isShipped =
        standingOfFile(file.value.file, known) === 'shipped' &&
        hasSignatures(keysOf(file.value.file), file.value.file.head.manifest.id, known)
      if (isShipped) sound.push(file.value)
      opened.push([path, isShipped ? success(packOf(file.value, 'shipped')) : failure('untrusted')])
    }
    this.#bundled = sound
    return opened
  }
}

/** What the registry notes of a file; the day is unknown. */
function slotOf({ path, file }: ShelfFile): InstalledFile {
  const { head, digest } = file
  return {
    kind: 'file',
    name: basename(path),
    digest,
    sequence: head.sequence,
    edition: head.manifest.edition,
    on: null,
  }
}
