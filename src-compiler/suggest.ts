/** The nearest name to one that was mistyped. */
import { editsWithin } from '../src-library/search/words/edits.ts'

/** The candidate at the smallest distance, if that is near enough to be meant; the first of several. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase()
  let best: string | null = null
  // A third of the letters may be wrong: below three letters every word is like every other.
  let limit = Math.floor(wanted.length / 3)
  for (const candidate of candidates) {
    const distance = editsWithin(wanted, candidate.toLowerCase(), limit)
    if (distance === null) continue
    best = candidate
    limit = distance - 1
  }
  return best
}

/** `Did you mean …?`, or null when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const found = nearest(word, candidates)
  return found === null ? null : `Did you mean \`${found}\`?`
}
