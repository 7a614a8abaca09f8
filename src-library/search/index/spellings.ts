/**
 * How words are written: the dictionary completes and corrects folded forms, `siginacaq`, and a reader is shown
 * `sığınacaq`. Of every surface form that is mostly written with other letters than its folded ones:
 *
 *   ordinal of the form      LEB128, less that of the form before
 *   for each such letter     its place in the word, and 64 more with the last one; its number among `letters`
 *
 * Asked for the few words on screen, so it is read from the start each time.
 */
import { ByteReader, ByteWriter } from './bytes.ts'

/** As many as a byte has room for beside the sign of the last; words are no longer, see words.ts. */
const lastLetter = 64

export type PackedSpellings = { readonly bytes: Uint8Array; readonly letters: string }

/** `written`: of each surface form, by its ordinal, how it is mostly written; the form itself where folding changes nothing. */
export function packSpellings(surfaces: readonly string[], written: readonly string[]): PackedSpellings {
  const others = surfaces.map((surface, ordinal) => lettersOf(surface, written[ordinal] ?? surface))
  const letters = [...new Set(others.flat().map(({ letter }) => letter))].sort()
  const numbers = new Map(letters.map((letter, number) => [letter, number]))
  const writer = new ByteWriter()
  let before = 0
  others.forEach((own, ordinal) => {
    if (own.length === 0) return
    writer.varint(ordinal - before)
    before = ordinal
    own.forEach(({ place, letter }, i) => {
      writer.byte(i === own.length - 1 ? place + lastLetter : place)
      writer.varint(numbers.get(letter) ?? 0)
    })
  })
  return { bytes: writer.take(), letters: letters.join('') }
}

type Letter = { readonly place: number; readonly letter: string }

/** Where a word is written otherwise; nothing where it has another length so, as *ß* for *ss*. */
function lettersOf(surface: string, written: string): Letter[] {
  if (surface.length !== written.length || surface.length > lastLetter || /[\ud800-\udfff]/.test(written))
    return []
  return [...written].flatMap((letter, place) => (letter === surface[place] ? [] : [{ place, letter }]))
}

export class Spellings {
  readonly #bytes: Uint8Array
  readonly #letters: readonly string[]

  constructor({ bytes, letters }: PackedSpellings) {
    this.#bytes = bytes
    this.#letters = [...letters]
  }

  /** A surface form as it is mostly written. */
  of(ordinal: number, surface: string): string {
    const reader = new ByteReader(this.#bytes)
    const word = [...surface]
    let at = 0
    while (reader.at < this.#bytes.length) {
      at += reader.varint()
      if (at > ordinal) break
      for (let isLast = false; !isLast && reader.at < this.#bytes.length;) {
        const place = this.#bytes[reader.at++] as number
        isLast = place >= lastLetter
        const letter = this.#letters[reader.varint()]
        const own = place % lastLetter
        if (at === ordinal && letter !== undefined && own < word.length) word[own] = letter
      }
      if (at === ordinal) break
    }
    return word.join('')
  }
}
