/** The packs that the reader makes of documents of her own: one folder each (layout.ts). */
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import type { OwnAbout, OwnFailure, OwnPack, OwnPackLine } from '../../src-bridge/own.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { Files } from '../userdata/replace.ts'
import { fail } from './failures.ts'
import { OwnFolder } from './folder.ts'
import { isOwnId, mostPacks, newOwnId, ownIn } from './layout.ts'

type Dependencies = {
  readonly userData: string
  /** Today, as an ISO day. */
  readonly today: () => string
  readonly files?: Files
}

export class OwnPacks {
  readonly #needs: Dependencies
  readonly #files: Files
  readonly #root: string
  readonly #open = new Map<string, OwnFolder>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(needs: Dependencies) {
    this.#needs = needs
    this.#files = needs.files ?? nodeFiles
    this.#root = ownIn(needs.userData)
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
      const taken = await this.#ids()
      if (taken.length >= mostPacks) return fail('too-many')
      let id = newOwnId()
      while (taken.includes(id)) id = newOwnId()
      const folder = this.#folder(id)
      const edition = this.#needs.today().slice(0, 7)
      const begun = await folder.begin({ title, edition, publisher: '', language, licence: '' })
      return begun.ok ? folder.read() : begun
    })
  }

  read(id: string): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#with(id, (folder) => folder.read())
  }

  about(id: string, about: OwnAbout): Promise<Outcome<OwnPack, OwnFailure>> {
    return this.#with(id, (folder) => folder.setAbout(about))
  }

  async settled(): Promise<void> {
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
    const folder = this.#open.get(id) ?? new OwnFolder(join(this.#root, id), this.#files)
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
