/**
 * The sections' texts, from which snippets are cut, in one file beside the index: `search/texts.bin`. Read with the
 * index, a snippet needs no article and no request; a section's text is unpacked when it is shown, and not kept.
 *
 *   meta     checksum of the index it belongs to; how many pieces there are; the steps of their numbers
 *   pieces   by number, each with a zero after it; one that is no word begins with `betweenWords`
 *   starts   where each section's text begins, by the section's number, and where the last one ends
 *   texts    numbers of pieces: see wordcode.ts
 */
import type { Article } from '../../model/article.ts'
import { failure, success, type Outcome } from '../../model/outcome.ts'
import { textOfBlocks } from '../../model/text.ts'
import { withoutUnwanted } from '../../model/controlcharacters.ts'
import { ByteWriter } from './bytes.ts'
import { checksumIn, readContainer, writeContainer, type ContainerFailure } from './container.ts'
import { words } from './sections.ts'
import { codeOf, isWord, roomOf, stepsFor, writtenPieces, type Steps } from './wordcode.ts'

/** Raised whenever a reader of the version before could misunderstand. */
const textsVersion = 1

/** FSHT */
const kind = {
  magic: 0x54485346,
  version: textsVersion,
  parts: ['meta', 'pieces', 'starts', 'texts'],
} as const

export type TextsFailure = ContainerFailure

/** Bytes of a text in UTF-8, about. In a section as long as a book, later text is in no snippet. */
const longestText = 2 ** 20

/** Neither occurs in any text: see `withoutUnwanted`. */
const endOfPiece = 0
const betweenWords = 1
const blank = 32

/** The texts of the articles' sections. `index` is the index of the same articles. The same articles give the same bytes. */
export function packTexts(articles: readonly Article[], index: Uint8Array): Uint8Array {
  const { pieces, texts } = numbered(
    articles.flatMap(({ sections }) =>
      sections.map(({ blocks }) => withoutUnwanted(textOfBlocks(blocks)).text),
    ),
  )
  const order = [...pieces].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
  const steps = stepsFor(order.map(({ count }) => count))
  const codes: (readonly number[])[] = []
  order.forEach(({ number }, place) => (codes[number] = codeOf(place, steps)))
  const starts = new Uint32Array(texts.length + 1)
  const packed = new ByteWriter()
  texts.forEach((text, section) => {
    for (const piece of text) for (const byte of codes[piece] ?? []) packed.byte(byte)
    starts[section + 1] = packed.length
  })
  const meta = Uint32Array.of(checksumIn(index), order.length, steps.one, steps.two)
  return writeContainer(kind, {
    meta: new Uint8Array(meta.buffer),
    pieces: packPieces(order.map(({ text }) => text)),
    starts: new Uint8Array(starts.buffer),
    texts: packed.take(),
  })
}

/** A piece of texts; pieces are numbered as they are met. */
type Piece = { readonly text: string; readonly number: number; count: number }

/** The pieces of texts, and each text as their numbers. */
function numbered(texts: readonly string[]): {
  readonly pieces: readonly Piece[]
  readonly texts: readonly Uint32Array[]
} {
  const pieces = new Map<string, Piece>()
  const inNumbers = texts.map((text) =>
    Uint32Array.from(writtenPieces(text), (written) => {
      let piece = pieces.get(written)
      if (!piece) pieces.set(written, (piece = { text: written, number: pieces.size, count: 0 }))
      piece.count += 1
      return piece.number
    }),
  )
  return { pieces: [...pieces.values()], texts: inNumbers }
}

function packPieces(pieces: readonly string[]): Uint8Array {
  const encoder = new TextEncoder()
  const writer = new ByteWriter()
  for (const piece of pieces) {
    if (!isWord(piece)) writer.byte(betweenWords)
    writer.append(encoder.encode(piece))
    writer.byte(endOfPiece)
  }
  return writer.take()
}

/** Reads the texts. Refuses a file that is cut, changed, of another version, or that belongs to another index. */
export function loadTexts(bytes: Uint8Array, index: Uint8Array): Outcome<SectionTexts, TextsFailure> {
  const parts = readContainer(kind, bytes)
  if (!parts.ok) return parts
  const { meta, pieces, starts, texts } = parts.value
  const [owner, count = 0, one = 0, two = 0] = words(meta)
  const steps = { one, two }
  if (owner !== checksumIn(index) || one > two || two > 256 || count > roomOf(steps))
    return failure({ kind: 'damaged' })
  return success(new SectionTexts({ pieces, starts: words(starts), texts }, count, steps))
}

type Tables = { readonly pieces: Uint8Array; readonly starts: Uint32Array; readonly texts: Uint8Array }

export class SectionTexts {
  readonly #tables: Tables
  readonly #steps: Steps
  /** Where each piece begins, and where the last one ends. */
  readonly #begins: Uint32Array
  #unpacked = new Uint8Array(4096)

  constructor(tables: Tables, pieces: number, steps: Steps) {
    this.#tables = tables
    this.#steps = steps
    this.#begins = beginsOf(tables.pieces, pieces)
  }

  /** The text of a section, by its number in the index; empty for one that has none. */
  of(section: number): string {
    const { starts } = this.#tables
    const bytes = this.#unpack(starts[section] ?? 0, starts[section + 1] ?? 0)
    // Snippets come from here alone, so characters that must not be shown are removed as they are read.
    return withoutUnwanted(decoder.decode(bytes)).text
  }

  /** Bytes in UTF-8, from the codes in a range; those of a file made by an enemy end where they get too long. */
  #unpack(from: number, to: number): Uint8Array {
    const { texts, pieces } = this.#tables
    const { one, two } = this.#steps
    const begins = this.#begins
    const end = Math.min(to, texts.length)
    let length = 0
    let afterWord = false
    for (let at = from; at < end && length < longestText;) {
      let number = texts[at++] as number
      if (number >= two)
        number =
          one + (two - one) * 256 + (((number - two) << 16) | ((texts[at++] ?? 0) << 8) | (texts[at++] ?? 0))
      else if (number >= one) number = one + (((number - one) << 8) | (texts[at++] ?? 0))
      let begin = begins[number] ?? 0
      const stop = Math.min((begins[number + 1] ?? 1) - 1, begin + longestText)
      const word = pieces[begin] !== betweenWords
      if (!word) begin += 1
      this.#reserve(length + stop - begin + 1)
      const to = this.#unpacked
      if (word && afterWord) to[length++] = blank
      afterWord = word
      while (begin < stop) to[length++] = pieces[begin++] as number
    }
    return this.#unpacked.subarray(0, Math.min(length, longestText))
  }

  #reserve(length: number): void {
    if (length <= this.#unpacked.length) return
    const larger = new Uint8Array(length * 2)
    larger.set(this.#unpacked)
    this.#unpacked = larger
  }
}

const decoder = new TextDecoder()

function beginsOf(pieces: Uint8Array, count: number): Uint32Array {
  const begins = new Uint32Array(Math.min(count, pieces.length) + 1)
  let number = 0
  for (let at = 0; at < pieces.length && number < begins.length - 1; at++)
    if (pieces[at] === endOfPiece) begins[++number] = at + 1
  // What an enemy numbered and did not write is nothing at all.
  return begins.fill(begins[number] ?? 0, number)
}
