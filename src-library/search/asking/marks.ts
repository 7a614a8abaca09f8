/** Highlighting: the words of any text that a search would have matched, by the analyzer that found them. */
import { analyse } from '../words/analyzer.ts'
import type { Marks, Range } from '../result.ts'
import { looksLike } from '../words/fold.ts'
import { eachWordIn, type Word } from '../words/words.ts'

/**
 * Marks texts for one answer. Most words of a text begin with another letter than all that is marked, which is seen
 * without analysing them; the others are analysed once, however many hits they stand in.
 */
export class Marker {
  readonly #marks: Marks
  readonly #terms: ReadonlySet<string>
  /** Letters of ASCII that all that is marked begins with, small or capital, by their code. */
  readonly #firsts = new Uint8Array(128)
  /** By language, then by word as it stands in a text. */
  readonly #known = new Map<string | undefined, Map<string, Seen>>()

  constructor(marks: Marks) {
    this.#marks = marks
    this.#terms = new Set(marks.terms)
    const wanted = [...marks.terms, ...marks.phrases.flat(2), marks.prefix ?? '']
    const firsts = new Set(wanted.flatMap((term) => [term.charAt(0), looksLike(term.charAt(0))]))
    for (let code = 0; code < this.#firsts.length; code++)
      if (firsts.has(String.fromCharCode(code).toLowerCase())) this.#firsts[code] = 1
  }

  /**
   * Ranges of a text to mark, in order and apart. `language` is that of the text,
   * as a BCP 47 tag; without it, a word is tried in every language that was searched.
   */
  in(text: string, language?: string): readonly Range[] {
    const { terms, phrases, prefix } = this.#marks
    if (terms.length === 0 && phrases.length === 0 && prefix === null) return []
    const words: MarkedWord[] = []
    eachWordIn(text, (start, end, position) => {
      // Folding and stemming keep the first letter where it is one of ASCII, or take its Cyrillic look-alike, and make it small.
      if (this.#firsts[text.charCodeAt(start)] === 0) return
      const { forms, marked } = this.#see(text.slice(start, end), language)
      if (marked || phrases.length > 0) words.push({ start, end, position, forms, marked })
    })
    for (const phrase of phrases)
      for (let at = 0; at + phrase.length <= words.length; at++)
        if (phrase.every((wanted, i) => follows(words, at, i) && holds(words[at + i], wanted)))
          for (const word of words.slice(at, at + phrase.length)) word.marked = true
    return words.filter(({ marked }) => marked).map(({ start, end }) => ({ start, end }))
  }

  #see(raw: string, language: string | undefined): Seen {
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

/** A word of a text that begins as something that is marked. */
type MarkedWord = Omit<Word, 'raw'> & { readonly forms: readonly string[]; marked: boolean }

/** Ranges of one text to mark: see `Marker`. */
export const marksIn = (text: string, marks: Marks, language?: string): readonly Range[] =>
  new Marker(marks).in(text, language)

/** Whether a word stands so many places behind the first, with none between them and in the same block. */
const follows = (words: readonly MarkedWord[], at: number, places: number): boolean =>
  words[at + places]?.position === (words[at]?.position ?? 0) + places

const holds = (word: MarkedWord | undefined, wanted: readonly string[]): boolean =>
  wanted.some((term) => word?.forms.includes(term))

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
