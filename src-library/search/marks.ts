/** Highlighting: the words of any text that a search would have matched, by the analyzer that found them. */
import { analyse } from './analyzer.ts'
import type { Marks, Range } from './answer.ts'
import { wordsIn, type Word } from './words.ts'

/**
 * Marks texts for one answer. Most words of a text begin with another letter than all that is marked, which is seen
 * without analysing them; the others are analysed once, however many hits they stand in.
 */
export class Marker {
  readonly #marks: Marks
  readonly #terms: ReadonlySet<string>
  /** First letters of all that is marked. */
  readonly #firsts: ReadonlySet<string>
  /** By language, then by word as it stands in a text. */
  readonly #known = new Map<string | undefined, Map<string, Seen>>()

  constructor(marks: Marks) {
    this.#marks = marks
    this.#terms = new Set(marks.terms)
    const wanted = [...marks.terms, ...marks.phrases.flat(2), marks.prefix ?? '']
    this.#firsts = new Set(wanted.map((term) => term.charAt(0)))
  }

  /**
   * Ranges of a text to mark, in order and apart. `language` is that of the text,
   * as a BCP 47 tag; without it, a word is tried in every language that was searched.
   */
  in(text: string, language?: string): readonly Range[] {
    const { terms, phrases, prefix } = this.#marks
    if (terms.length === 0 && phrases.length === 0 && prefix === null) return []
    const words = wordsIn(text)
    const seen = words.map((word) => this.#see(word.raw, language))
    const marked = seen.map((each) => each.marked)
    for (const phrase of phrases) {
      for (let at = 0; at + phrase.length <= words.length; at++) {
        if (
          !phrase.every(
            (wanted, i) => follows(words, at, i) && wanted.some((term) => seen[at + i]?.forms.includes(term)),
          )
        )
          continue
        for (let i = 0; i < phrase.length; i++) marked[at + i] = true
      }
    }
    return words.flatMap(({ start, end }, i) => (marked[i] ? [{ start, end }] : []))
  }

  #see(raw: string, language: string | undefined): Seen {
    const first = raw.charCodeAt(0)
    // Folding and stemming keep the first letter where it is one of ASCII, and make it small.
    if (first < 128 && !this.#firsts.has(raw.charAt(0).toLowerCase())) return nothing
    let known = this.#known.get(language)
    if (!known) this.#known.set(language, (known = new Map()))
    let seen = known.get(raw)
    if (!seen) known.set(raw, (seen = this.#seeAnew(raw, language)))
    return seen
  }

  #seeAnew(raw: string, language: string | undefined): Seen {
    const forms = formsOf(raw, language === undefined ? this.#marks.languages : [language])
    const { prefix } = this.#marks
    const begun = prefix !== null && (forms[0] ?? '').startsWith(prefix)
    return { forms, marked: begun || forms.some((form) => this.#terms.has(form)) }
  }
}

/** `marked`: by itself; as a part of a phrase it may be still. */
type Seen = { readonly forms: readonly string[]; readonly marked: boolean }
const nothing: Seen = { forms: [], marked: false }

/** Ranges of one text to mark: see `Marker`. */
export const marksIn = (text: string, marks: Marks, language?: string): readonly Range[] =>
  new Marker(marks).in(text, language)

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
