/** The nearest name to one that was mistyped. */

/** The candidate at the smallest distance, if that is near enough to be meant; the first of several. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = word.toLowerCase()
  let best: string | null = null
  // A third of the letters may be wrong: below three letters every word is like every other.
  let limit = Math.floor(wanted.length / 3)
  for (const candidate of candidates) {
    const distance = distanceWithin(wanted, candidate.toLowerCase(), limit)
    if (distance > limit) continue
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

/**
 * Optimal string alignment: letters left out, added, changed or swapped with
 * their neighbour count one each. Gives some number over `limit` when the
 * distance is; rows of the usual table end early then.
 */
function distanceWithin(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || lettersApart(a, b) > limit) return limit + 1
  let twoBefore: number[] = []
  let before = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swaps = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swaps ? (twoBefore[j - 2] ?? Infinity) + 1 : Infinity
      row.push(Math.min(changed, swapped, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    if (Math.min(...row) > limit && Math.min(...before) > limit) return limit + 1
    twoBefore = before
    before = row
  }
  return before[b.length] ?? 0
}

const balance = new Int32Array(64)

/**
 * Never more than the distance, and in one pass along each word: letters that one has too many of, or
 * lacks, each take an edit. A pack with thousands of wrong links compares millions of names, and nearly all end here.
 */
function lettersApart(a: string, b: string): number {
  balance.fill(0)
  for (let i = 0; i < a.length; i++) add(a.charCodeAt(i), 1)
  for (let i = 0; i < b.length; i++) add(b.charCodeAt(i), -1)
  let over = 0
  let under = 0
  for (const each of balance) {
    if (each > 0) over += each
    else under -= each
  }
  return Math.max(over, under)
}

/** Letters that share a counter only make the bound lower. */
const add = (letter: number, by: number): void => {
  balance[letter & 63] = (balance[letter & 63] ?? 0) + by
}
