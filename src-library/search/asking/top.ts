/**
 * The best few of many, without sorting the many: offers are gathered until there are twice as many as wanted,
 * and then the worse half is dropped (quickselect, https://en.wikipedia.org/wiki/Quickselect). From then on offers that
 * are no better than the worst of the better half are skipped.
 */

export type ScoredSection = { readonly section: number; readonly score: number }

/** At least this many are gathered beyond the wanted number. */
const leastRoom = 32

export class Top {
  readonly limit: number
  /** The gathered offers, unordered; after `settle` the first `size` of them are the best. */
  readonly sections: Uint32Array
  readonly scores: Float64Array
  size = 0
  /** What scores less is not among the best. */
  least = -Infinity

  constructor(limit: number) {
    this.limit = limit
    const room = limit + Math.max(limit, leastRoom)
    this.sections = new Uint32Array(room)
    this.scores = new Float64Array(room)
  }

  /** The best few of these. */
  static of(scored: readonly ScoredSection[], limit: number): Top {
    const top = new Top(limit)
    for (const { section, score } of scored) top.offer(section, score)
    return top.settle()
  }

  /** Returns an empty Top. It reuses the given one if that has the wanted size. */
  static empty(limit: number, used: Top | null): Top {
    if (used?.limit !== limit) return new Top(limit)
    used.size = 0
    used.least = -Infinity
    return used
  }

  /** Keeps a section if it is among the best. Of equals, the one with the lower number is better. */
  offer(section: number, score: number): void {
    if (score < this.least) return
    this.sections[this.size] = section
    this.scores[this.size] = score
    this.size += 1
    if (this.size === this.scores.length) this.settle()
  }

  /** Drops all but the best. */
  settle(): this {
    if (this.size <= this.limit) return this
    this.#bringForward()
    this.size = this.limit
    this.least = this.limit === 0 ? Infinity : (this.scores[0] as number)
    for (let i = 1; i < this.size; i++)
      if ((this.scores[i] as number) < this.least) this.least = this.scores[i] as number
    return this
  }

  /** Best first; of equals, the one with the lower number. */
  sorted(): ScoredSection[] {
    this.settle()
    const all: ScoredSection[] = []
    for (let i = 0; i < this.size; i++)
      all.push({ section: this.sections[i] as number, score: this.scores[i] as number })
    return all.sort(bestFirst)
  }

  /** Exchanges entries until none of the first `limit` is worse than one behind them. */
  #bringForward(): void {
    const { scores, sections, limit } = this
    let from = 0
    let to = this.size - 1
    while (from < to) {
      const middle = (from + to) >> 1
      const score = scores[middle] as number
      const section = sections[middle] as number
      let i = from
      let j = to
      while (i <= j) {
        let left = scores[i] as number
        while (left > score || (left === score && (sections[i] as number) < section))
          left = scores[++i] as number
        let right = scores[j] as number
        while (right < score || (right === score && (sections[j] as number) > section))
          right = scores[--j] as number
        if (i > j) break
        const own = sections[i] as number
        scores[i] = right
        sections[i++] = sections[j] as number
        scores[j] = left
        sections[j--] = own
      }
      if (limit <= j) to = j
      else if (limit >= i) from = i
      else return
    }
  }
}

export const bestFirst = (a: ScoredSection, b: ScoredSection): number =>
  b.score - a.score || a.section - b.section
