/** Which section the reader is at: what Print, the contents list and the keys for next and previous mean by “this”. */
import type { SectionAddress } from '../../src-library/model/article.ts'

export type Position = SectionAddress & { readonly pack: string }

export class ReadingPosition {
  #current = $state.raw<Position | null>(null)

  /** Null where nothing is being read. */
  get current(): Position | null {
    return this.#current
  }

  set(position: Position | null): void {
    this.#current = position
  }
}
