/**
 * Asks: phrases that open a direct answer. An ask is met by a text that has all of its content words, in any order
 * and in any form; a stop word more or less does not matter.
 */
import type { DirectAnswer } from '../../model/directanswer.ts'
import { analyse } from '../words/analyzer.ts'
import { isAskingWord, isStopWord } from '../words/stopwords.ts'
import { wordsIn } from '../words/words.ts'

/** A word of an ask. */
export type AskWord = {
  /** Folded. */
  readonly surface: string
  /** Folded, without its endings. */
  readonly stem: string
  /** Its first letters, in Azerbaijani: no stemmer of ours takes off all of its endings. */
  readonly root: string | null
}

/** The words of a text, each once. `language` is a BCP 47 tag. */
export function everyWord(text: string, language: string): readonly AskWord[] {
  const words = new Map<string, AskWord>()
  for (const { raw } of wordsIn(text)) {
    const { surface, stem, root } = analyse(raw, language)
    words.set(stem, { surface, stem, root: language.startsWith('az') ? root : null })
  }
  return [...words.values()]
}

/**
 * The content words of an ask, each once; with the words that ask or deny where there is only one, `not paid` and `who do I call`;
 * all of its words where it has stop words alone.
 */
export function askWords(text: string, language: string): readonly AskWord[] {
  const base = [language.slice(0, 2)]
  const all = everyWord(text, language)
  const telling = all.filter(({ surface }) => !isStopWord(surface, base))
  if (telling.length === 0) return all
  return telling.length > 1
    ? telling
    : all.filter((word) => telling.includes(word) || isAskingWord(word.surface, base))
}

/** The same for two asks that the same texts meet. */
export const askKey = (text: string, language: string): string =>
  askWords(text, language)
    .map(({ stem }) => stem)
    .sort()
    .join(' ')

/** Whether a text in the ask's language has all of these words. */
export function meetsAsk(text: string, ask: readonly AskWord[], language: string): boolean {
  const stems = new Set(wordsIn(text).map(({ raw }) => analyse(raw, language).stem))
  return ask.every(({ stem }) => stems.has(stem))
}

/** Headings that may have a word; one that more have is common. */
export const mostHeadings = 5

/**
 * Stems of words that mean several things in a pack: asks of several answers have them, or many headings do. `keyOf` is the same for
 * the versions of an answer.
 */
export function commonWords(
  answers: readonly DirectAnswer[],
  headings: readonly { readonly title: string; readonly language: string }[],
  keyOf: (answer: DirectAnswer) => string,
): ReadonlySet<string> {
  const first = new Map<string, string>()
  const common = new Set<string>()
  for (const answer of answers)
    for (const ask of answer.asks)
      for (const { stem } of askWords(ask, answer.language)) {
        const other = first.get(stem)
        if (other === undefined) first.set(stem, keyOf(answer))
        else if (other !== keyOf(answer)) common.add(stem)
      }
  const counts = new Map<string, number>()
  for (const { title, language } of headings)
    for (const { stem } of everyWord(title, language)) {
      const key = `${language} ${stem}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
      if (counts.get(key) === mostHeadings + 1) common.add(stem)
    }
  return common
}
