/**
 * How numbers are written, so that every way finds every other.
 *
 *   13 000  13,000  13.000  13’000     13000       thousands by any sign; by a plain blank both ways are kept
 *   12,5  12.5                         12.5
 *   144-1  144–1  144¹  144 - 1        144-1       an article of law: the second number is not larger than the first
 *   1/2  ½                             1/2         a fraction, and 24/7; its two numbers as well
 *   № 5  No. 5  N 5  Nr. 5             5           the sign is no word
 *   1-52  1-5-2  1 52                  152         a question that is only that: a short number as people say it
 *   14–17  10,000–15,000  144-1–144-3  two words   a range: each end is searched by itself
 *   USD13,000  13,000AZN  2,5x         two words   letters that are glued to a number with signs in it
 *   +994 12 490 12 34  0124901234      994124901234, and 4901234, which people dial without the rest
 *
 * `144.1`, paragraph 1 of article 144, is another number than `144-1`, article 144¹, and stays one.
 */
import { plain, signs } from './writing.ts'

const blank = `[ ${signs.fixedBlanks}]`
const dash = `[${signs.hyphens}${signs.longDashes}]`
const apostrophe = `[${signs.apostrophes}]`
/** No letter and no digit follows: it is all of the number. */
const end = String.raw`(?![\p{L}\p{N}])`
/** A number with a sign in it ends before letters, which are glued to it, and before a dash, which makes a range. */
const endsWithSign = String.raw`(?!\p{N}|[.,]\d)`
const endsHere = `${end}(?!(?:[.,]|${dash})\\d)`

const sticky = (source: string): RegExp => new RegExp(source, 'uy')

/** Other signs between thousands, and another sign before decimals: of Swiss, Arabic and older English texts, and of programs. */
const rareSigns = '\u00b7\u02d9\u066c_'
const rareDecimals = '\u00b7\u066b'

const thousands = (sign: string): string =>
  `[1-9]\\d{0,2}(?:${sign}\\d{3})+(?:[.,${rareDecimals}]\\d+)?${endsWithSign}`
const grouped = [
  sticky(`[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d+)?${endsWithSign}`),
  sticky(`[1-9]\\d{0,2}(?:\\.\\d{3})+(?:,\\d+)?${endsWithSign}`),
  // 1,00,000, as in India.
  sticky(`[1-9]\\d?(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?${endsWithSign}`),
  sticky(thousands(apostrophe)),
  sticky(thousands(`[${signs.fixedBlanks}]`)),
  sticky(thousands(`[${rareSigns}]`)),
]
/** `12 144-1` is article 144-1 behind another number; `5 000-6 000` is a range. */
const groupedByBlanks = sticky(`${thousands(' ')}(?! \\d|${dash}\\d{1,2}(?!\\d| \\d{3}(?!${dash})))`)
const decimal = sticky(`\\d+[.,${rareDecimals}]\\d+${endsWithSign}`)
const twoYears = /^\d{4},\d{4}$/
const dotted = sticky(String.raw`\d+(?:\.\d+){2,}${end}`)
const dashed = sticky(`(\\d+)${dash}(\\d+)(?:\\.\\d+)*(?:${endsHere}|(?=${dash}\\d+${dash}\\d+${endsHere}))`)
const dashedWithBlanks = sticky(`(\\d{1,3})(?:${blank}${dash}${blank}?|${dash}${blank})(\\d{1,3})${endsHere}`)
const digits = sticky(String.raw`\d+`)
const fraction = sticky(String.raw`\d{1,3}/\d{1,3}(?![\p{L}\p{N}/]|[.,]\d)`)
const afterYear = new RegExp(`\\d{4}${dash}$`, 'u')

export type FoundNumber = {
  /** Where the words that the number is made of lie. Most numbers are one word. */
  readonly words: readonly (readonly [start: number, end: number])[]
  /** What else the words are together, in canonical writing; empty where they are one word or no more than that. */
  readonly joined: readonly string[]
}

/**
 * The number that begins at a digit, a plus or an opening bracket; null where none does. Letters and digits that hang
 * together, `1st`, are a word and no number.
 */
export function numberAt(text: string, at: number): FoundNumber | null {
  const phone = phoneAt(text, at)
  if (phone) return phone
  const first = matchAt(digits, text, at)
  if (!first) return null
  for (const pattern of [...grouped, decimal, dotted]) {
    const found = matchAt(pattern, text, at)
    if (found && !twoYears.test(found[0])) return oneWord(at, found[0].length)
  }
  const article = matchAt(dashed, text, at)
  if (article && isArticle(article) && !afterYear.test(text.slice(Math.max(0, at - 5), at)))
    return oneWord(at, article[0].length)
  const apart = matchAt(groupedByBlanks, text, at) ?? articleWithBlanks(text, at) ?? fractionAt(text, at)
  if (apart && !/\d[ ]$/.test(text.slice(Math.max(0, at - 2), at)))
    return { words: digitRuns(text, at, at + apart[0].length), joined: [canonicalNumber(apart[0])] }
  // Letters that follow make it a word of another kind.
  return /^[\p{L}\p{N}\p{M}]/u.test(text.slice(at + first[0].length, at + first[0].length + 2))
    ? null
    : oneWord(at, first[0].length)
}

const oneWord = (at: number, length: number): FoundNumber => ({ words: [[at, at + length]], joined: [] })

function articleWithBlanks(text: string, at: number): RegExpExecArray | null {
  const found = matchAt(dashedWithBlanks, text, at)
  return found && isArticle(found) ? found : null
}

const fractionAt = (text: string, at: number): RegExpExecArray | null =>
  text.charAt(at - 1) === '/' ? null : matchAt(fraction, text, at)

/** A year and what follows it, or the two ends of a range, are numbers by themselves. */
const isArticle = ([, first = '', second = '']: readonly string[]): boolean =>
  first.length !== 4 && Number(first) >= Number(second)

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function digitRuns(text: string, from: number, to: number): (readonly [number, number])[] {
  return [...text.slice(from, to).matchAll(/\d+/g)].map(
    ({ 0: run, index }) => [from + index, from + index + run.length] as const,
  )
}

const isGrouped = new RegExp(
  `^[1-9]\\d{0,2}([,.'\\u00a0 ${rareSigns}])\\d{3}(?:\\1\\d{3})*(?:[.,${rareDecimals}]\\d+)?$`,
  'u',
)
const isGroupedByTwo = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/
const rareDecimal = new RegExp(`[${rareDecimals}]`, 'u')

/** The canonical writing of a number of one word, or of one that `numberAt` joined. */
export function canonicalNumber(written: string): string {
  const number = plain(written).replaceAll('—', '-')
  const sign = isGrouped.exec(number)?.[1]
  if (sign !== undefined) return number.replaceAll(sign, '').replace(',', '.').replace(rareDecimal, '.')
  if (isGroupedByTwo.test(number)) return number.replaceAll(',', '')
  if (/^\d+[,\u00b7\u066b]\d+$/.test(number)) return number.replace(/\D/, '.')
  return number.replace(/[\s']/g, '')
}

/** Digits after the code of a country, where their number is fixed; the first is the country of the product. */
const nationalLengths: Readonly<Record<string, number>> = {
  994: 9,
  995: 9,
  7: 10,
  90: 10,
  380: 9,
  375: 9,
  373: 8,
  371: 8,
  370: 8,
  372: 8,
  996: 9,
  992: 9,
  998: 9,
  993: 8,
  374: 8,
  971: 9,
  48: 9,
  44: 10,
  1: 10,
}
const homeCode = '994'
const localLength = 7

const gap = `(?:${blank}|${dash}|\\.)?`
const part = (pattern: string): string => `\\(?${pattern}\\)?`
const after = `${end}(?!(?:\\.|${dash})\\d)`
const phones = [
  // 012 490 12 34, (012) 490-12-34, 012/490-12-34
  sticky(`${part(`0${gap}\\d{2}`)}(?:/|${gap})\\d{3}${gap}\\d{2}${gap}\\d{2}${after}`),
  // 0800 123 456, 0 800 111 222: no number of things begins with a zero
  sticky(`0(?:${gap}\\d{3}){3}${after}`),
  // 994 12 490 12 34
  sticky(`${homeCode}${gap}${part('\\d{2}')}${gap}\\d{3}${gap}\\d{2}${gap}\\d{2}${after}`),
  // 8 800 123-45-67, 8 800 2000 600
  sticky(`8${gap}${part('\\d{3}')}${gap}(?:\\d{3}${gap}\\d{2}${gap}\\d{2}|\\d{4}${blank}\\d{3})${after}`),
  // 12 490 12 34
  sticky(
    `${part('[1-9]\\d')}(?:${blank}|${dash}|(?<=\\)))\\d{3}(?:${blank}|${dash})\\d{2}(?:${blank}|${dash})\\d{2}${after}`,
  ),
  // 490-12-34, 490 12 34, 490-1234
  sticky(`\\d{3}(?:${blank}|${dash})\\d{2}(?:${blank}|${dash})\\d{2}${after}`),
  sticky(`\\d{3}${dash}\\d{4}${after}`),
  // 116 111, 116-111: helplines that have this number in many countries
  sticky(`116(?:${blank}|${dash})\\d{3}${after}`),
  // 860-510-510
  sticky(`\\d{3}${dash}\\d{3}${dash}\\d{3}${after}`),
]
/** With the code of its country; how far it reaches depends on the country. */
const abroad = sticky(`(?:\\+${blank}?|00${gap})[1-9]\\d{0,14}(?:${gap}${part('\\d{1,12}')}){0,6}`)

function phoneAt(text: string, at: number): FoundNumber | null {
  const length = abroadLength(text, at) ?? longest(phones.map((pattern) => matchAt(pattern, text, at)))
  if (length === 0) return null
  const number = text.slice(at, at + length)
  return { words: digitRuns(text, at, at + length), joined: phoneKeys(number) }
}

const longest = (found: readonly (RegExpExecArray | null)[]): number =>
  found.reduce((most, match) => Math.max(most, match?.[0].length ?? 0), 0)

/** How many signs a number with the code of its country takes; null where there is none. */
function abroadLength(text: string, at: number): number | null {
  const found = matchAt(abroad, text, at)
  if (!found) return null
  const lead = found[0].startsWith('+') ? 0 : 2
  const all = found[0].replace(/\D/g, '').slice(lead)
  const wanted = lengthAbroad(all)
  let count = -lead
  for (let i = 0; i < found[0].length; i++) {
    if (!/\d/.test(found[0].charAt(i))) continue
    count += 1
    const closes = !/[\p{L}\p{N}]/u.test(text.charAt(at + i + 1))
    if (closes && count === wanted) return i + 1
  }
  return null
}

/** How many digits a number has that begins so, its country's code among them; all there are where that is not known. */
function lengthAbroad(all: string): number {
  for (const code of [all.slice(0, 3), all.slice(0, 2), all.slice(0, 1)]) {
    const national = nationalLengths[code]
    if (national !== undefined) return code.length + national
  }
  return all.length >= 8 && all.length <= 15 ? all.length : -1
}

/**
 * What a telephone number is found by, however it is written: all of it with the code of its country, and what is
 * dialled without the rest. A number without the code of a country belongs to Azerbaijan. The number alone, in digits,
 * where it is no telephone number that we know the form of.
 */
export function phoneKeys(written: string): readonly string[] {
  const number = plain(written)
  const all = number.replace(/\D/g, '')
  const whole = number.trim().startsWith('+') ? all : withCountry(all)
  return whole.length > localLength + 2 ? [whole, whole.slice(-localLength)] : [whole]
}

function withCountry(all: string): string {
  if (all.startsWith('00')) return all.slice(2)
  if (all.length === 10 && all.startsWith('0')) return homeCode + all.slice(1)
  if (all.length === 11 && all.startsWith('8')) return `7${all.slice(1)}`
  return all.length === 9 ? homeCode + all : all
}

/** Whether two writings are of one telephone number; without its code, a number is the same in any town. */
export function samePhone(one: string, other: string): boolean {
  const [first, second] = [phoneKeys(one), phoneKeys(other)]
  if (first.length === second.length) return first[0] === second[0]
  return first.at(-1) === second.at(-1)
}

const sign = new RegExp(
  `(?:№|(?:[Nn]|[Nn][Oo]|[Nn][Rr])(?:[.°º]|(?![\\p{L}\\p{M}\\p{N}])))${blank}?(?=\\d)|N(?=\\d{3,}(?![\\p{L}\\p{N}]))`,
  'uy',
)

/** How long the sign of a number is that begins here, `№ ` or `No. `; 0 where there is none. */
export function numberSignAt(text: string, at: number): number {
  return matchAt(sign, text, at)?.[0].length ?? 0
}

const signAtEnd = new RegExp(`(?<![\\p{L}\\p{N}])(?:№|[Nn][.°º]?|[Nn][Oo]\\.?|[Nn][Rr]\\.?)${blank}?$`, 'u')

/** How long the sign of a number is at the end of a text. */
export const endsInNumberSign = (text: string): number => signAtEnd.exec(text)?.[0].length ?? 0

const shortNumber = new RegExp(`^\\s*1(?:${dash}|${blank})(\\d)(?:${dash}|${blank})?(\\d)\\s*$`, 'u')

/**
 * A short number of three digits with signs between them, *1-52*; null for anything else. In a text that may be a range, so
 * only a whole question is read so.
 */
export function shortNumberIn(question: string): string | null {
  const [, second, third] = shortNumber.exec(plain(question)) ?? []
  return second === undefined || third === undefined ? null : `1${second}${third}`
}
