/**
 * A light suffix stripper for Azerbaijani, over folded words, so that
 * `qurbanlarına`, `qurbanların` and `qurban` meet. Azerbaijani strings suffixes
 * in one order, stem + plural + possessive + case, and folding has already made
 * the vowel harmony variants one (`-dan -dən` → `dan den`, `-ın -in -un -ün` → `in un`), so three
 * short lists, taken off from the end, are enough. After the table of Azerbaijani
 * noun inflection, https://en.wikipedia.org/wiki/Azerbaijani_language#Morphology_and_syntax,
 * in the manner of Snowball's Turkish stemmer, https://snowballstem.org/algorithms/turkish/stemmer.html.
 *
 * A final k or q of a word of several syllables is softened before a vowel (`kömək → köməyi`, `uşaq → uşağa`), and
 * `köməyə` could as well be a word in -ə with -yə, as `ailəyə` is: so what is left loses its k, q, y or g after a vowel, and then
 * a last vowel, and the forms meet without them. An s after a or e goes too, and a d: `idarəsi` may be `idarə` with -si, and `maddə` may be in -də.
 *
 * A question adds to the word itself: `pulsuzdurmu` (is it free), `verilirmi` (is it given), `hansılardır` (which ones are). These
 * endings come off first. Of verbs the tenses that people type are taken off, with their negation: `vermirlər`, `verir`, `verib`.
 *
 * Everything that would leave fewer than three letters or no vowel is left alone: the first-five-letters field is there for the rest.
 */

const shortest = 3

/**
 * Longest first, within each list. The n that joins a case to a possessive (`-ı-n-dan`) goes with the
 * possessive: taken with the case, it would cost `insandan` its own n.
 */
const cases = ['dan', 'den', 'in', 'un', 'da', 'de', 'ya', 'ye', 'yi', 'yu', 'a', 'e', 'i', 'u']
const possessives = [
  ...['imiz', 'umuz', 'iniz', 'unuz'],
  ...['sin', 'sun', 'si', 'su', 'im', 'um', 'in', 'un', 'i', 'u'],
]
const plurals = ['lar', 'ler']

/** The question particle, where a verb or a copula is before it: `rəsmi` has none. */
const question = /(?<=(?:[iuae]r|[iu]b|d[iu]|caq|cek|m[ae]z))m[iu]$/
const copula = /(?<=...)d[iu]r$/
/** Tenses of the third person, of the first, and the infinitive; each with its negation. */
const tense =
  /(?<=[aeiou].?.?)(?:m?[iu]r|[iu]b|m[ae]y[iu]b|m[iu]s)(?:l[ae]r|[ae]m|[iu]k)?$|(?<=[aeiou].?.?)m[ae][kq]$/

/** The stem of a folded Azerbaijani word. */
export function stemAzerbaijani(word: string): string {
  const said = strippedOf(strippedOf(word, question), copula)
  const verb = strippedOf(said, tense)
  if (verb !== said) return end(verb)
  const withoutCase = strip(said, cases)
  const withoutPossessive = strip(withoutCase, possessives)
  return end(strip(withoutPossessive, plurals))
}

/** Endings of a word that its forms do not share: a softened consonant, and a vowel that may be the word's own or a suffix. */
function end(stem: string): string {
  const own = strippedOf(stem, /(?<=[ae])s$/)
  const hard = own.replace(/(?<=[aeiou].*[aeiou])[kqyg]$/, '')
  return strippedOf(strippedOf(hard, /[aeiou]$/), /(?<=..[aeioudy])d$/)
}

function strip(word: string, suffixes: readonly string[]): string {
  for (const suffix of suffixes) {
    const stem = word.slice(0, word.length - suffix.length)
    if (word.endsWith(suffix) && isWhole(stem)) return stem
  }
  return word
}

/** Without what the pattern finds at the end. */
function strippedOf(word: string, ending: RegExp): string {
  const stem = word.replace(ending, '')
  return isWhole(stem) ? stem : word
}

const isWhole = (stem: string): boolean => stem.length >= shortest && /[aeiou]/.test(stem)
