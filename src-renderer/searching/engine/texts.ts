/**
 * The sections' texts that snippets are cut from. Reading and decoding an article is what a key waits for most,
 * so the last ones are kept, as text and not as the tree they were read as.
 */
import type { Article } from '../../../src-library/model/article.ts'
import { textOfBlocks } from '../../../src-library/model/text.ts'

/** By anchor. */
export type SectionTexts = ReadonlyMap<string, string>

/** Characters kept: all of a library of 10,000 sections, 16 MB where letters take one byte. */
const mostCharacters = 16_000_000

type Kept = { readonly texts: Promise<SectionTexts | null>; characters: number }

export class Texts {
  readonly #read: (path: string) => Promise<Article>
  readonly #most: number
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, Kept>()
  #characters = 0

  /** `read` reads an article by its path below the library; it rejects when that can't be done. */
  constructor(read: (path: string) => Promise<Article>, most = mostCharacters) {
    this.#read = read
    this.#most = most
  }

  /** The texts of an article; null when it can't be read: its hits are shown without. */
  of(path: string): Promise<SectionTexts | null> {
    const known = this.#kept.get(path)
    if (known) {
      this.#kept.delete(path)
      this.#kept.set(path, known)
      return known.texts
    }
    const kept: Kept = {
      characters: 0,
      texts: this.#textsOf(path, (characters) => this.#grow(kept, characters)),
    }
    this.#kept.set(path, kept)
    return kept.texts
  }

  async #textsOf(path: string, measured: (characters: number) => void): Promise<SectionTexts | null> {
    try {
      const { sections } = await this.#read(path)
      const texts = new Map(sections.map(({ anchor, blocks }) => [anchor, textOfBlocks(blocks)]))
      measured([...texts.values()].reduce((sum, { length }) => sum + length, 0))
      return texts
    } catch {
      return null
    }
  }

  #grow(kept: Kept, characters: number): void {
    kept.characters = characters
    this.#characters += characters
    for (const [path, oldest] of this.#kept) {
      if (this.#characters <= this.#most) return
      this.#kept.delete(path)
      this.#characters -= oldest.characters
    }
  }
}
