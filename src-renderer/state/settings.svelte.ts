/** The reader's settings: held here, kept by main, shown as attributes and properties of the page's root. */
import type { Bridge, SaveFailure, StoredSettings } from '../../src-bridge/contract.ts'
import { defaultSettings, textSizes, type Settings } from '../../src-bridge/settings.ts'
import { mergedSettings } from './merging.ts'

export class SettingsState {
  #settings = $state.raw<Settings>(defaultSettings)
  /** As they were stored when this window last read or wrote them. */
  #stored: Settings = defaultSettings
  #lastChange: Promise<unknown> = Promise.resolve()
  #found = $state.raw<StoredSettings['state']>('new')
  #notKept = $state.raw<SaveFailure['reason'] | null>(null)
  /** In this window's memory alone: a reader who has chosen nothing has not asked to keep anything. */
  #begun = $state(false)
  readonly #bridge: Bridge

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  get current(): Settings {
    return this.#settings
  }

  /** How the stored settings were found at the start. */
  get found(): StoredSettings['state'] {
    return this.#found
  }

  /** Whether nothing was ever chosen here, and the reader has not gone on or waved the question away. */
  get isFirstStart(): boolean {
    return this.#found === 'new' && this.#settings.interfaceLanguage === 'system' && !this.#begun
  }

  /** The hints of a first start have been seen; they do not appear again until the next start. Nothing is written. */
  begin(): void {
    this.#begun = true
  }

  /** Why the last change could not be kept, or null. */
  get notKept(): SaveFailure['reason'] | null {
    return this.#notKept
  }

  async load(): Promise<void> {
    const answer = await this.#bridge.call('settings.read', null)
    if (!answer.ok) return
    this.#settings = this.#stored = answer.value.settings
    this.#found = answer.value.state
  }

  /** Takes over changes that another window stored meanwhile. Changes made here stay. */
  async refresh(): Promise<void> {
    const answer = await this.#bridge.call('settings.read', null)
    if (!answer.ok || answer.value.state === 'lost') return
    const { settings } = answer.value
    this.#settings = mergedSettings(this.#stored, this.#settings, settings)
    this.#stored = settings
  }

  /** Holds at once; resolves when it is written, one change after another. */
  change(change: Partial<Settings>): Promise<void> {
    this.#settings = { ...this.#settings, ...change }
    const changed = this.#lastChange.then(() => this.#write())
    this.#lastChange = changed.catch(() => undefined)
    return changed
  }

  async #write(): Promise<void> {
    await this.refresh()
    const written = this.#settings
    const answer = await this.#bridge.call('settings.write', written)
    if (answer.ok) this.#stored = written
    this.#notKept = answer.ok ? null : answer.failure.reason
  }

  /** Moves the text size up or down the list of sizes, to its ends and no further. */
  async stepTextSize(step: 1 | -1): Promise<void> {
    const next = textSizes[textSizes.indexOf(this.#settings.textSize) + step]
    if (next !== undefined) await this.change({ textSize: next })
  }
}

/** Writes the settings onto the page's root, where the style sheets read them. `dark` is the system's wish. */
export function applySettings(settings: Settings, root: HTMLElement, dark: boolean): void {
  const theme = settings.theme === 'system' ? (dark ? 'dark' : 'light') : settings.theme
  root.dataset['theme'] = theme
  root.dataset['font'] = settings.font
  root.dataset['spacing'] = settings.spacing
  root.style.setProperty('--text-size', `${settings.textSize}px`)
  root.style.setProperty('--measure', String(settings.measure))
  root.style.setProperty('--line-height', String(settings.lineSpacing))
}
