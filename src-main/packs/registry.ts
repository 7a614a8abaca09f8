/**
 * `packs.json`: which editions are installed, which keys the reader accepted, and the highest sequence ever installed
 * of each key. Writing it is the one moment at which an edition takes the place of another: before it the old edition
 * is shown, after it the new one. The files lie beside it, in `packs/<id>/`.
 */
import * as v from 'valibot'
import type { SaveFailure, StoredState } from '../../src-bridge/contract.ts'
import type { KeyText } from '../../src-library/format/packhead.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { StoredFormat } from '../userdata/envelope.ts'
import type { Files } from '../userdata/replace.ts'
import { Store } from '../userdata/store.ts'

/** An edition in a file of ours. */
export type InstalledFile = {
  readonly kind: 'file'
  /** Its name in the folder of the pack's id. */
  readonly name: string
  readonly digest: string
  readonly sequence: number
  readonly edition: string
  /** The day it was installed; null where the list was lost and made again. */
  readonly on: string | null
}

/** An edition that the reader chose: installed, or the one that came with Fieldshelf. */
export type Slot = InstalledFile | { readonly kind: 'bundled' }

export type PackRecord = {
  readonly id: string
  /** Null once the pack was removed: the highest sequences stay. */
  readonly current: Slot | null
  readonly previous: Slot | null
  /** Keys that may sign the next edition. */
  readonly keys: readonly KeyText[]
  readonly highest: readonly (readonly [key: KeyText, sequence: number])[]
  /** The sequence of the edition that came with Fieldshelf when the reader chose this one. */
  readonly over: number
}

export type AcceptedKey = { readonly key: KeyText; readonly name: string; readonly on: string }

export type RegistryData = {
  readonly packs: readonly PackRecord[]
  readonly accepted: readonly AcceptedKey[]
  readonly withdrawn: readonly { readonly key: KeyText; readonly from: number | null }[]
}

const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
const sequence = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999))
const slot: v.GenericSchema<unknown, Slot> = v.variant('kind', [
  v.object({
    kind: v.literal('file'),
    name: v.pipe(v.string(), v.regex(/^\d{1,6}-[0-9a-f]{12}\.shelf$/)),
    digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    sequence,
    edition: v.pipe(v.string(), v.maxLength(1000)),
    on: v.nullable(v.pipe(v.string(), v.isoDate())),
  }),
  v.object({ kind: v.literal('bundled') }),
])
const record: v.GenericSchema<unknown, PackRecord> = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  current: v.nullable(slot),
  previous: v.nullable(slot),
  keys: v.array(key),
  highest: v.array(v.tuple([key, sequence])),
  over: sequence,
})

const format: StoredFormat<RegistryData> = {
  name: 'packs',
  version: 1,
  schema: v.object({
    packs: v.array(record),
    accepted: v.array(
      v.object({ key, name: v.pipe(v.string(), v.maxLength(1000)), on: v.pipe(v.string(), v.isoDate()) }),
    ),
    withdrawn: v.array(v.object({ key, from: v.nullable(sequence) })),
  }),
}

export const nothingRegistered: RegistryData = { packs: [], accepted: [], withdrawn: [] }

export class Registry {
  readonly #store: Store<RegistryData>
  #registered: RegistryData
  #state: StoredState

  static async open(folder: string, files?: Files): Promise<Registry> {
    const store = new Store(folder, format, nothingRegistered, ...(files ? [files] : []))
    const { data, state } = await store.load()
    return new Registry(store, data, state)
  }

  private constructor(store: Store<RegistryData>, registered: RegistryData, state: StoredState) {
    this.#store = store
    this.#registered = registered
    this.#state = state
  }

  get registered(): RegistryData {
    return this.#registered
  }

  /** How the file was found at the start. */
  get state(): StoredState {
    return this.#state
  }

  recordOf(id: string): PackRecord | null {
    return this.#registered.packs.find((one) => one.id === id) ?? null
  }

  /** Holds only if it is on the disk: otherwise everything is as it was. */
  async write(registered: RegistryData): Promise<Outcome<null, SaveFailure>> {
    const written = await this.#store.save(registered)
    if (!written.ok) return written
    this.#registered = registered
    this.#state = 'kept'
    return written
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}

/** With this record in the place of the one of its id. */
export const withRecord = (registered: RegistryData, record: PackRecord): RegistryData => ({
  ...registered,
  packs: [...registered.packs.filter(({ id }) => id !== record.id), record].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  ),
})
