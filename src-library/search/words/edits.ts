/**
 * Edits between two words: letters left out, put in, replaced, or exchanged with their neighbour (optimal string
 * alignment, https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance). The dictionary walks along all its
 * words with one table; two words by themselves take a table of their own.
 */

/** A limit above this would overflow the table's cells. */
const mostLimit = 253

/**
 * The table of distances between a word that is sought and one that is walked along, row by letter.
 * Cells further from the diagonal than the limit can't hold anything within it, so only a band is filled.
 */
export class EditTable {
  /** Of the word that is walked along. */
  readonly letters: Uint16Array
  readonly #target: ArrayLike<number>
  readonly #limit: number
  readonly #width: number
  readonly #rows: Uint8Array

  /** `target` as codes of letters; `longest`: letters of the longest word that is walked along. */
  constructor(target: ArrayLike<number>, limit: number, longest: number) {
    this.letters = new Uint16Array(longest)
    this.#target = target
    this.#limit = limit
    this.#width = target.length + 1
    this.#rows = new Uint8Array((longest + 1) * this.#width)
    for (let j = 0; j < this.#width; j++) this.#rows[j] = j
  }

  /** The distance of the first `depth` letters, whose row is filled and reaches so far. */
  distance(depth: number): number {
    return this.#rows[depth * this.#width + this.#width - 1] as number
  }

  /** Fills the row of the letter at this depth, from the rows above it; the least of its values. */
  fill(depth: number): number {
    const rows = this.#rows
    const target = this.#target
    const width = this.#width
    const limit = this.#limit
    const far = limit + 1
    const row = depth * width
    const above = row - width
    const letter = this.letters[depth - 1]
    const before = depth > 1 ? this.letters[depth - 2] : -1
    const from = Math.max(1, depth - limit)
    const to = Math.min(width - 1, depth + limit)
    let last = from === 1 ? Math.min(depth, far) : far
    let least = last
    rows[row + from - 1] = last
    for (let j = from; j <= to; j++) {
      const wanted = target[j - 1]
      let value = (rows[above + j - 1] as number) + (letter === wanted ? 0 : 1)
      const removed = j === depth + limit ? far : (rows[above + j] as number) + 1
      if (removed < value) value = removed
      if (last + 1 < value) value = last + 1
      if (j > 1 && depth > 1 && letter === target[j - 2] && before === wanted) {
        const exchanged = (rows[above - width + j - 2] as number) + 1
        if (exchanged < value) value = exchanged
      }
      rows[row + j] = value
      last = value
      if (value < least) least = value
    }
    return least
  }
}

/** Whether two words are within so many edits of each other, and of how many; null if not. */
export function editsWithin(a: string, b: string, most: number): number | null {
  const limit = Math.min(most, mostLimit)
  if (Math.abs(a.length - b.length) > limit) return null
  const table = new EditTable(
    Array.from({ length: a.length }, (_, i) => a.charCodeAt(i)),
    limit,
    b.length,
  )
  for (let i = 0; i < b.length; i++) {
    table.letters[i] = b.charCodeAt(i)
    if (table.fill(i + 1) > limit) return null
  }
  const distance = table.distance(b.length)
  return distance <= limit ? distance : null
}
