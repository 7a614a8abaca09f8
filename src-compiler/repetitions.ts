/**
 * Finds sentences that were taken over. A text repeats another where eight or
 * more words follow one another in both, case and punctuation aside. The names
 * of bodies and the titles of acts can't be worded otherwise: words that belong
 * to a listed name are left out of both texts before they are compared, so that
 * a name is never a finding by itself and never hides one around it.
 */
import type { TextRange, SourceText } from './1-read/text.ts'

/** How many words in a row are a repetition. */
export const longestShared = 8

export type Repetition = {
  /** Its place in the document, from the first word to the last. */
  readonly text: SourceText
  readonly at: TextRange
  /** The place of its beginning in the other text. */
  readonly other: SourceText
  readonly otherAt: TextRange
  readonly words: number
}

type Word = { readonly word: string; readonly at: TextRange }

/** Every repetition in the documents, in order, each as long as it goes. `names` are phrases to leave out. */
export function findRepetitions(
  documents: readonly SourceText[],
  others: readonly SourceText[],
  names: readonly string[],
): readonly Repetition[] {
  const allowed = new NameList(names)
  const known = new Map<string, { readonly other: SourceText; readonly otherAt: TextRange }>()
  for (const other of others) {
    const words = allowed.without(wordsOf(other.text))
    for (let i = 0; i + longestShared <= words.length; i++) {
      const key = keyAt(words, i)
      if (!known.has(key)) known.set(key, { other, otherAt: spanOf(words, i, longestShared) })
    }
  }
  return documents.flatMap((text) =>
    repetitionsIn(text, allowed.without(wordsOf(withoutMarkup(text.text))), known),
  )
}

function repetitionsIn(
  text: SourceText,
  words: readonly Word[],
  known: ReadonlyMap<string, { readonly other: SourceText; readonly otherAt: TextRange }>,
): readonly Repetition[] {
  const found: Repetition[] = []
  for (let i = 0; i + longestShared <= words.length; i++) {
    const first = known.get(keyAt(words, i))
    if (!first) continue
    let length = longestShared
    while (i + length < words.length && known.has(keyAt(words, i + length + 1 - longestShared))) length++
    found.push({ text, at: spanOf(words, i, length), ...first, words: length })
    i += length - longestShared
  }
  return found
}

/** Runs of words that are left out, found by their first word. */
class NameList {
  readonly #byFirst = new Map<string, (readonly string[])[]>()

  constructor(names: readonly string[]) {
    for (const name of names) {
      const words = wordsOf(name).map(({ word }) => word)
      const [first] = words
      if (first === undefined) continue
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), words])
    }
  }

  without(words: readonly Word[]): readonly Word[] {
    const kept: Word[] = []
    for (let i = 0; i < words.length;) {
      const length = this.#lengthAt(words, i)
      const word = words[i]
      if (length === 0 && word) kept.push(word)
      i += Math.max(1, length)
    }
    return kept
  }

  /** Words of the longest name at this place; 0 for none. */
  #lengthAt(words: readonly Word[], at: number): number {
    const names = this.#byFirst.get(words[at]?.word ?? '') ?? []
    const standing = names.filter((name) => name.every((word, i) => words[at + i]?.word === word))
    return Math.max(0, ...standing.map((name) => name.length))
  }
}

const keyAt = (words: readonly Word[], start: number): string =>
  words
    .slice(start, start + longestShared)
    .map(({ word }) => word)
    .join(' ')

const spanOf = (words: readonly Word[], start: number, length: number): TextRange => ({
  start: words[start]?.at.start ?? 0,
  end: words[start + length - 1]?.at.end ?? 0,
})

/** Letters and digits in lower case; an apostrophe joins, and so does a point or comma between digits. */
function wordsOf(text: string): readonly Word[] {
  const pattern = /\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
  return Array.from(text.matchAll(pattern), (match) => ({
    word: match[0].normalize('NFKC').toLowerCase().replaceAll('’', "'"),
    at: { start: match.index, end: match.index + match[0].length },
  }))
}

/** Blanks out marks, addresses and attributes, which would part words that a reader sees side by side. */
function withoutMarkup(markdown: string): string {
  return markdown.replace(/\[\^[^\]\s]*\]|\]\([^)\s]*\)|\{[#a-z][^{}\n]*\}/g, (markup) =>
    ' '.repeat(markup.length),
  )
}
