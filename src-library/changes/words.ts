/**
 * Which words of a text a new edition adds and drops, by Myers' algorithm over words
 * (https://doi.org/10.1007/BF01840446): the shortest script that makes one text of the other.
 */

export type DiffPart = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Words of both texts together. Beyond, a section is shown as removed and added whole. */
export const mostWords = 20_000
/** Words that may differ. The work grows with the square of it, and marks on every other word help no reader. */
const mostDifferences = 2_000

/** The pieces of both texts in reading order; a removed word comes before the word in its place. */
export function compareWords(before: string, after: string): readonly DiffPart[] {
  const old = wordsOf(before)
  const now = wordsOf(after)
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start++
  let end = 0
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++
  const middleOld = old.slice(start, old.length - end)
  const middleNow = now.slice(start, now.length - end)
  const isTooLong = middleOld.length + middleNow.length > mostWords
  const middle = isTooLong ? null : shortest(middleOld, middleNow)
  return joined([
    { kind: 'same', text: old.slice(0, start).join('') },
    ...(middle ?? [
      { kind: 'removed', text: middleOld.join('') } as const,
      { kind: 'added', text: middleNow.join('') } as const,
    ]),
    { kind: 'same', text: old.slice(old.length - end).join('') },
  ])
}

/** Words with the blanks after them, and each other sign by itself. */
const wordsOf = (text: string): readonly string[] =>
  text.match(/[\p{L}\p{M}\p{N}]+(?:[’'.,:/-][\p{L}\p{M}\p{N}]+)*\s*|\s+|[^\p{L}\p{M}\p{N}\s]\s*/gu) ?? []

/** Null where more differs than is worth marking. */
function shortest(old: readonly string[], now: readonly string[]): readonly DiffPart[] | null {
  const most = Math.min(old.length + now.length, mostDifferences)
  const furthest = new Map<number, number>([[1, 0]])
  const trace: ReadonlyMap<number, number>[] = []
  for (let differences = 0; differences <= most; differences++) {
    trace.push(new Map(furthest))
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      let x = comesDown(furthest, diagonal, differences)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1
      while (x < old.length && x - diagonal < now.length && old[x] === now[x - diagonal]) x++
      furthest.set(diagonal, x)
      if (x >= old.length && x - diagonal >= now.length) return walkedBack(trace, old, now)
    }
  }
  return null
}

/** Whether the best way to this diagonal adds a word, rather than removing one. */
const comesDown = (furthest: ReadonlyMap<number, number>, diagonal: number, differences: number): boolean =>
  diagonal === -differences ||
  (diagonal !== differences && (furthest.get(diagonal - 1) ?? -1) < (furthest.get(diagonal + 1) ?? -1))

function walkedBack(
  trace: readonly ReadonlyMap<number, number>[],
  old: readonly string[],
  now: readonly string[],
): readonly DiffPart[] {
  const pieces: DiffPart[] = []
  let x = old.length
  let y = now.length
  for (let differences = trace.length - 1; differences >= 0; differences--) {
    const furthest = trace[differences] ?? new Map<number, number>()
    const diagonal = x - y
    const from = comesDown(furthest, diagonal, differences) ? diagonal + 1 : diagonal - 1
    const fromX = furthest.get(from) ?? 0
    const fromY = fromX - from
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      pieces.push({ kind: 'same', text: old[x - 1] ?? '' })
      x--
      y--
    }
    if (differences === 0) break
    if (x === fromX) pieces.push({ kind: 'added', text: now[--y] ?? '' })
    else pieces.push({ kind: 'removed', text: old[--x] ?? '' })
  }
  return pieces.reverse()
}

/** Neighbours of one kind as one piece; within a change, all that is removed before all that is added. */
function joined(pieces: readonly DiffPart[]): readonly DiffPart[] {
  const all: DiffPart[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') all.push({ kind: 'removed', text: removed })
    if (added !== '') all.push({ kind: 'added', text: added })
    removed = added = ''
  }
  for (const { kind, text } of pieces) {
    if (text === '') continue
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const last = all.at(-1)
      if (last?.kind === 'same') all[all.length - 1] = { kind, text: last.text + text }
      else all.push({ kind, text })
    }
  }
  flush()
  return all
}
