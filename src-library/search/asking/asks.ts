/**
 * Asks: phrases that open a direct answer. An ask is met by a text that has all of its content words, in any order
 * and in any form; a stop word more or less does not matter.
 */
import { analyse } from '../words/analyzer.ts'
import { isStopWord } from '../words/stopwords.ts'
import { wordsIn } from '../words/words.ts'

/** A word of an ask. */
export type AskWord = {
  /** Folded. */
  readonly surface: string
  /** Folded, without its endings. */
  readonly stem: string
}

/** The content words of an ask, each once; all of its words where it has stop words alone. `language` is a BCP 47 tag. */
export function askWords(text: string, language: string): readonly AskWord[] {
  const words = new Map<string, AskWord>()
  for (const { raw } of wordsIn(text)) {
    const { surface, stem } = analyse(raw, language)
    words.set(stem, { surface, stem })
  }
  const all = [...words.values()]
  const telling = all.filter(({ surface }) => !isStopWord(surface, [language.slice(0, 2)]))
  return telling.length > 0 ? telling : all
}

/** The same for two asks that the same texts meet. */
export const askKey = (text: string, language: string): string =>
  askWords(text, language)
    .map(({ stem }) => stem)
    .sort()
    .join(' ')

/** Whether a text in the ask's language has all words of the ask. */
export function meetsAsk(text: string, ask: readonly AskWord[], language: string): boolean {
  const stems = new Set(wordsIn(text).map(({ raw }) => analyse(raw, language).stem))
  return ask.every(({ stem }) => stems.has(stem))
}
