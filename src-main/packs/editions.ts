/**
 * Files of editions, so that the page can compare them: the one before, the shown one, and the one that is offered.
 * Their addresses are `earlier/<pack>/…`, `shown/<pack>/…` and `offered/<pack>/…`; the manifest is among the files.
 */
import { encodeManifest } from '../../src-library/format/manifest.ts'
import { manifestPath } from '../../src-library/format/paths.ts'
import type { Library } from '../library/library.ts'
import { contentType } from '../library/mediatypes.ts'
import type { Bytes, Pack } from '../library/pack.ts'
import type { ServedFile } from '../library/serve.ts'
import type { InstalledPacks } from './installed.ts'
import type { Registry } from './registry.ts'
import { packOf, type ShelfFile } from './shelffile.ts'

type Dependencies = {
  readonly installed: InstalledPacks
  readonly registry: Registry
  readonly library: Library
}

export class Editions {
  readonly #dependencies: Dependencies
  readonly #offered: () => ShelfFile | null
  /** The earlier edition whose files were last asked for. The page asks for them one by one. */
  #earlier: { readonly digest: string; readonly pack: Pack } | null = null

  constructor(dependencies: Dependencies, offered: () => ShelfFile | null) {
    this.#dependencies = dependencies
    this.#offered = offered
  }

  /** A file by its address, `earlier/village/pack.json`; null when there is none. */
  async find(name: string): Promise<ServedFile | null> {
    const [which = '', id = '', ...rest] = name.split('/')
    const path = rest.join('/')
    const mediaType = contentType(path)
    if (mediaType === null) return null
    const pack = await this.#packOf(which, id)
    if (!pack) return null
    if (path === manifestPath) return servedFile(mediaType, () => Promise.resolve(manifestOf(pack)))
    const entry = pack.manifest.files.get(path)
    if (!entry) return null
    return servedFile(mediaType, async () => {
      const bytes = await pack.read(path, entry)
      return bytes.ok ? bytes.value : null
    })
  }

  async #packOf(which: string, id: string): Promise<Pack | null> {
    switch (which) {
      case 'earlier':
        return this.#earlierOf(id)
      case 'shown':
        return (await this.#dependencies.library.packs()).shown.get(id) ?? null
      case 'offered':
        return this.#offeredOf(id)
      default:
        return null
    }
  }

  #offeredOf(id: string): Pack | null {
    const file = this.#offered()
    return file?.file.head.manifest.id === id ? packOf(file, 'accepted') : null
  }

  async #earlierOf(id: string): Promise<Pack | null> {
    const { registry, installed, library } = this.#dependencies
    const previous = registry.recordOf(id)?.previous
    if (!previous) return null
    if (previous.kind === 'bundled') return (await library.packs()).bundled.get(id) ?? null
    if (this.#earlier?.digest !== previous.digest) {
      const opened = await installed.openSlot(id, previous)
      if (!opened.ok) return null
      this.#earlier = { digest: previous.digest, pack: packOf(opened.value, 'accepted') }
    }
    return this.#earlier.pack
  }
}

const manifestOf = ({ manifest }: Pack): Bytes => new TextEncoder().encode(encodeManifest(manifest))

const servedFile = (mediaType: string, read: ServedFile['read']): ServedFile => ({
  origin: 'content',
  mediaType,
  read,
})
