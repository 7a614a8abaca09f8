/**
 * A light suffix stripper for Azerbaijani nouns, over folded words, so that
 * `qurbanlarına`, `qurbanların` and `qurban` meet. Azerbaijani strings suffixes
 * in one order, stem + plural + possessive + case, and folding has already made
 * the vowel harmony variants one (`-dan -dən` → `dan den`, `-ın -in -un -ün` → `in un`), so three
 * short lists, taken off from the end, are enough. After the table of Azerbaijani
 * noun inflection, https://en.wikipedia.org/wiki/Azerbaijani_language#Morphology_and_syntax,
 * in the manner of Snowball's Turkish stemmer, https://snowballstem.org/algorithms/turkish/stemmer.html.
 *
 * A final k or q of a word of several syllables is softened before a vowel (`kömək → köməyi`, `uşaq → uşağa`), and
 * `köməyə` could as well be a word in -ə with -yə, as `ailəyə` is: so what is left loses its k, q, y or g after a vowel, and then
 * a last vowel, and the forms meet without them.
 *
 * Verbs are left alone, and so is everything that would leave fewer than three
 * letters or no vowel: the first-five-letters field is there for the rest.
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

/** The stem of a folded Azerbaijani word. */
export function stemAzerbaijani(word: string): string {
  const withoutCase = strip(word, cases)
  const withoutPossessive = strip(withoutCase, possessives)
  return end(strip(withoutPossessive, plurals))
}

/** Endings of a word that its forms do not share: a softened consonant, and a vowel that may be the word's own or a suffix. */
function end(stem: string): string {
  const hard = stem.replace(/(?<=[aeiou].*[aeiou])[kqyg]$/, '')
  const short = hard.replace(/[aeiou]$/, '')
  return short.length >= shortest && /[aeiou]/.test(short) ? short : hard
}

function strip(word: string, suffixes: readonly string[]): string {
  for (const suffix of suffixes) {
    const stem = word.slice(0, word.length - suffix.length)
    if (word.endsWith(suffix) && stem.length >= shortest && /[aeiou]/.test(stem)) return stem
  }
  return word
}
