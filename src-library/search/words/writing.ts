/**
 * Ways to write the same thing. One table for building, asking, marking, suggesting, answering
 * and finding in a page. What a word means (stems, synonyms, corrections) is not here: that belongs to search alone.
 *
 *   invisible signs          nothing        soft hyphen, zero-width blanks and joiners, direction marks, U+FEFF
 *   hyphens, short dashes    -              ‐ ‑ ‒ – −
 *   long dashes              —              ― (they join no words; between digits they are hyphens)
 *   blanks that don't break  U+00A0         thin, figure and narrow blanks
 *   apostrophes              '              ’ ‘ ʼ ʻ ′ `
 *   quotes                   "              “ ” „ « » ‹ ›
 *   compatibility letters    their letters  ﬃ → ffi, ２ → 2, Ⅷ → VIII; ① stands alone
 *   fractions                1/2            ½ 1⁄2; 2½ is 2 1/2
 *   degrees                  °C             ℃
 *   raised digits            144¹ → 144-1   m² → m2; after a word they are a note's sign and stand alone
 *   ǝ Ǝ ɘ ∂                  ə Ə            ә is mended with the other Cyrillic look-alikes, see fold.ts
 *
 * How numbers and telephone numbers are written is in numbers.ts, joined words are in words.ts.
 */

/** Sets of signs, each to be put into a character class of a pattern with the flag `u` or `v`. */
export const signs = {
  invisible: String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}`,
  hyphens: String.raw`\-\u2010-\u2013\u2027\u2043\u2212\ufe63\uff0d`,
  longDashes: String.raw`\u2014\u2015\u2e3a\ufe58`,
  fixedBlanks: String.raw`\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000`,
  apostrophes: String.raw`'\u2018\u2019\u201b\u02b9\u02bb-\u02bf\u02c8\u2032\u2035\u00b4\u0060\ua78c\uff07`,
  quotes: String.raw`"\u201c-\u201f\u00ab\u00bb\u2033\u2036\u2039\u203a\u301d-\u301f\uff02`,
} as const

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [sign, String(digit)]),
)

/** Signs that are written as one other sign, and so keep every place of the text. */
const classes: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`[${signs.hyphens}]`, 'gu'), '-'],
  [new RegExp(`[${signs.longDashes}]`, 'gu'), '—'],
  [new RegExp(`[${signs.fixedBlanks}]`, 'gu'), '\u00a0'],
  [new RegExp(`[${signs.apostrophes}]`, 'gu'), "'"],
  [new RegExp(`[${signs.quotes}]`, 'gu'), '"'],
  [/[\u2044\u2215]/g, '/'],
  [/[\u01dd\u0258\u2202]/g, 'ə'],
  [/\u018e/g, 'Ə'],
]

/** Signs that equal others by look or meaning: ligatures, full-width forms, letters in a frame. */
const compatible = String.raw`\u00aa\u00b2\u00b3\u00b9\u00ba\u00bc-\u00be\u0132\u0133\u013f\u0140\u00b5\u0149\u017f\u01c4-\u01cc\u01f1-\u01f3\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d9b-\u1dbf\u2070-\u209c\u2102-\u2115\u2119-\u211d\u2124\u2128\u212a-\u2139\u2145-\u2149\u2150-\u2189\u2460-\u24ff\u2776-\u2793\u3200-\u33ff\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff5e\u{1d400}-\u{1d7ff}`

const plainAscii = /^[\x20-\x5f\x61-\x7e\n\t]*$/
const isSpecial = new RegExp(
  `[${Object.values(signs).join('')}${compatible}\u01dd\u018e\u0258\u2202\u2044\u2215]`,
  'u',
)
/** Signs among them stay signs, but for those that are read in plain writing wherever they stand, see `movesBorders`. */
const isCompatible = new RegExp(
  `^(?=[\\p{L}\\p{N}\\u2103\\u2109\\u3300-\\u33ff\\uff01-\\uff5e])[${compatible}]`,
  'u',
)
const letterWithMarks = /\P{M}\p{M}*|\p{M}+/gsu
const invisible = new RegExp(`[${signs.invisible}]`, 'gu')
/** Numbers in a circle, in brackets or with a point, as marks of a list; units in one square. */
/** ½ as one sign; the 1/ of ⅟ waits for its other half. */
const fraction = /^[\u00bc-\u00be\u2150-\u215f\u2189]/
const isEnclosed = /^[\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]/

/** A text in its plain writing, and where each unit of it came from: `[from, to)` in the text as it was. */
export type PlainText = {
  readonly text: string
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Writes a text plainly. Letters keep their marks and their size. */
export function plainly(text: string): PlainText {
  let written = ''
  const from: number[] = []
  const to: number[] = []
  let at = 0
  let last = ''
  for (const [letter] of text.matchAll(letterWithMarks)) {
    const next = at + letter.length
    const plainLetter = plainSign(letter, written, last)
    if (plainLetter !== '') last = letter.slice(-1)
    for (let unit = 0; unit < plainLetter.length; unit++) {
      from.push(at)
      to.push(next)
    }
    written += plainLetter
    at = next
  }
  return { text: written, from, to }
}

/** The plain writing of a text. */
export function plain(text: string): string {
  if (plainAscii.test(text)) return text
  return isSpecial.test(text) ? plainly(text).text : text.normalize('NFC')
}

/** `written` is the text before it, in plain writing; `last` is the visible sign before it, as it was. */
function plainSign(seen: string, written: string, last: string): string {
  // What follows a fraction is a word of its own.
  if (fraction.test(last) && /^[\p{L}\p{N}]/u.test(seen)) return ` ${plainSign(seen, written, '')}`
  if (plainAscii.test(seen)) return seen
  const letter = seen.replace(invisible, '')
  const digit = raised[letter]
  if (digit !== undefined) {
    if (last in raised) return digit
    if (/\d$/.test(written)) return `-${digit}`
    return /[\p{L}\p{M}]{3}$/u.test(written) ? ` ${digit}` : digit
  }
  if (fraction.test(letter)) {
    const plainLetter = letter.normalize('NFKC').replace('\u2044', '/')
    return /[\p{L}\p{M}\p{N}]$/u.test(written) ? ` ${plainLetter}` : plainLetter
  }
  if (isEnclosed.test(letter)) return ` ${letter.normalize('NFKC')} `
  const compatible = isCompatible.test(letter) ? letter.normalize('NFKC') : ''
  // Some Arabic letters are marks on a blank by their decomposition: no letter would be left of the word.
  const composed =
    compatible !== '' && (/[\p{L}\p{N}]/u.test(compatible) || !/\p{L}/u.test(letter))
      ? compatible
      : letter.normalize('NFC')
  return classes.reduce((sign, [pattern, other]) => sign.replace(pattern, other), composed)
}

/** Signs that move the borders of words, or lie inside a number: a text that holds any is read in its plain writing. */
const movesBorders = new RegExp(
  `[${signs.invisible}\\u2202\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2044\\u2070-\\u2089\\u2103\\u2109\\u2150-\\u215f\\u2189\\u2215\\u2460-\\u24ff\\u2776-\\u2793\\u3200-\\u33ff\\uff01-\\uff5e]`,
  'u',
)

/** Whether words can't be told in a text before it is written plainly. */
export const needsPlainWriting = (text: string): boolean => movesBorders.test(text)
