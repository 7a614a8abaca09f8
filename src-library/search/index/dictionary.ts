/**
 * A sorted dictionary, front-coded: a word is its ordinal, and is stored as how
 * many bytes it shares with the word before it and the bytes that follow. Every
 * sixteenth word is whole, so that any word is found by halving. Because words
 * are sorted by their bytes, a beginning is a range of ordinals, and all words
 * within an edit distance are found in one walk that shares its rows along
 * common beginnings.
 *
 *   head of a block   length, bytes
 *   the other 15      shared, length of the rest, bytes
 */
import type { Alphabet } from '../words/alphabet.ts'
import { EditTable } from '../words/edits.ts'
import { ByteWriter } from './bytes.ts'

const blockSize = 16
/** A word's bytes: `longestWord` characters of three bytes at most. */
const longestEntry = 256
/** A word that is sought, longer by a character than any that is found; and the word that is read. One of each for all. */
const sought = new Uint16Array(longestEntry + 4)
const read = new Uint8Array(longestEntry)
/** After every code. */
const afterAll = 0x100

export type DictionaryBytes = { readonly blocks: Uint32Array; readonly bytes: Uint8Array }

/** Packs words that are sorted by their encoded form and distinct. */
export function packDictionary(encoded: readonly string[]): DictionaryBytes {
  const writer = new ByteWriter()
  const blocks = new Uint32Array(Math.ceil(encoded.length / blockSize))
  let previous = ''
  encoded.forEach((word, ordinal) => {
    let shared = 0
    if (ordinal % blockSize === 0) blocks[ordinal / blockSize] = writer.length
    else {
      while (shared < previous.length && previous.charCodeAt(shared) === word.charCodeAt(shared)) shared++
      writer.byte(shared)
    }
    writer.byte(word.length - shared)
    for (let i = shared; i < word.length; i++) writer.byte(word.charCodeAt(i))
    previous = word
  })
  return { blocks, bytes: writer.take() }
}

export class Dictionary {
  readonly size: number
  readonly alphabet: Alphabet
  readonly #blocks: Uint32Array
  readonly #bytes: Uint8Array

  constructor(size: number, packed: DictionaryBytes, alphabet: Alphabet) {
    this.size = size
    this.alphabet = alphabet
    this.#blocks = packed.blocks
    this.#bytes = packed.bytes
  }

  /** The word's ordinal, or -1. */
  find(word: string): number {
    return Math.max(this.#seek(this.alphabet.encodeInto(sought, word)), -1)
  }

  /** Ordinals `[from, to)` of the words that begin so. */
  range(beginning: string): { readonly from: number; readonly to: number } {
    const length = this.alphabet.encodeInto(sought, beginning)
    const from = this.#lowerBound(length)
    if (length === sought.length) return { from, to: from }
    // This sorts after every word that begins so.
    sought[length] = afterAll
    return { from, to: this.#lowerBound(length + 1) }
  }

  /** Calls back for each word in order: quicker than `wordAt`, which begins at the head of its block. */
  forEach(found: (word: string) => void): void {
    const bytes = this.#bytes
    let at = 0
    for (let ordinal = 0; ordinal < this.size; ordinal++) {
      const shared = ordinal % blockSize === 0 ? 0 : (bytes[at++] as number)
      const rest = bytes[at++] as number
      for (let k = 0; k < rest; k++) read[shared + k] = bytes[at + k] as number
      at += rest
      found(this.alphabet.decode(read, shared + rest))
    }
  }

  wordAt(ordinal: number): string {
    const bytes = this.#bytes
    let at = this.#blocks[ordinal >> 4] ?? 0
    let length = 0
    for (let i = 0; i <= ordinal % blockSize; i++) {
      const shared = i === 0 ? 0 : (bytes[at++] as number)
      const rest = bytes[at++] as number
      for (let k = 0; k < rest; k++) read[shared + k] = bytes[at + k] as number
      at += rest
      length = shared + rest
    }
    return this.alphabet.decode(read, length)
  }

  /** Calls back for every word within `limit` edits of this one (`words/edits.ts`). */
  near(word: string, limit: number, found: (ordinal: number, distance: number) => void): void {
    const target = this.alphabet.encodeLoosely(word)
    const width = target.length + 1
    const table = new EditTable(target, limit, longestEntry)
    const bytes = this.#bytes
    const { letters } = table
    let at = 0
    let length = 0
    // Rows up to this depth are those of `letters`. Below `dead`, nothing can come near any more: letters
    // that are stepped over there are not read again, so they need not be copied.
    let known = 0
    let dead = longestEntry + 1
    for (let ordinal = 0; ordinal < this.size; ordinal++) {
      const head = ordinal % blockSize === 0
      if (head && dead <= longestEntry && this.#begins(ordinal >> 4, letters, dead)) {
        const block = ordinal >> 4
        length = dead
        // Words are sorted: where the next block begins so, all of this one does.
        if (this.#begins(block + 1, letters, dead)) {
          at = this.#blocks[block + 1] as number
          ordinal += blockSize - 1
          continue
        }
      }
      let shared = head ? 0 : (bytes[at++] as number)
      const rest = bytes[at++] as number
      const next = at + rest
      if (head) {
        const most = Math.min(rest, length)
        while (shared < most && letters[shared] === bytes[at + shared]) shared++
        at += shared
      }
      length = head ? rest : shared + rest
      if (shared < dead) {
        for (let i = shared; i < length; i++) letters[i] = bytes[at++] as number
        dead = longestEntry + 1
        if (known > shared) known = shared
        while (known < length && dead > longestEntry) {
          known += 1
          if (table.fill(known) > limit) dead = known
        }
        if (dead > longestEntry) {
          const distance = Math.abs(known - width + 1) > limit ? Infinity : table.distance(known)
          if (distance <= limit) found(ordinal, distance)
        }
      }
      at = next
    }
  }

  /** Whether the first word of a block begins with so many of these letters. */
  #begins(block: number, letters: Uint16Array, count: number): boolean {
    if (block >= this.#blocks.length) return false
    const at = this.#blocks[block] as number
    if ((this.#bytes[at] as number) < count) return false
    for (let i = 0; i < count; i++) if (this.#bytes[at + 1 + i] !== letters[i]) return false
    return true
  }

  /** The first ordinal whose word is not before the one that is sought. */
  #lowerBound(length: number): number {
    const found = this.#seek(length)
    return found >= 0 ? found : -2 - found
  }

  /** The ordinal of the word that is sought, of so many codes; −2 less the first ordinal after it where it is not there. */
  #seek(length: number): number {
    const bytes = this.#bytes
    let low = 0
    let high = this.#blocks.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#isHeadAfter(middle, length)) high = middle
      else low = middle + 1
    }
    if (low === 0) return -2
    const first = (low - 1) * blockSize
    const end = Math.min(first + blockSize, this.size)
    let at = this.#blocks[low - 1] as number
    // Codes of the word before that are those sought. It came before the one sought, so a word that shares more with
    // it comes before, too, and one that shares less comes after: only one that shares as much need be looked at.
    let same = 0
    for (let ordinal = first; ordinal < end; ordinal++) {
      const shared = ordinal === first ? 0 : (bytes[at++] as number)
      const rest = bytes[at++] as number
      if (shared < same) return -2 - ordinal
      if (shared === same) {
        const most = Math.min(shared + rest, length)
        const from = at - shared
        while (same < most && bytes[from + same] === sought[same]) same++
        if (same === length) return shared + rest === length ? ordinal : -2 - ordinal
        if (same < most && (bytes[from + same] as number) > (sought[same] as number)) return -2 - ordinal
      }
      at += rest
    }
    return -2 - end
  }

  /** Whether the first word of a block comes after the one that is sought. */
  #isHeadAfter(block: number, length: number): boolean {
    const at = (this.#blocks[block] as number) + 1
    const own = this.#bytes[at - 1] as number
    const common = Math.min(own, length)
    for (let i = 0; i < common; i++) {
      const difference = (this.#bytes[at + i] as number) - (sought[i] as number)
      if (difference !== 0) return difference > 0
    }
    return own > length
  }
}
