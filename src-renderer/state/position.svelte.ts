/** Which section the reader is at: what Print, the contents list and the keys for next and previous mean by “this”. */
import type { SectionAddress } from '../../src-library/model/article.ts'

export type Position = SectionAddress & { readonly pack: string }

/** A passage that is to be shown again when the article's other version is opened. */
type Held = { readonly anchor: string; readonly block: number; readonly top: number }

export class ReadingPosition {
  #held: Held | null = null

  #current = $state.raw<Position | null>(null)

  /** Null where nothing is being read. */
  get current(): Position | null {
    return this.#current
  }

  hold(passage: Held | null): void {
    this.#held = passage
  }

  /** The passage held last, once. */
  takeHeld(): Held | null {
    const held = this.#held
    this.#held = null
    return held
  }

  set(position: Position | null): void {
    this.#current = position
  }
}
