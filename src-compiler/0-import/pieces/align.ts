/**
 * Which piece became which block. Texts that are equal are matched first, in order, by the longest common subsequence;
 * then, between those, blocks that hold most words of a piece; and last equal texts anywhere, because notes move.
 */
import { keyOf } from './came.ts'

/** For each piece the number of its block, or null. */
export type Matches = readonly (number | null)[]

/** Cells of the table of the longest common subsequence. */
const mostCells = 16_000_000
/** Of the words of the shorter text, as many must be in both. */
const alike = 0.75

type Span = {
  readonly pieces: readonly [from: number, to: number]
  readonly leaves: readonly [number, number]
}

/**
 * `likely` says which pieces are matched before the others: of two equal texts one may have been left out. Only these
 * are matched where `onlyLikely` says so.
 */
export function align(
  pieces: readonly string[],
  leaves: readonly string[],
  likely: (piece: number) => boolean = () => true,
  onlyLikely = false,
): Matches {
  const keys = pieces.map(keyOf)
  const matches: (number | null)[] = keys.map(() => null)
  const whole: Span = { pieces: [0, keys.length], leaves: [0, leaves.length] }
  matchEqual(keys, leaves, whole, likely, matches)
  if (!onlyLikely)
    for (const gap of gapsOf(matches, leaves.length)) matchEqual(keys, leaves, gap, () => true, matches)
  const isAsked = (piece: number): boolean => !onlyLikely || likely(piece)
  for (const gap of gapsOf(matches, leaves.length)) matchAlike(keys, leaves, gap, isAsked, matches)
  matchAnywhere(keys, leaves, isAsked, matches)
  return matches
}

/** The spans between matches. */
function gapsOf(matches: Matches, leafCount: number): readonly Span[] {
  const gaps: Span[] = []
  let [piece, leaf] = [0, 0]
  for (const [i, match] of [...matches, leafCount].entries()) {
    if (match === null || match < leaf) continue
    if (i > piece && match > leaf) gaps.push({ pieces: [piece, i], leaves: [leaf, match] })
    ;[piece, leaf] = [i + 1, match + 1]
  }
  return gaps
}

function matchEqual(
  keys: readonly string[],
  leaves: readonly string[],
  { pieces: [firstPiece, pieceEnd], leaves: [firstLeaf, leafEnd] }: Span,
  isAsked: (piece: number) => boolean,
  matches: (number | null)[],
): void {
  const unmatched: number[] = []
  for (let i = firstPiece; i < pieceEnd; i++) if (isAsked(i) && keys[i] !== '') unmatched.push(i)
  let [start, from] = [0, firstLeaf]
  let [end, to] = [unmatched.length, leafEnd]
  const isEqual = (at: number, leaf: number): boolean => keys[unmatched[at] ?? -1] === leaves[leaf]
  const set = (at: number, leaf: number): void => {
    matches[unmatched[at] ?? -1] = leaf
  }
  while (start < end && from < to && isEqual(start, from)) set(start++, from++)
  while (start < end && from < to && isEqual(end - 1, to - 1)) set(--end, --to)
  const [height, width] = [end - start, to - from]
  if (height === 0 || width === 0) return
  if (height * width > mostCells) return matchGreedily()
  // lengths[i][j]: the longest common subsequence from there on.
  const row = width + 1
  const lengths = new Uint16Array((height + 1) * row)
  const at = (i: number, j: number): number => lengths[i * row + j] ?? 0
  for (let i = height - 1; i >= 0; i--)
    for (let j = width - 1; j >= 0; j--)
      lengths[i * row + j] = isEqual(start + i, from + j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1))
  for (let i = 0, j = 0; i < height && j < width;) {
    // Of two equal pieces the later one: a list of contents comes before its text.
    if (at(i + 1, j) === at(i, j)) i++
    else if (isEqual(start + i, from + j)) set(start + i++, from + j++)
    else j++
  }

  function matchGreedily(): void {
    let leaf = from
    for (let i = start; i < end; i++) {
      const found = leaves.indexOf(keys[unmatched[i] ?? -1] ?? '', leaf)
      // Far ahead it is more likely another text of the same words.
      if (found === -1 || found >= to || found > leaf + 50) continue
      set(i, found)
      leaf = found + 1
    }
  }
}

function matchAlike(
  keys: readonly string[],
  leaves: readonly string[],
  { pieces, leaves: [firstLeaf, leafEnd] }: Span,
  isAsked: (piece: number) => boolean,
  matches: (number | null)[],
): void {
  const left = new Map<number, Map<string, number>>()
  let leaf = firstLeaf
  for (let i = pieces[0]; i < pieces[1]; i++) {
    const words = (keys[i] ?? '').split(' ').filter(Boolean)
    if (matches[i] !== null || words.length === 0 || !isAsked(i)) continue
    // A few blocks ahead: farther away, texts are alike by chance.
    for (let j = leaf; j < Math.min(leafEnd, leaf + 20); j++) {
      const counts = left.get(j) ?? countsOf((leaves[j] ?? '').split(' '))
      left.set(j, counts)
      const common = commonOf(words, counts)
      const shorter = Math.min(words.length, (leaves[j] ?? '').split(' ').length)
      if (common === 0 || common < shorter * alike) continue
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) - 1)
      matches[i] = leaf = j
      break
    }
  }
}

function matchAnywhere(
  keys: readonly string[],
  leaves: readonly string[],
  isAsked: (piece: number) => boolean,
  matches: (number | null)[],
): void {
  const taken = new Set(matches)
  const free = new Map<string, number[]>()
  for (const [j, key] of leaves.entries()) if (!taken.has(j)) free.set(key, [...(free.get(key) ?? []), j])
  for (const [i, key] of keys.entries())
    if (matches[i] === null && key !== '' && isAsked(i)) matches[i] = free.get(key)?.shift() ?? null
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function commonOf(words: readonly string[], counts: ReadonlyMap<string, number>): number {
  let common = 0
  for (const [word, count] of countsOf(words)) common += Math.min(count, Math.max(0, counts.get(word) ?? 0))
  return common
}
