/** Highlighting: the words of any text that a search would have matched, by the analyzer that found them. */
import { analyse } from './analyzer.ts'
import type { Marks, Range } from './answer.ts'
import { wordsIn, type Word } from './words.ts'

/**
 * Ranges of a text to mark, in order and apart. `language` is that of the text,
 * as a BCP 47 tag; without it, a word is tried in every language that was searched.
 */
export function marksIn(text: string, marks: Marks, language?: string): readonly Range[] {
  if (marks.terms.length === 0 && marks.phrases.length === 0 && marks.prefix === null) return []
  const terms = new Set(marks.terms)
  const languages = language === undefined ? marks.languages : [language]
  const words = wordsIn(text)
  const forms = words.map((word) => formsOf(word.raw, languages))
  const marked = forms.map(
    (own) =>
      own.some((form) => terms.has(form)) ||
      (marks.prefix !== null && (own[0] ?? '').startsWith(marks.prefix)),
  )
  for (const phrase of marks.phrases) {
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (
        !phrase.every(
          (wanted, i) => follows(words, at, i) && wanted.some((term) => forms[at + i]?.includes(term)),
        )
      )
        continue
      for (let i = 0; i < phrase.length; i++) marked[at + i] = true
    }
  }
  return words.flatMap(({ start, end }, i) => (marked[i] ? [{ start, end }] : []))
}

/** A phrase does not reach across a line feed. */
const follows = (words: readonly Word[], at: number, i: number): boolean =>
  words[at + i]?.position === (words[at]?.position ?? 0) + i

/** Every form a word can match under, its surface first. */
function formsOf(raw: string, languages: readonly string[]): string[] {
  const forms: string[] = []
  for (const language of languages.length > 0 ? languages : ['en']) {
    const { surface, stem, root } = analyse(raw, language)
    forms.push(surface, stem)
    if (root !== null) forms.push(root)
  }
  return forms
}
