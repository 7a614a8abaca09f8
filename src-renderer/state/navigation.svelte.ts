/**
 * Moving between locations over the browser's own history, with one addition:
 * coming back to a place returns to where the reader had scrolled and to what
 * had the focus, though the view is drawn anew.
 */
import { formatLocation, parseLocation, type Location } from './location.ts'

/** How the reader came here: a new visit starts at its target, a return where it was left. */
export type Arrival = { readonly kind: 'visit' } | { readonly kind: 'return'; readonly place: Place }
type Place = { readonly scroll: number; readonly focus: string | null }

type Entry = { readonly position: number }

export class Navigation {
  #location = $state.raw<Location>({ place: 'home' })
  #arrival = $state.raw<Arrival>({ kind: 'visit' })
  #position = $state(0)
  #last = $state(0)
  readonly #window: Window
  readonly #places = new Map<number, Place>()

  constructor(window: Window) {
    this.#window = window
    window.history.scrollRestoration = 'manual'
    this.#location = parseLocation(window.location.hash)
    const entry = this.#entry()
    this.#position = entry?.position ?? 0
    this.#last = this.#position
    if (entry === null) this.#name(this.#position)
    window.addEventListener('popstate', () => this.#arrive())
  }

  get location(): Location {
    return this.#location
  }

  get arrival(): Arrival {
    return this.#arrival
  }

  get canGoBack(): boolean {
    return this.#position > 0
  }

  get canGoForward(): boolean {
    return this.#position < this.#last
  }

  /** Goes to a location as a new step in the history. */
  go(location: Location): void {
    this.#remember()
    this.#window.history.pushState(null, '', formatLocation(location))
    this.#visit(location)
  }

  /** Changes the present step, for what is typed or ticked letter by letter. */
  replace(location: Location): void {
    this.#window.history.replaceState(
      { position: this.#position } satisfies Entry,
      '',
      formatLocation(location),
    )
    this.#location = location
  }

  back(): void {
    if (this.canGoBack) this.#window.history.back()
  }

  forward(): void {
    if (this.canGoForward) this.#window.history.forward()
  }

  /** To be called before a link is followed, while the page is still as it was left. */
  leave(): void {
    this.#remember()
  }

  #arrive(): void {
    const location = parseLocation(this.#window.location.hash)
    const entry = this.#entry()
    if (entry === null) return this.#visit(location)
    this.#remember()
    this.#position = entry.position
    this.#last = Math.max(this.#last, entry.position)
    const place = this.#places.get(entry.position)
    this.#arrival = place ? { kind: 'return', place } : { kind: 'visit' }
    this.#location = location
  }

  #visit(location: Location): void {
    this.#position += 1
    this.#last = this.#position
    for (const position of this.#places.keys()) if (position >= this.#position) this.#places.delete(position)
    this.#name(this.#position)
    this.#arrival = { kind: 'visit' }
    this.#location = location
  }

  #remember(): void {
    const focused = this.#window.document.activeElement
    this.#places.set(this.#position, {
      scroll: this.#window.scrollY,
      focus: focused?.id === '' ? null : (focused?.id ?? null),
    })
  }

  #name(position: number): void {
    this.#window.history.replaceState({ position } satisfies Entry, '')
  }

  #entry(): Entry | null {
    const state: unknown = this.#window.history.state
    if (typeof state !== 'object' || state === null || !('position' in state)) return null
    return typeof state.position === 'number' ? { position: state.position } : null
  }
}
