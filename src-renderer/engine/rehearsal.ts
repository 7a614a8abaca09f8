/**
 * Warm-up. The browser compiles a program as it runs, the better the more often it ran: the first keys of
 * a session took four times as long as the hundredth. So, once the packs are read and no question waits, the engine
 * answers queries built from the packs' own words, and discards the answers.
 */
import type { SearchIndex } from '../../src-library/search/index/load.ts'

/** Words taken from all packs, about; those of a pack lie apart in its dictionary. */
const wordsTaken = 12
/** The shortest of them. */
const leastLetters = 6

/** What might be typed into a library of these indexes: words as they grow letter by letter, several together, one misspelt. */
export function rehearsalOf(indexes: readonly SearchIndex[]): readonly string[] {
  const words = indexes.flatMap((index) => wordsOf(index, Math.ceil(wordsTaken / indexes.length)))
  return words.flatMap((word, at) => {
    const other = words[(at + 1) % words.length] ?? word
    const typed = Array.from({ length: word.length }, (_, i) => word.slice(0, i + 1))
    return [...typed, `${word} ${other.slice(0, 3)}`, `what is the ${word} of ${other}?`, misspelt(word)]
  })
}

function wordsOf({ surfaces }: SearchIndex, most: number): string[] {
  const step = Math.max(1, Math.floor(surfaces.size / most))
  return Array.from({ length: Math.min(most, surfaces.size) }, (_, i) =>
    surfaces.wordAt(i * step + (step >> 1)),
  ).filter((word) => word.length >= leastLetters)
}

/** Without its third letter. */
const misspelt = (word: string): string => word.slice(0, 2) + word.slice(3)
