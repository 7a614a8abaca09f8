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

/** What a word is. */
export const wordPattern = new RegExp(
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
  eachWordIn(text, (start, end, position) => {
    words.push({ raw: text.slice(start, end), start, end, position })
  })
  return words
}

/** Calls back for each word of a text in order: for who needs few of them. */
export function eachWordIn(
  text: string,
  found: (start: number, end: number, position: number) => void,
): void {
  let position = -1
  let from = 0
  for (let at = 0; at < text.length;) {
    // No sign or blank of ASCII begins a word, and most words are plain: the pattern is asked about the others.
    if (isSign(text.charCodeAt(at))) {
      at += 1
      continue
    }
    let start = at
    let end = plainWordEnd(text, at)
    if (end === -1) {
      wordPattern.lastIndex = at
      const match = wordPattern.exec(text)
      if (match === null) return
      start = match.index
      end = start + match[0].length
    }
    position += 1
    if (position > 0 && breaksBetween(text, from, start)) position += gap
    found(start, end, position)
    from = end
    at = end
  }
}

/**
 * Where a word of letters and digits of ASCII ends that begins here with a letter, -1 if it may be none: what follows is no sign
 * of ASCII, or one that may belong to it, an apostrophe or the point of an initial.
 */
function plainWordEnd(text: string, start: number): number {
  if (!isLetter(text.charCodeAt(start))) return -1
  let end = start + 1
  while (end < text.length && !isSign(text.charCodeAt(end)) && text.charCodeAt(end) < 128) end++
  if (end === text.length) return end
  const next = text.charCodeAt(end)
  const mayGoOn = next > 127 || next === apostrophe || next === graveAccent
  return mayGoOn || (next === point && end === start + 1) ? -1 : end
}

const apostrophe = 39
const point = 46
const graveAccent = 96

const isLetter = (code: number): boolean => (code > 96 && code < 123) || (code > 64 && code < 91)

/** Of ASCII, and neither letter nor digit. */
const isSign = (code: number): boolean => code < 128 && !isLetter(code) && (code < 48 || code > 57)

function breaksBetween(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10) return true
  return false
}
