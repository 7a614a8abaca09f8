/** Stemmers by language: Porter from lunr for English, Snowball from lunr-languages, our own for Azerbaijani. */
import lunr from 'lunr'
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import russian from 'lunr-languages/lunr.ru.js'
import turkish from 'lunr-languages/lunr.tr.js'
import { stemAzerbaijani } from './azerbaijani.ts'
import { fold } from './fold.ts'

type TokenFunction = (token: lunr.Token) => lunr.Token

/** lunr-languages hangs its stemmers on the lunr it is given; this one is ours, so the real one stays as it was. */
const languages = {
  Pipeline: { registerFunction: () => undefined },
  generateStopWordFilter: () => undefined,
} as {
  readonly ru?: { readonly stemmer: TokenFunction }
  readonly tr?: { readonly stemmer: TokenFunction }
}
stemmerSupport(languages)
russian(languages)
turkish(languages)

/** Takes a word in lower case with its diacritics, gives a folded stem. */
type Stemmer = (word: string) => string

const through =
  (stemmer: TokenFunction | undefined): Stemmer =>
  (word) =>
    fold(stemmer ? stemmer(new lunr.Token(word, {})).toString() : word)

const stemmers: Readonly<Record<string, Stemmer>> = {
  en: through(lunr.stemmer),
  ru: through(languages.ru?.stemmer),
  tr: through(languages.tr?.stemmer),
  az: (word) => stemAzerbaijani(fold(word)),
}

/** The folded stem of a word in lower case; the folded word itself in a language without a stemmer. */
export function stem(word: string, language: string): string {
  const stemmer = stemmers[language]
  return (stemmer && stemmer(word)) || fold(word)
}

/** Languages whose suffixes a stemmer does not take off well enough alone: they get the first-letters field. */
export const wantsRoots = (language: string): boolean => language !== 'en'
