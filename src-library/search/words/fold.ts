/**
 * Folding: letters that people type for one another become one. Applied to
 * text and queries alike, after stemming, because stemmers need the marks.
 *
 *   ə → e   ı İ I → i   ş ç ğ ö ü → s c g o u   any Latin letter loses its marks
 *   ё → е   й and all other Cyrillic letters stay
 *   Cyrillic look-alikes inside a Latin word → the Latin letters they look like, and the other way round
 *
 * Ways to write one letter or sign are made one before: see writing.ts.
 */
import { plain } from './writing.ts'

const latin: Readonly<Record<string, string>> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ŋ: 'n',
  ё: 'е',
}

/** Cyrillic letters drawn like Latin ones, https://www.unicode.org/reports/tr39/ (confusables). */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ә: 'ə',
}

/** The Latin letter that a small Cyrillic one is drawn like; itself where there is none. */
export const looksLike = (letter: string): string => lookAlikes[letter] ?? letter

/** The same, the other way round: the letters that Russian has. */
const cyrillicLookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'авсекмнортух'].map((letter) => [lookAlikes[letter], letter]),
)

const isAscii = /^[\x20-\x7e]*$/
/** A backtick is an apostrophe. */
const isPlainAscii = /^[\x20-\x5f\x61-\x7e]*$/
const hasLatin = /\p{Script=Latin}/u
const hasCyrillic = /\p{Script=Cyrillic}/u
const foldable = /[əıøđðħłßæœþŋё]/g
const latinWithMarks = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu

/** Lower case, in plain writing, look-alikes mended; diacritics stay. */
export function lower(word: string): string {
  if (isPlainAscii.test(word)) return word.toLowerCase()
  // The last sigma of a word has a form of its own, which depends on what is beside it.
  const composed = plain(word).toLowerCase().replaceAll('ς', 'σ')
  return hasLatin.test(composed) && hasCyrillic.test(composed) ? inOneScript(composed) : composed
}

/** A word of two scripts in the one that all of it can be read in; Latin rather than Cyrillic, and as it is if neither. */
function inOneScript(word: string): string {
  const inLatin = word.replace(/\p{Script=Cyrillic}/gu, (letter) => lookAlikes[letter] ?? letter)
  if (!hasCyrillic.test(inLatin)) return inLatin
  const inCyrillic = word.replace(/\p{Script=Latin}/gu, (letter) => cyrillicLookAlikes[letter] ?? letter)
  return hasLatin.test(inCyrillic) ? word : inCyrillic
}

/** The folded form of a word that is already in lower case. */
export function fold(word: string): string {
  if (isAscii.test(word)) return word
  return word
    .replace(foldable, (letter) => latin[letter] ?? letter)
    .normalize('NFD')
    .replace(latinWithMarks, '$1')
    .normalize('NFC')
}
