/** Highlighting: the words of any text that a search would have matched, by the analyzer that found them. */
import { analyse } from '../words/analyzer.ts'
import type { Marks, Range } from '../result.ts'
import { looksLike } from '../words/fold.ts'
import { eachWordIn } from '../words/words.ts'

/**
 * Marks texts for one answer. Most words of a text begin with another letter than all marked ones, which is seen
 * without analysing them; the others are analysed once, however many hits they are in.
 */
export class Marker {
  readonly #marks: Marks
  readonly #terms: ReadonlySet<string>
  /** Letters of ASCII that all that is marked begins with, small or capital, by their code. */
  readonly #firsts = new Uint8Array(128)
  /** By language, then by word as it is in a text. */
  readonly #known = new Map<string | undefined, Map<string, KnownWord>>()

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
    const look = (raw: string, start: number, end: number, position: number, last: number): void => {
      // Folding and stemming keep the first letter where it is one of ASCII, or take its Cyrillic look-alike, and make it small.
      if (this.#firsts[raw.charCodeAt(0)] === 0) return
      const { forms, marked } = this.#see(raw, language)
      if (marked || phrases.length > 0) words.push({ start, end, position, last, forms, marked })
    }
    eachWordIn(text, (raw, start, end, position) => look(raw, start, end, position, position), look)
    for (const phrase of phrases) markPhrase(words, phrase)
    return apart(words.filter(({ marked }) => marked))
  }

  #see(raw: string, language: string | undefined): KnownWord {
    let known = this.#known.get(language)
    if (!known) this.#known.set(language, (known = new Map()))
    let seen = known.get(raw)
    if (!seen) known.set(raw, (seen = this.#seeAnew(raw, language)))
    return seen
  }

  #seeAnew(raw: string, language: string | undefined): KnownWord {
    const forms = formsOf(raw, language === undefined ? this.#marks.languages : [language])
    const { prefix } = this.#marks
    const begun = prefix !== null && (forms[0] ?? '').startsWith(prefix)
    return { forms, marked: begun || forms.some((form) => this.#terms.has(form)) }
  }
}

/** `marked`: by itself; as a part of a phrase it may be still. */
type KnownWord = { readonly forms: readonly string[]; readonly marked: boolean }

/** A word of a text that begins as something that is marked; `last` is another position where it is several words in one. */
type MarkedWord = {
  readonly start: number
  readonly end: number
  readonly position: number
  readonly last: number
  readonly forms: readonly string[]
  marked: boolean
}

/** Ranges of one text to mark: see `Marker`. */
export const marksIn = (text: string, marks: Marks, language?: string): readonly Range[] =>
  new Marker(marks).in(text, language)

/** Marks the words at every place where the whole phrase occurs. */
function markPhrase(words: readonly MarkedWord[], phrase: readonly (readonly string[])[]): void {
  const [wanted = [], ...more] = phrase
  for (const word of words) {
    if (!holds(word, wanted)) continue
    const rest = wordsAfter(words, word, more)
    if (rest) for (const each of [word, ...rest]) each.marked = true
  }
}

/** The words that say the rest of a phrase, one right after another; null where they don't. */
function wordsAfter(
  words: readonly MarkedWord[],
  word: MarkedWord,
  phrase: readonly (readonly string[])[],
): readonly MarkedWord[] | null {
  const [wanted, ...more] = phrase
  if (!wanted) return []
  for (const next of words) {
    if (next.position !== word.last + 1 || !holds(next, wanted)) continue
    const rest = wordsAfter(words, next, more)
    if (rest) return [next, ...rest]
  }
  return null
}

const holds = (word: MarkedWord, wanted: readonly string[]): boolean =>
  wanted.some((term) => word.forms.includes(term))

/** Ranges in order, those that overlap as one: a word may be marked by itself and as a part of another. */
function apart(ranges: readonly Range[]): readonly Range[] {
  const ordered = [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)
  const found: Range[] = []
  for (const { start, end } of ordered) {
    const last = found.at(-1)
    if (last && start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else found.push({ start, end })
  }
  return found
}

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
