/**
 * Text as numbers of its words: a library says most words again and again, so each is written once, the most
 * frequent first, and a text is the numbers of its words in one, two or three bytes. About a third of the text's
 * own bytes, and a section is read by itself, with no block around it to unpack.
 *
 * A text is words and separators, in turn. A single space between words is implied and not
 * stored. (Dense codes of words, after Brisaboa, Fariña, Navarro and Paramá, “Lightweight natural
 * language text compression”, 2007; words without blanks, after de Moura, Navarro, Ziviani and Baeza-Yates, 2000.)
 *
 *   first byte      below `one`     the number itself
 *                   below `two`     with the next byte
 *                   others          with the next two
 */

/** The pieces of a text: words and separators. Joined they are the text. */
export const piecesOf = (text: string): string[] =>
  text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []

/** Whether a piece is a word. */
export const isWord = (piece: string): boolean => /^[\p{L}\p{N}\p{M}]/u.test(piece)

/** A text's pieces but for the blanks that go without saying. */
export const writtenPieces = (text: string): string[] =>
  // No text begins or ends with such a blank: they part two words.
  piecesOf(text).filter((piece, at, all) => piece !== ' ' || at === 0 || at === all.length - 1)

/** From which first byte on a number has two bytes, and three. */
export type Steps = { readonly one: number; readonly two: number }

/** How many numbers there are. */
export const roomOf = ({ one, two }: Steps): number => one + (two - one) * 256 + (256 - two) * 65_536

/** The steps by which texts become shortest. `frequencies` are those of the numbers, in order; at most 2^24 of them. */
export function stepsFor(frequencies: readonly number[]): Steps {
  const before = new Float64Array(frequencies.length + 1)
  frequencies.forEach((frequency, at) => (before[at + 1] = (before[at] as number) + frequency))
  const upTo = (number: number): number => before[Math.min(number, frequencies.length)] as number
  let best: Steps = { one: 0, two: 0 }
  let least = Infinity
  for (let one = 0; one <= 256; one++) {
    let two = 256
    while (two > one && roomOf({ one, two }) < frequencies.length) two--
    if (roomOf({ one, two }) < frequencies.length) break
    // Every piece has one byte; those past the first step a second, those past the next a third.
    const bytes = upTo(Infinity) * 3 - upTo(one) - upTo(one + (two - one) * 256)
    if (bytes < least) [best, least] = [{ one, two }, bytes]
  }
  if (least === Infinity) throw new RangeError(`${frequencies.length} words are more than can be numbered`)
  return best
}

/** The bytes of a number. */
export function codeOf(number: number, { one, two }: Steps): readonly number[] {
  if (number < one) return [number]
  const second = number - one
  if (second < (two - one) * 256) return [one + (second >>> 8), second & 255]
  const third = second - (two - one) * 256
  return [two + (third >>> 16), (third >>> 8) & 255, third & 255]
}
