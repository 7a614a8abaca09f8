/** The nearest name to one that was mistyped. */

/** The candidate at the smallest edit distance, if that is near enough to be meant; the first of several. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null
  let least = Math.max(1, Math.floor(word.length / 3)) + 1
  const wanted = word.toLowerCase()
  for (const candidate of candidates) {
    const distance = distanceWithin(wanted, candidate.toLowerCase(), least - 1)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** `Did you mean …?`, or null when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): string | null {
  const found = nearest(word, candidates)
  return found === null ? null : `Did you mean \`${found}\`?`
}

/**
 * Levenshtein's distance, or any larger number than `limit` when it is beyond
 * that. Rows of the usual table; a row whose least value is over the limit ends it.
 */
function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > limit) return limit + 1
    row = next
  }
  return row[b.length] ?? 0
}
