/**
 * Bookmarks and reading positions. Nothing is written to disk without consent: the first bookmark opens a question,
 * and reading positions are off until they are switched on. Without consent they live in memory until the window
 * closes.
 */
import type { Bridge, SaveFailure, StoredState } from '../../src-bridge/contract.ts'
import { mostBookmarks, mostStops, type Bookmark, type KeptPart, type Stop } from '../../src-bridge/kept.ts'
import { leadAnchor, type SectionAddress } from '../../src-library/model/article.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import { mergedList } from './merging.ts'
import type { SettingsState } from './settings.svelte.ts'

type Address = SectionAddress & { readonly pack: string }

/** What became of bookmarks that were to be added. */
export type AddResult =
  /** The question is on the screen; they wait for its answer. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'added'; readonly count: number }
  /** There is no room for all of them: none was added. */
  | { readonly kind: 'full' }

const keyOf = ({ pack, article, anchor }: Address): string => JSON.stringify([pack, article, anchor])
const articleKeyOf = ({ pack, article }: Address): string => JSON.stringify([pack, article])

type Reason = SaveFailure['reason']

/** Each section once, the first of its entries: a file may have been put together by hand. */
function once<Entry extends Address>(entries: readonly Entry[], keyOf: (one: Entry) => string): Entry[] {
  const seen = new Set<string>()
  return entries.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

/** What makes two addresses one section, or of one article. */
export type Keys = {
  readonly section: (address: Address) => string
  readonly article: (address: Address) => string
}

/** Milliseconds of rest before a reading position is written. */
const rest = 1000

export class Keeping {
  readonly #bridge: Bridge
  readonly #settings: SettingsState
  readonly #keys: Keys
  #bookmarks = $state.raw<readonly Bookmark[]>([])
  /** Every section of an article asks for its own: they are made once. */
  readonly #bookmarkKeys = $derived(new Set(this.#bookmarks.map((one) => this.#keys.section(one))))
  #stops = $state.raw<readonly Stop[]>([])
  #found = $state.raw<{ readonly bookmarks: StoredState; readonly stops: StoredState }>({
    bookmarks: 'new',
    stops: 'new',
  })
  #asking = $state.raw<readonly Bookmark[] | null>(null)
  /** Why the last change of each part could not be kept. */
  #notKept = $state.raw<Readonly<Partial<Record<KeptPart, Reason>>>>({})
  #onDisk = $state(false)
  /** As they were stored when this window last read or wrote them. */
  #stored: { bookmarks: readonly Bookmark[]; stops: readonly Stop[] } = { bookmarks: [], stops: [] }
  #waiting: ReturnType<typeof setTimeout> | null = null
  #lastChange: Promise<unknown> = Promise.resolve()

  /** `keys` may say that the versions of a section in several languages are one. */
  constructor(
    bridge: Bridge,
    settings: SettingsState,
    keys: Keys = { section: keyOf, article: articleKeyOf },
  ) {
    this.#bridge = bridge
    this.#settings = settings
    this.#keys = keys
  }

  async load(): Promise<void> {
    const [bookmarks, stops] = await Promise.all([
      this.#bridge.call('bookmarks.read', null),
      this.#bridge.call('stops.read', null),
    ])
    if (!bookmarks.ok || !stops.ok) return
    this.#bookmarks = this.#stored.bookmarks = once(bookmarks.value.entries, keyOf)
    this.#stops = this.#stored.stops = once(stops.value.entries, articleKeyOf)
    this.#onDisk = bookmarks.value.entries.length > 0
    this.#found = { bookmarks: bookmarks.value.state, stops: stops.value.state }
  }

  /** The last added first. */
  get bookmarks(): readonly Bookmark[] {
    return this.#bookmarks
  }

  get stops(): readonly Stop[] {
    return this.#stops
  }

  /** How the stored ones were found at the start. */
  get found(): { readonly bookmarks: StoredState; readonly stops: StoredState } {
    return this.#found
  }

  /** Whether bookmarks go to the disk. Those that are there already were agreed to, whatever became of the setting. */
  get keeps(): boolean {
    return this.#settings.current.bookmarks === 'keep' || this.#onDisk
  }

  /** Bookmarks that wait for the reader's answer. */
  get asking(): readonly Bookmark[] | null {
    return this.#asking
  }

  /** Why the last change of some part could not be kept, or null. It holds until the window is closed. */
  get notKept(): Reason | null {
    return Object.values(this.#notKept)[0] ?? null
  }

  has(address: Address): boolean {
    return this.#bookmarkKeys.has(this.#keys.section(address))
  }

  /** Adds those that are not there yet, before the others. */
  add(bookmarks: readonly Bookmark[]): Promise<AddResult> {
    return this.#change(() => this.#add(bookmarks))
  }

  async #add(bookmarks: readonly Bookmark[]): Promise<AddResult> {
    const added = once(bookmarks, this.#keys.section).filter((one) => !this.has(one))
    if (added.length === 0) return { kind: 'added', count: 0 }
    if (this.#bookmarks.length + added.length > mostBookmarks) return { kind: 'full' }
    if (this.#settings.current.bookmarks === 'ask' && !this.keeps) {
      this.#asking = added
      return { kind: 'asking' }
    }
    this.#bookmarks = [...added, ...this.#bookmarks]
    await this.#save()
    return { kind: 'added', count: added.length }
  }

  remove(address: Address): Promise<void> {
    return this.#change(() => {
      const key = this.#keys.section(address)
      this.#bookmarks = this.#bookmarks.filter((one) => this.#keys.section(one) !== key)
      return this.#save()
    })
  }

  /**
   * Changes, one after another, each to what is kept by then: the browser host may be open in two tabs, and neither
   * must write over what the other kept, or write on what the other was told not to keep.
   */
  #change<Result>(change: () => Promise<Result>): Promise<Result> {
    const changed = this.#lastChange.then(async () => {
      await this.#refresh()
      return change()
    })
    this.#lastChange = changed.catch(() => undefined)
    return changed
  }

  /** Takes over changes that another window made meanwhile. Changes made here stay. */
  async refresh(): Promise<void> {
    await this.#change(() => Promise.resolve())
  }

  async #refresh(): Promise<void> {
    await this.#settings.refresh()
    if (this.keeps) {
      const kept = await this.#bridge.call('bookmarks.read', null)
      if (kept.ok && kept.value.state !== 'lost') {
        const entries = once(kept.value.entries, keyOf)
        this.#bookmarks = mergedList(this.#stored.bookmarks, this.#bookmarks, entries, keyOf)
        this.#stored.bookmarks = entries
        this.#onDisk = entries.length > 0
      }
    }
    if (this.#settings.current.keepStops) {
      const kept = await this.#bridge.call('stops.read', null)
      if (kept.ok && kept.value.state !== 'lost') {
        const entries = once(kept.value.entries, articleKeyOf)
        this.#stops = mergedList(this.#stored.stops, this.#stops, entries, articleKeyOf)
        this.#stored.stops = entries
      }
    }
  }

  /** The answer to the question; null is none, and adds nothing. */
  async answer(choice: 'keep' | 'session' | null): Promise<void> {
    const waiting = this.#asking
    this.#asking = null
    if (waiting === null || choice === null) return
    await this.#settings.change({ bookmarks: choice })
    await this.add(waiting)
  }

  /** `session` takes them off the disk; they stay until the window is closed. */
  async choose(choice: 'keep' | 'session'): Promise<void> {
    const bookmarks = this.#bookmarks
    if (choice === 'session' && !(await this.forget('bookmarks'))) return
    this.#bookmarks = bookmarks
    await this.#settings.change({ bookmarks: choice })
    if (choice === 'keep') await this.#change(() => this.#save())
  }

  async keepStops(keep: boolean): Promise<void> {
    // First stop recording, then remove. Parts that can't be removed are still kept, and shown so.
    await this.#settings.change({ keepStops: keep })
    if (!keep && !(await this.forget('stops'))) await this.#settings.change({ keepStops: true })
  }

  /** Where reading of an article stopped, or null. */
  stopOf(pack: string, article: string): Stop | null {
    if (!this.#settings.current.keepStops) return null
    const key = this.#keys.article({ pack, article, anchor: leadAnchor })
    return this.#stops.find((one) => this.#keys.article(one) === key) ?? null
  }

  /** Remembers where reading is, if the reader wants it. Opening an article at its top is not yet reading it. */
  readTo(stop: Stop): void {
    if (!this.#settings.current.keepStops || stop.anchor === leadAnchor) return
    const key = this.#keys.article(stop)
    const others = this.#stops.filter((one) => this.#keys.article(one) !== key)
    this.#stops = [stop, ...others].slice(0, mostStops)
    this.#waiting ??= setTimeout(() => void this.#writeStops(), rest)
  }

  /** Adds the reading positions of another computer. Existing ones stay unchanged. */
  async mergeStops(stops: readonly Stop[]): Promise<void> {
    if (!this.#settings.current.keepStops) return
    const merged = once(stops, this.#keys.article).filter(
      ({ pack, article }) => this.stopOf(pack, article) === null,
    )
    this.#stops = [...this.#stops, ...merged]
    await this.#writeStops()
  }

  /** Removes a part with all its copies; answers whether it could be. */
  async forget(part: KeptPart): Promise<boolean> {
    if (part === 'stops') this.#rest()
    const answer = await this.#bridge.call('kept.remove', { part })
    this.#note(part, answer)
    if (!answer.ok) return false
    if (part === 'bookmarks') {
      this.#bookmarks = this.#stored.bookmarks = []
      this.#onDisk = false
    }
    if (part === 'stops') this.#stops = this.#stored.stops = []
    return true
  }

  /** Each part by itself: what could be written of one says nothing of another. */
  #note(part: KeptPart, answer: Outcome<null, SaveFailure>): void {
    const others = Object.entries(this.#notKept).filter(([name]) => name !== part)
    const failed = answer.ok ? [] : [[part, answer.failure.reason]]
    this.#notKept = Object.fromEntries([...others, ...failed])
  }

  /** Tries again what could not be written. */
  retry(): Promise<void> {
    return this.#change(async () => {
      const { bookmarks, stops } = this.#notKept
      this.#notKept = {}
      if (bookmarks) await this.#save()
      if (stops) await this.#saveStops()
    })
  }

  async #save(): Promise<void> {
    if (!this.keeps) return
    const written = this.#bookmarks
    const answer = await this.#bridge.call('bookmarks.write', [...written])
    this.#note('bookmarks', answer)
    if (!answer.ok) return
    this.#stored.bookmarks = written
    this.#onDisk = true
  }

  #writeStops(): Promise<void> {
    this.#rest()
    return this.#change(() => this.#saveStops())
  }

  async #saveStops(): Promise<void> {
    if (!this.#settings.current.keepStops) return
    const written = (this.#stops = this.#stops.slice(0, mostStops))
    const answer = await this.#bridge.call('stops.write', [...written])
    this.#note('stops', answer)
    if (answer.ok) this.#stored.stops = written
  }

  #rest(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting)
    this.#waiting = null
  }
}
