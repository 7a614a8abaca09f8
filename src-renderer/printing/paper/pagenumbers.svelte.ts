/** The page each element begins on, by its id: known once they are measured. */
import { flushSync } from 'svelte'
import type { PrintedReference } from '../dossier/renumbering.ts'
import type { PagePlace } from './measuring.ts'

export class PageNumbers {
  #known = $state.raw<Readonly<Record<string, number>>>({})
  #fixed = $state(false)

  get known(): Readonly<Record<string, number>> {
    return this.#known
  }

  set known(pages: Readonly<Record<string, number>>) {
    this.#known = pages
  }

  /** Writes measured pages in. Answers whether one that the paper says is another than before. */
  write(places: ReadonlyMap<string, PagePlace>): boolean {
    const measured = Object.fromEntries([...places].map(([id, { page }]) => [id, page] as const))
    if (Object.entries(measured).every(([id, page]) => this.#known[id] === page)) return false
    this.#known = measured
    flushSync()
    return true
  }

  /** Whether the page of each cross reference is said, in the room of the widest number. */
  get fixed(): boolean {
    return this.#fixed
  }

  fix(): void {
    this.#fixed = true
    flushSync()
  }

  /** The page that a cross reference says; null where it is not known, or is the page of the reference itself. */
  toSay({ id, target }: Pick<PrintedReference, 'id' | 'target'>): number | null {
    const page = this.#known[target]
    return page === undefined || (page === this.#known[id] && !this.#fixed) ? null : page
  }
}
