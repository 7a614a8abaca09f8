/**
 * Signs that can't be seen, and letters joined for the eye. Text taken from PDFs and web pages is full of both:
 * `law<U+FEFF>yer` and `re<U+AD>ferral` look whole and are found by no search, `oﬃce` is a word of four letters.
 * Both are read as the letters they show. Signs that change what is seen stay: joiners, which scripts and emoji need,
 * marks of direction beside letters written to the left, and the raised and round letters of `m²` and `①`.
 */

/** https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point, but for joiners, selectors of variants, and what turns the direction around: that is a control character. */
const ignorable =
  /(?![\u200c\u200d\u202a-\u202e\u2066-\u2069\ufe00-\ufe0f\u180b-\u180d\u180f\u{e0100}-\u{e01ef}])\p{Default_Ignorable_Code_Point}|(?<=[\p{Script=Latin}\p{Script=Cyrillic}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu
const anIgnorable = new RegExp(ignorable.source, 'u')
const leftward = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
/** Scripts without blanks, where a blank of no width parts words. */
const withoutBlanks = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A flag of a part of a country is spelled in tags. */
const flag = /\u{1f3f4}[\u{e0020}-\u{e007f}]+/gu

export type Hiding = {
  readonly text: string
  readonly count: number
  /** The first, as `U+FEFF` and its offset in `text`; null if there is none. */
  readonly first: { readonly name: string; readonly offset: number } | null
}

/** The text without the signs that can't be seen. Lines keep their number. */
export function withoutHidden(text: string): Hiding {
  if (!anIgnorable.test(text)) return { text, count: 0, first: null }
  const keepsDirections = leftward.test(text)
  const keepsBreaks = withoutBlanks.test(text)
  const flags = Array.from(text.matchAll(flag), ({ 0: one, index }) => [index, index + one.length] as const)
  let count = 0
  let first: Hiding['first'] = null
  let removed = 0
  const shown = text.replace(ignorable, (sign, offset: number) => {
    if (keepsDirections && /[\u200e\u200f\u061c]/.test(sign)) return sign
    if (keepsBreaks && sign === '\u200b') return sign
    if (flags.some(([start, end]) => offset >= start && offset < end)) return sign
    count++
    first ??= { name: nameOf(sign), offset: offset - removed }
    removed += sign.length
    return ''
  })
  return { text: shown, count, first }
}

const nameOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** Latin letters that are two or three in one: https://www.unicode.org/charts/PDF/UFB00.pdf and digraphs of Latin Extended-B. */
const ligature = /[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06]/g

export const hasLigatures = (text: string): boolean => text.search(ligature) !== -1

/** The text with its joined letters apart, as they are typed. */
export function mendLigatures(text: string): string {
  return text.replace(ligature, (letter) => (letter === '\u0149' ? '’n' : letter.normalize('NFKC')))
}
