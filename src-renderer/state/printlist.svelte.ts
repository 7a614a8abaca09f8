/**
 * The print list: the sections chosen for one printed document, in order. It
 * lives as long as the window, and in a file when the reader saves one. Every
 * change can be undone, so that nothing the reader put together is lost to a slip.
 */
import type { ChosenSection } from '../../src-library/model/print.ts'
import type { SectionAddress } from '../../src-library/model/article.ts'
import { keyOf, withoutRepeats, type Remembered } from './remembered.ts'

/** A chosen section, with enough said of it to be recognised where it is no longer found. */
export type ListedSection = ChosenSection & Remembered

type Version = { readonly title: string; readonly sections: readonly ListedSection[] }

/** As many sections as one document may have. */
export const mostListed = 1000

/** Steps that can be taken back. */
const mostUndone = 100

export const sameSection = (one: ChosenSection, other: ChosenSection): boolean =>
  one.pack === other.pack && one.article === other.article && one.anchor === other.anchor

export class PrintList {
  #now = $state.raw<Version>({ title: '', sections: [] })
  #before = $state.raw<readonly Version[]>([])
  /** Whether the last step was the title's. */
  #renaming = false

  get title(): string {
    return this.#now.title
  }

  get sections(): readonly ListedSection[] {
    return this.#now.sections
  }

  get canUndo(): boolean {
    return this.#before.length > 0
  }

  has(section: ChosenSection): boolean {
    return this.#now.sections.some((one) => sameSection(one, section))
  }

  /** Adds at the end; a section that is there already stays where it is. Answers false where there is no room. */
  add(section: ListedSection): boolean {
    if (this.has(section)) return true
    if (this.sections.length >= mostListed) return false
    this.#change({ sections: [...this.sections, section] })
    return true
  }

  remove(section: ChosenSection): void {
    if (this.has(section))
      this.#change({ sections: this.sections.filter((one) => !sameSection(one, section)) })
  }

  /** Moves a section by so many places, as far as the ends; answers its new place, from 0. */
  move(section: ChosenSection, by: number): number {
    const from = this.sections.findIndex((one) => sameSection(one, section))
    const to = Math.min(Math.max(0, from + by), this.sections.length - 1)
    const moved = this.sections[from]
    if (!moved || to === from) return from
    const others = this.sections.filter((_, at) => at !== from)
    this.#change({ sections: [...others.slice(0, to), moved, ...others.slice(to)] })
    return to
  }

  /** One step for all that is typed into the title until something else is done. */
  rename(title: string): void {
    if (title === this.title) return
    if (this.#renaming) this.#now = { ...this.#now, title }
    else this.#change({ title })
    this.#renaming = true
  }

  clear(): void {
    if (this.sections.length > 0) this.#change({ sections: [] })
  }

  /** Takes the place of what was listed, as when a file is opened. */
  replace(title: string, sections: readonly ListedSection[]): void {
    this.#change({ title, sections })
  }

  /** The listed sections, and those that a step back brings again. */
  get everListed(): readonly ListedSection[] {
    return withoutRepeats([this.#now, ...this.#before].flatMap(({ sections }) => sections))
  }

  /**
   * Another edition has these sections elsewhere, by the key of their old address. That is no step of the reader's: each
   * step back leads to where its sections are now.
   */
  follow(moved: ReadonlyMap<string, SectionAddress>): void {
    if (moved.size === 0) return
    const followed = ({ title, sections }: Version): Version => ({
      title,
      sections: withoutRepeats(sections.map((one) => ({ ...one, ...moved.get(keyOf(one)) }))),
    })
    this.#now = followed(this.#now)
    this.#before = this.#before.map(followed)
  }

  undo(): void {
    const last = this.#before.at(-1)
    if (!last) return
    this.#before = this.#before.slice(0, -1)
    this.#now = last
    this.#renaming = false
  }

  #change(change: Partial<Version>): void {
    this.#before = [...this.#before, this.#now].slice(-mostUndone)
    this.#now = { ...this.#now, ...change }
    this.#renaming = false
  }
}
