/**
 * Moving between locations over the browser's own history, with one addition:
 * coming back to a place restores the scroll position and the
 * focus, though the view is drawn again.
 */
import { formatLocation, parseLocation, type Location } from './location.ts'

/** How the reader came here: a new visit starts at its target, a return where it was left. */
export type Arrival = (
  { readonly kind: 'visit' } | { readonly kind: 'return'; readonly place: ScrollPosition }
) & {
  /** The element that had the focus then. A view that is drawn later takes the focus from this one only. */
  readonly from: Element | null
}
type ScrollPosition = { readonly scroll: number; readonly focus: string | null; readonly spot: Spot | null }

/** A section and where it was, in pixels from the window's top: heights of a long article are partly estimates. */
export type Spot = { readonly anchor: string; readonly offset: number }

type Entry = { readonly position: number }

export class Navigation {
  #location = $state.raw<Location>({ place: 'home' })
  #arrival = $state.raw<Arrival>({ kind: 'visit', from: null })
  #position = $state(0)
  #last = $state(0)
  /** The hash of the entry that is shown. */
  #hash: string
  readonly #window: Window
  readonly #places = new Map<number, ScrollPosition>()
  #whereabouts: () => Spot | null = () => null

  constructor(window: Window) {
    this.#window = window
    window.history.scrollRestoration = 'manual'
    this.#hash = window.location.hash
    this.#location = parseLocation(this.#hash)
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
    const hash = formatLocation(location)
    if (hash === this.#hash) return this.#visitAgain(location)
    this.#window.history.pushState(null, '', hash)
    this.#visit(location)
  }

  /** Changes the present step, for what is typed or ticked letter by letter. */
  replace(location: Location): void {
    this.#window.history.replaceState(
      { position: this.#position } satisfies Entry,
      '',
      formatLocation(location),
    )
    this.#hash = this.#window.location.hash
    this.#location = location
  }

  back(): void {
    if (this.canGoBack) this.#window.history.back()
  }

  forward(): void {
    if (this.canGoForward) this.#window.history.forward()
  }

  /** Has a view say where in it the reader is; returns the way to stop. */
  watch(whereabouts: () => Spot | null): () => void {
    this.#whereabouts = whereabouts
    return () => {
      if (this.#whereabouts === whereabouts) this.#whereabouts = () => null
    }
  }

  /** To be called before a link is followed, while the page is still as it was left. */
  leave(): void {
    this.#remember()
  }

  #arrive(): void {
    const { hash } = this.#window.location
    const location = parseLocation(hash)
    const entry = this.#entry()
    // A link to the address that is shown replaces the entry. Chromium keeps its state, other browsers drop it.
    const replaced = entry === null ? hash === this.#hash : entry.position === this.#position
    if (replaced) return this.#visitAgain(location)
    if (entry === null) return this.#visit(location)
    this.#remember()
    this.#hash = hash
    this.#position = entry.position
    this.#last = Math.max(this.#last, entry.position)
    const place = this.#places.get(entry.position)
    this.#arrival = place
      ? { kind: 'return', place, from: this.#focused }
      : { kind: 'visit', from: this.#focused }
    this.#location = location
  }

  /** A new visit to the place that is shown: no step in the history. */
  #visitAgain(location: Location): void {
    this.#name(this.#position)
    this.#arrival = { kind: 'visit', from: this.#focused }
    this.#location = location
  }

  #visit(location: Location): void {
    this.#position += 1
    this.#last = this.#position
    for (const position of this.#places.keys()) if (position >= this.#position) this.#places.delete(position)
    this.#name(this.#position)
    this.#hash = this.#window.location.hash
    this.#arrival = { kind: 'visit', from: this.#focused }
    this.#location = location
  }

  #remember(): void {
    const focused = this.#focused
    this.#places.set(this.#position, {
      scroll: this.#window.scrollY,
      focus: focused?.id === '' ? null : (focused?.id ?? null),
      spot: this.#whereabouts(),
    })
  }

  get #focused(): Element | null {
    return this.#window.document.activeElement
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
