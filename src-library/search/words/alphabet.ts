/**
 * One byte a letter: a dictionary knows which characters its words are made of,
 * and gives each a code, so that words compare, share beginnings and are corrected
 * byte by byte, in any script. Characters past the first 250 (a dictionary
 * of Han, say) take three bytes: correct, only longer.
 *
 * Encoded words are strings of codes 0 to 255, because JavaScript orders strings
 * by code unit: their order is the order of their bytes.
 */
import { withoutUnwanted } from '../../model/controlcharacters.ts'

/** Code units below this, of the scripts that most words are in, are looked up without hashing. */
const commonUnits = 0x600

/** In a query, a character that no word holds: equal to nothing. */
export const unknownCode = 0
const escape = 255
const singles = 250

export class Alphabet {
  /** Single-byte characters, in order of their codes, which start at 1. */
  readonly letters: string
  /** By code unit; 0 where a character has no code of its own. */
  readonly #common = new Uint8Array(commonUnits)
  readonly #others = new Map<number, number>()

  constructor(letters: string) {
    this.letters = letters
    for (let i = 0; i < letters.length; i++) {
      const unit = letters.charCodeAt(i)
      if (unit < commonUnits) this.#common[unit] = i + 1
      else this.#others.set(unit, i + 1)
    }
  }

  /** The alphabet of these words: their most frequent characters, in order of code unit. */
  static of(words: Iterable<string>): Alphabet {
    const counts = new Map<string, number>()
    for (const word of words) {
      for (let i = 0; i < word.length; i++) {
        const letter = word.charAt(i)
        counts.set(letter, (counts.get(letter) ?? 0) + 1)
      }
    }
    const byFrequency = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    return new Alphabet(
      byFrequency
        .slice(0, singles)
        .map(([letter]) => letter)
        .sort()
        .join(''),
    )
  }

  encode(word: string): string {
    const codes = new Uint16Array(word.length * 3)
    return String.fromCharCode(...codes.subarray(0, this.encodeInto(codes, word)))
  }

  /** Writes a word's codes, at most three a character, as far as there is room; answers how many they are. */
  encodeInto(codes: Uint16Array, word: string): number {
    let length = 0
    for (let i = 0; i < word.length && length + 3 <= codes.length; i++) {
      const unit = word.charCodeAt(i)
      const code = this.#codeOf(unit)
      if (code !== unknownCode) codes[length++] = code
      else {
        codes[length++] = escape
        codes[length++] = unit >> 8
        codes[length++] = unit & 255
      }
    }
    return length
  }

  #codeOf(unit: number): number {
    return unit < commonUnits ? (this.#common[unit] as number) : (this.#others.get(unit) ?? unknownCode)
  }

  /** As `encode`, for comparing with words at a distance: one code a character, whatever it is. */
  encodeLoosely(word: string): Uint8Array {
    const codes = new Uint8Array(word.length)
    for (let i = 0; i < word.length; i++) codes[i] = this.#codeOf(word.charCodeAt(i))
    return codes
  }

  decode(bytes: Uint8Array, length: number): string {
    let word = ''
    for (let i = 0; i < length; i++) {
      const code = bytes[i] ?? 0
      if (code === escape) {
        // Half of a pair is no fault here: the other half follows.
        const letter = String.fromCharCode(((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0))
        word += isHalf(letter) ? letter : withoutUnwanted(letter).text
        i += 2
      } else word += this.letters.charAt(code - 1)
    }
    return word
  }
}

const isHalf = (letter: string): boolean => /[\ud800-\udfff]/.test(letter)
