/**
 * Words of a text, with their place. Letters of any script, digits, marks; an
 * apostrophe joins (`Azerbaijan's` is one word), a hyphen does not, but between
 * digits: `144-1` is one number, because that is how an article of law is called.
 */

export type Word = {
  /** As written. */
  readonly raw: string
  /** `[start, end)` in the text. */
  readonly start: number
  readonly end: number
  /** Ordinal in the text; a line feed leaves a gap, so that no phrase reaches across two blocks. */
  readonly position: number
}

/** Positions a line feed skips. */
const gap = 3

/** Longer words are cut: nobody types them, and the dictionary keeps lengths in a byte. */
export const longestWord = 64

const pattern = new RegExp(
  [
    // Initials: U.S., and N.B. without the last point.
    String.raw`(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?(?![\p{L}\p{N}])`,
    // 26,916 with a comma or a space that does not break.
    String.raw`(?<![\p{L}\p{N}])\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\p{L}\p{N}])`,
    // 144-1 and 2.5, but not 2015-2023 or 2016-03-01: a year is searched by itself.
    String.raw`(?<![\p{L}\p{N}]|\d{4}[-\u2010\u2011])(?!\d{4}[-\u2010\u2011])\d+(?:[-.\u2010\u2011]\d+)+(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*(?:['’ʼ‘ʹ\u00b4\u0060][\p{L}][\p{L}\p{N}\p{M}]*)*`,
  ].join('|'),
  'gu',
)

/** The words of a text in order. */
export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  let position = -1
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const start = match.index
    position += 1
    if (words.length > 0 && breaksBetween(text, from, start)) position += gap
    words.push({ raw, start, end: start + raw.length, position })
    from = start + raw.length
  }
  return words
}

function breaksBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true
  return false
}
