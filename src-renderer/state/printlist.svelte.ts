/**
 * The print list: the sections chosen for one printed document, in order, with headings and new pages between them. Every
 * change can be undone, so that nothing the reader put together is lost to a slip.
 */
import type { SectionAddress } from '../../src-library/model/article.ts'
import {
  plainCover,
  type BetweenParts,
  type ChosenSection,
  type CoverDetails,
  type PrintPreset,
} from '../../src-library/model/print.ts'
import {
  between,
  isSection,
  itemKey,
  itemOf,
  longestHeading,
  mostListed,
  sectionsIn,
  type ListedItem,
  type ListedSection,
  type ListVersion,
} from './listitems.ts'
import { keyOf, withoutRepeats } from './remembered.ts'

export { mostListed, type ListedSection } from './listitems.ts'

/** Steps that can be taken back. */
const mostUndone = 100
const empty: ListVersion = { title: '', preset: 'briefing', items: [] }

type SectionKey = (section: ChosenSection) => string

/** Two sections that became one are listed once. */
function followed(version: ListVersion, moved: ReadonlyMap<string, SectionAddress>): ListVersion {
  const seen = new Set<string>()
  const items = version.items.flatMap((item): readonly ListedItem[] => {
    if (!isSection(item)) return [item]
    const now = { ...item, ...moved.get(keyOf(item)) }
    const key = keyOf(now)
    return seen.has(key) ? [] : (seen.add(key), [now])
  })
  return { ...version, items }
}

export class PrintList {
  #now = $state.raw<ListVersion>(empty)
  #before = $state.raw<readonly ListVersion[]>([])
  /** The version that is in a file, or kept. */
  #saved = $state.raw<ListVersion>(empty)
  /** Of every document that is printed: no version, and no step that is taken back. */
  #cover = $state.raw<CoverDetails>(plainCover)
  /** The field that is being typed into: all its keys are one step. */
  #typing: string | null = null
  /** The same for a section and its translations. */
  readonly #key: SectionKey

  /** Called after every change. */
  onchange: () => void = () => undefined

  constructor(key: SectionKey = keyOf) {
    this.#key = key
  }

  get now(): ListVersion {
    return this.#now
  }

  get title(): string {
    return this.#now.title
  }

  get preset(): PrintPreset {
    return this.#now.preset
  }

  get cover(): CoverDetails {
    return this.#cover
  }

  get items(): readonly ListedItem[] {
    return this.#now.items
  }

  get sections(): readonly ListedSection[] {
    return sectionsIn(this.#now.items)
  }

  get canUndo(): boolean {
    return this.#before.length > 0
  }

  /** Whether something would be lost if the list were gone now. */
  get isSaved(): boolean {
    return this.#saved === this.#now || this.items.length === 0
  }

  /** The version is in a file now, or kept. */
  saved(version: ListVersion): void {
    this.#saved = version
  }

  /** The list as it was kept, or an empty one, with no step before it. */
  restore(version: ListVersion | null, cover = plainCover): void {
    this.#cover = cover
    this.#now = this.#saved = version ?? empty
    this.#before = []
    this.#typing = null
  }

  has(section: ChosenSection): boolean {
    return this.#at(section) !== -1
  }

  /** Adds at the end; a section that is there already stays where it is. Answers false where there is no room. */
  add(section: ListedSection): boolean {
    return this.addAll([section]) !== null
  }

  /** The same for several, as one step. Answers how many are new, null where there is no room for all of them. */
  addAll(sections: readonly ListedSection[]): number | null {
    const seen = new Set(this.sections.map(this.#key))
    const fresh = sections.filter((one) => !seen.has(this.#key(one)) && seen.add(this.#key(one)))
    if (this.items.length + fresh.length > mostListed) return null
    if (fresh.length > 0) this.#change({ items: [...this.items, ...fresh.map(itemOf)] })
    return fresh.length
  }

  /** Puts a section in the place of another, and takes away others that it holds. */
  exchange(section: ListedSection, held: (other: ListedSection) => boolean): void {
    const first = this.items.findIndex((item) => isSection(item) && held(item))
    const items = this.items.flatMap((item, at) => {
      if (!isSection(item) || !held(item)) return [item]
      return at === first ? [itemOf(section)] : []
    })
    this.#change({ items: first === -1 ? [...items, itemOf(section)] : items })
  }

  /** Puts a heading, a new page or a page for notes before an item; at the end without one. Answers its place, from 0. */
  insert(one: BetweenParts, before = this.items.length): number {
    if (this.items.length >= mostListed) return -1
    this.#change({ items: [...this.items.slice(0, before), between(one), ...this.items.slice(before)] })
    return before
  }

  remove(section: ChosenSection): void {
    this.removeAt(this.#at(section))
  }

  removeAt(place: number): void {
    if (this.items[place]) this.#change({ items: this.items.filter((_, at) => at !== place) })
  }

  /** Moves an item from one place to another, as far as the ends; answers its new place, from 0. */
  moveTo(from: number, wished: number): number {
    const moved = this.items[from]
    const to = Math.min(Math.max(0, wished), this.items.length - 1)
    if (!moved || to === from) return from
    const others = this.items.filter((_, at) => at !== from)
    this.#change({ items: [...others.slice(0, to), moved, ...others.slice(to)] })
    return to
  }

  /** Moves a section by so many places; answers its new place. */
  move(section: ChosenSection, by: number): number {
    const from = this.#at(section)
    return this.moveTo(from, from + by)
  }

  /** One step for all that is typed into the title until something else is done. */
  rename(title: string): void {
    if (title !== this.title) this.#type('title', { title })
  }

  /** The same for a heading. */
  retype(item: ListedItem, typed: string): void {
    const text = typed.slice(0, longestHeading)
    const key = itemKey(item)
    const items = this.items.map((one) => (one.kind === 'heading' && one.id === key ? { ...one, text } : one))
    this.#type(key, { items })
  }

  choosePreset(preset: PrintPreset): void {
    if (preset !== this.preset) this.#change({ preset })
  }

  chooseCover(cover: CoverDetails): void {
    this.#cover = cover
    this.onchange()
  }

  clear(): void {
    if (this.items.length > 0) this.#change({ items: [] })
  }

  /** Takes the place of what was listed, as when a file is opened: then it is saved as it is. */
  replace(version: ListVersion): void {
    this.#change(version)
    this.#saved = this.#now
    this.onchange()
  }

  /** Takes a ready-made list: as one that the reader put together, it is not saved. */
  take(version: ListVersion): void {
    this.#change(version)
  }

  /** The listed sections, and those that a step back brings again. */
  get everListed(): readonly ListedSection[] {
    return withoutRepeats([this.#now, ...this.#before].flatMap(({ items }) => sectionsIn(items)))
  }

  /**
   * Another edition has these sections elsewhere, by the key of their old address. That is no step of the reader's: each
   * step back leads to where its sections are now.
   */
  follow(moved: ReadonlyMap<string, SectionAddress>): void {
    if (moved.size === 0) return
    const wasSaved = this.#saved === this.#now
    this.#now = followed(this.#now, moved)
    this.#before = this.#before.map((version) => followed(version, moved))
    if (wasSaved) this.#saved = this.#now
    this.onchange()
  }

  undo(): void {
    const last = this.#before.at(-1)
    if (!last) return
    this.#before = this.#before.slice(0, -1)
    this.#now = last
    this.#typing = null
    this.onchange()
  }

  #at(section: ChosenSection): number {
    const key = this.#key(section)
    return this.items.findIndex((item) => isSection(item) && this.#key(item) === key)
  }

  #type(what: string, change: Partial<ListVersion>): void {
    if (this.#typing === what) {
      this.#now = { ...this.#now, ...change }
      this.onchange()
    } else this.#change(change)
    this.#typing = what
  }

  #change(change: Partial<ListVersion>): void {
    this.#before = [...this.#before, this.#now].slice(-mostUndone)
    this.#now = { ...this.#now, ...change }
    this.#typing = null
    this.onchange()
  }
}
