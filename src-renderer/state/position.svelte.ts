/** Which section the reader is at: what Print, the contents list and the keys for next and previous mean by “this”. */
import type { SectionAddress } from '../../src-library/model/article.ts'

export type Position = SectionAddress & { readonly pack: string }

/** A passage that is to be shown again when the article's other version is opened. */
type HeldBlock = { readonly anchor: string; readonly block: number; readonly top: number }

export class ReadingPosition {
  #held: HeldBlock | null = null

  #first = $state.raw<Position | null>(null)
  #second = $state.raw<Position | null>(null)
  #active = $state<'first' | 'second'>('first')

  /** In the pane that had the focus last; null where nothing is being read. */
  get current(): Position | null {
    return this.#active === 'second' ? this.#second : this.#first
  }

  /** What the first pane reads, whichever has the focus. */
  get first(): Position | null {
    return this.#first
  }

  /** The pane that had the focus last. */
  get active(): 'first' | 'second' {
    return this.#active
  }

  /** The reader went into a pane. */
  enter(pane: 'first' | 'second'): void {
    this.#active = pane
  }

  /** Null when the second pane is closed. */
  setSecond(position: Position | null): void {
    this.#second = position
    if (position === null) this.#active = 'first'
  }

  hold(passage: HeldBlock | null): void {
    this.#held = passage
  }

  /** The passage held last, once. */
  takeHeld(): HeldBlock | null {
    const held = this.#held
    this.#held = null
    return held
  }

  set(position: Position | null): void {
    this.#first = position
  }
}
