/**
 * Moving between locations over the browser's own history, with one addition:
 * coming back to a place restores the scroll position and the
 * focus, though the view is drawn again.
 */
import type { SectionAddress } from '../../src-library/model/article.ts'
import { formatLocation, parseLocation, type Location } from './location.ts'

/** The section in the second pane. */
export type SecondSection = SectionAddress & { readonly pack: string }

/** How the reader came here: a new visit starts at its target, a return where it was left. */
export type Arrival = (
  { readonly kind: 'visit' } | { readonly kind: 'return'; readonly place: ScrollPosition }
) & {
  /** The element that had the focus then. A view that is drawn later takes the focus from this one only. */
  readonly from: Element | null
}
type ScrollPosition = {
  readonly scroll: number
  readonly focus: string | null
  readonly spot: SectionOffset | null
  /** Of the second pane, which scrolls by itself. */
  readonly secondScroll: number
}

/** A section and where it was, in pixels from the window's top: heights of a long article are partly estimates. */
export type SectionOffset = { readonly anchor: string; readonly offset: number }

/** The second pane is in the history, not in the address: the links of the first pane need not name it. */
type Entry = { readonly position: number; readonly second: SecondSection | null }

/** How the section came into the second pane: a new visit starts at it, a return where it was left. */
export type SecondArrival = { readonly kind: 'visit' } | { readonly kind: 'return'; readonly scroll: number }

export class Navigation {
  #location = $state.raw<Location>({ place: 'home' })
  #arrival = $state.raw<Arrival>({ kind: 'visit', from: null })
  #second = $state.raw<SecondSection | null>(null)
  #secondArrival = $state.raw<SecondArrival>({ kind: 'visit' })
  #secondScroll: () => number = () => 0
  #position = $state(0)
  #last = $state(0)
  /** The hash of the entry that is shown. */
  #hash: string
  readonly #window: Window
  readonly #places = new Map<number, ScrollPosition>()
  readonly #followers = new Set<(location: Location) => void>()
  #whereabouts: () => SectionOffset | null = () => null

  constructor(window: Window) {
    this.#window = window
    window.history.scrollRestoration = 'manual'
    this.#hash = window.location.hash
    this.#location = parseLocation(this.#hash)
    const entry = this.#entry()
    this.#position = entry?.position ?? 0
    this.#second = entry?.second ?? null
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

  /** The section that is open beside the location; null for none. */
  get second(): SecondSection | null {
    return this.#second
  }

  get secondArrival(): SecondArrival {
    return this.#secondArrival
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
      { position: this.#position, second: this.#second } satisfies Entry,
      '',
      formatLocation(location),
    )
    this.#hash = this.#window.location.hash
    this.#show(location)
  }

  /** Opens a section in the second pane, or closes the pane: a new step in the history. The first pane stays as it is. */
  goBeside(second: SecondSection | null): void {
    if (isSame(second, this.#second)) {
      this.#secondArrival = { kind: 'visit' }
      return
    }
    this.#remember()
    this.#window.history.pushState(null, '')
    this.#step()
    this.#second = second
    this.#secondArrival = { kind: 'visit' }
    this.#name(this.#position)
  }

  back(): void {
    if (this.canGoBack) this.#window.history.back()
  }

  forward(): void {
    if (this.canGoForward) this.#window.history.forward()
  }

  /** Tells the location that is shown, and each that is gone to, before it is drawn; returns the way to stop. */
  follow(follower: (location: Location) => void): () => void {
    this.#followers.add(follower)
    follower(this.#location)
    return () => void this.#followers.delete(follower)
  }

  /** Has a view say where in it the reader is; returns the way to stop. */
  watch(whereabouts: () => SectionOffset | null): () => void {
    this.#whereabouts = whereabouts
    return () => {
      if (this.#whereabouts === whereabouts) this.#whereabouts = () => null
    }
  }

  /** Has the second pane say how far it is scrolled; returns the way to stop. */
  watchSecond(scroll: () => number): () => void {
    this.#secondScroll = scroll
    return () => {
      if (this.#secondScroll === scroll) this.#secondScroll = () => 0
    }
  }

  /** To be called before a link is followed, while the page is still as it was left. */
  leave(): void {
    this.#remember()
  }

  #show(location: Location): void {
    this.#location = location
    for (const follower of this.#followers) follower(location)
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
    const onlySecond = hash === this.#hash && !isSame(entry.second, this.#second)
    this.#hash = hash
    this.#position = entry.position
    this.#last = Math.max(this.#last, entry.position)
    const place = this.#places.get(entry.position)
    if (!isSame(entry.second, this.#second)) {
      this.#second = entry.second
      this.#secondArrival = place ? { kind: 'return', scroll: place.secondScroll } : { kind: 'visit' }
    }
    // A step of the second pane leaves the first as it is.
    if (onlySecond) return
    this.#arrival = place
      ? { kind: 'return', place, from: this.#focused }
      : { kind: 'visit', from: this.#focused }
    this.#show(location)
  }

  /** A new visit to the place that is shown: no step in the history. */
  #visitAgain(location: Location): void {
    this.#name(this.#position)
    this.#arrival = { kind: 'visit', from: this.#focused }
    this.#show(location)
  }

  /** A new entry comes after the present one, in place of any that came after it. */
  #step(): void {
    this.#position += 1
    this.#last = this.#position
    for (const position of this.#places.keys()) if (position >= this.#position) this.#places.delete(position)
  }

  #visit(location: Location): void {
    this.#step()
    this.#name(this.#position)
    this.#hash = this.#window.location.hash
    this.#arrival = { kind: 'visit', from: this.#focused }
    this.#show(location)
  }

  #remember(): void {
    const focused = this.#focused
    this.#places.set(this.#position, {
      scroll: this.#window.scrollY,
      focus: focused?.id === '' ? null : (focused?.id ?? null),
      spot: this.#whereabouts(),
      secondScroll: this.#secondScroll(),
    })
  }

  get #focused(): Element | null {
    return this.#window.document.activeElement
  }

  #name(position: number): void {
    this.#window.history.replaceState({ position, second: this.#second } satisfies Entry, '')
  }

  #entry(): Entry | null {
    const state: unknown = this.#window.history.state
    if (typeof state !== 'object' || state === null || !('position' in state)) return null
    const second = 'second' in state ? secondOf(state.second) : null
    return typeof state.position === 'number' ? { position: state.position, second } : null
  }
}

/** What a step of the history holds of the second pane; null for anything else. */
function secondOf(value: unknown): SecondSection | null {
  if (typeof value !== 'object' || value === null) return null
  const { pack, article, anchor } = value as Readonly<Record<string, unknown>>
  return typeof pack === 'string' && typeof article === 'string' && typeof anchor === 'string'
    ? { pack, article, anchor }
    : null
}

const isSame = (one: SecondSection | null, other: SecondSection | null): boolean =>
  one === other ||
  (one !== null &&
    other !== null &&
    one.pack === other.pack &&
    one.article === other.article &&
    one.anchor === other.anchor)
