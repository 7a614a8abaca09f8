/**
 * What the engines are given for a language other than English, where they take it: Snowball's stemmer and the stop words
 * of lunr-languages. Every engine gets the same, in the way its guide shows.
 */
import lunr from 'lunr'
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js'
import russian from 'lunr-languages/lunr.ru.js'
import turkish from 'lunr-languages/lunr.tr.js'

type TokenFunction = (token: lunr.Token) => lunr.Token | undefined
type Language = lunr.Builder.Plugin & {
  readonly stemmer: TokenFunction
  readonly stopWordFilter: TokenFunction
}

/** Plugins of lunr, by language. */
export const plugins = lunr as unknown as Readonly<Record<string, Language | undefined>>
stemmerSupport(lunr)
russian(lunr)
turkish(lunr)

const through = (step: TokenFunction, word: string): string =>
  step(new lunr.Token(word, {}))?.toString() ?? ''

/** A word's stem; `word` is in lower case with its marks. */
export function stem(word: string, language: string): string {
  const own = plugins[language]
  return through(own ? own.stemmer : (lunr.stemmer as unknown as TokenFunction), word)
}

export function isStopWord(word: string, language: string): boolean {
  const own = plugins[language]
  return own !== undefined && through(own.stopWordFilter, word) === ''
}
