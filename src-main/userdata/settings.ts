/** The reader's settings. A change applies at once, even if it could not be stored. */
import type { SaveFailure, StoredSettings } from '../../src-bridge/contract.ts'
import { defaultSettings, settingsSchema, type Settings } from '../../src-bridge/settings.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import type { StoredFormat } from './envelope.ts'
import { Store, type Size } from './store.ts'

const format: StoredFormat<Settings> = { name: 'settings', version: 1, schema: settingsSchema }

export class SettingsStore {
  readonly #store: Store<Settings>
  #stored: StoredSettings

  static async open(folder: string): Promise<SettingsStore> {
    const store = new Store(folder, format, defaultSettings)
    const { data, state } = await store.load()
    return new SettingsStore(store, { settings: data, state })
  }

  private constructor(store: Store<Settings>, stored: StoredSettings) {
    this.#store = store
    this.#stored = stored
  }

  get stored(): StoredSettings {
    return this.#stored
  }

  write(settings: Settings): Promise<Outcome<null, SaveFailure>> {
    this.#stored = { ...this.#stored, settings }
    return this.#store.save(settings)
  }

  /** Back to the defaults, here and on the disk. */
  remove(): Promise<Outcome<null, SaveFailure>> {
    this.#stored = { settings: defaultSettings, state: 'new' }
    return this.#store.remove()
  }

  onDisk(): Promise<Size | null> {
    return this.#store.size()
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
