/**
 * The analyzer: from a word to the terms it is indexed, asked and marked under.
 * One for all three, or a mark would not be a match.
 *
 *   raw            Qurbanlarına
 *   lower          qurbanlarına      look-alikes mended, diacritics kept for the stemmer
 *   surface        qurbanlarina      folded; what the dictionary completes and corrects
 *   stem           qurban            folded; the term
 *   root           qurba~            the first five letters, a term of its own field,
 *                                    where stemming alone is not enough (not English)
 */
import { fold, lower } from './fold.ts'
import { stem, wantsRoots } from './stemmers.ts'
import { isStopWord } from './stopwords.ts'
import { canonicalNumber } from './numbers.ts'
import { longestWord } from './words.ts'

export type AnalysedWord = {
  /** In small letters, not folded. */
  readonly written: string
  readonly surface: string
  readonly stem: string
  /** Null where the language has no such field, and for numbers, short words and stop words. */
  readonly root: string | null
}

/** Ends every root, so that it never is a word: words hold letters, digits, points and hyphens. */
export const rootMark = '~'
const rootLength = 5
const shortestRoot = 3

/** Analysed words, by language: by its tag as it was given, and tags of one language have one table. */
const cache = new Map<string, Map<string, AnalysedWord>>()
const cacheLimit = 50_000

/** Analyses one word as `wordsIn` gives it. `language` is the section's, as a BCP 47 tag. */
export function analyse(raw: string, language: string): AnalysedWord {
  const known = cache.get(language) ?? tableFor(language)
  let analysed = known.get(raw)
  if (!analysed) {
    if (known.size > cacheLimit) known.clear()
    analysed = analyseAnew(raw, baseLanguage(language))
    known.set(raw, analysed)
  }
  return analysed
}

function tableFor(language: string): Map<string, AnalysedWord> {
  const base = baseLanguage(language)
  const table = cache.get(base) ?? new Map<string, AnalysedWord>()
  cache.set(base, table).set(language, table)
  return table
}

function analyseAnew(raw: string, sectionLanguage: string): AnalysedWord {
  const whole = lower(raw).slice(0, longestWord)
  if (/^\d[\d\p{P}\u00a0 ]*$/u.test(whole)) {
    const number = canonicalNumber(whole)
    return { written: number, surface: number, stem: number, root: null }
  }
  const language = languageOfWord(whole, sectionLanguage)
  const word = withoutPoints(withoutApostrophe(whole, language))
  const surface = fold(word)
  // Letters that exist only in capitals elsewhere (I in Turkish and Azerbaijani) are lost in lower case.
  const root =
    wantsRoots(language) &&
    surface.length >= shortestRoot &&
    !/^\d/.test(surface) &&
    !isStopWord(surface, [language])
      ? surface.slice(0, rootLength) + rootMark
      : null
  return { written: word, surface, stem: /\d/.test(surface) ? surface : stem(word, language), root }
}

/** `az-Latn` → `az`. */
export const baseLanguage = (tag: string): string => tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? ''

/**
 * Words of another language inside a text: Cyrillic is Russian unless the text
 * itself is in another Cyrillic language; ə is Azerbaijani everywhere,
 * and so are ğ ı ş in an English or Russian text.
 */
function languageOfWord(word: string, language: string): string {
  if (/\p{Script=Cyrillic}/u.test(word))
    return language === 'en' || language === 'az' || language === 'tr' ? 'ru' : language
  if (language === 'az' || language === 'tr') return language
  if (/ə/.test(word) || ((language === 'en' || language === 'ru') && /[ğış]/.test(word))) return 'az'
  return language === 'ru' ? 'en' : language
}

/** Suffixes that may follow an apostrophe in Azerbaijani and Turkish, folded. */
const suffix =
  /^(?:n?[iu]n|[nysd]?[aeiu]|n?[dt][ae]n?|l[ae]r\p{L}*|l[iu]\p{L}*|s[iu]z\p{L}*|[dt][iu]r|c[ae]|yl[ae]|ki)$/u

/** In Turkish and Azerbaijani a suffix follows the apostrophe (`Bakı'nın`); elsewhere it joins, but for a possessive s. */
function withoutApostrophe(word: string, language: string): string {
  const at = word.indexOf("'")
  if (at === -1) return word
  if ((language === 'az' || language === 'tr') && at >= 2 && suffix.test(fold(word.slice(at + 1))))
    return word.slice(0, at)
  return word.replace(/(?<=..)'s$/, '').replaceAll("'", '')
}

const withoutPoints = (word: string): string => (word.includes('.') ? word.replaceAll('.', '') : word)
