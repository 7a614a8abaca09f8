/** The best few of many, without sorting the many: a heap whose root is the worst kept. */

export type Scored = { readonly section: number; readonly score: number }

export class Top {
  readonly #limit: number
  /** What is kept, in no order a reader would want; the first `size` of them count. */
  readonly sections: Float64Array
  readonly scores: Float64Array
  size = 0

  constructor(limit: number) {
    this.#limit = limit
    this.sections = new Float64Array(limit)
    this.scores = new Float64Array(limit)
  }

  /** The best few of these. */
  static of(scored: readonly Scored[], limit: number): Top {
    const top = new Top(limit)
    for (const { section, score } of scored) top.offer(section, score)
    return top
  }

  /** The score to reach. */
  get least(): number {
    return this.size < this.#limit ? -Infinity : (this.scores[0] ?? Infinity)
  }

  /** Keeps a section if it is among the best. Of equals, the one with the lower number is better. */
  offer(section: number, score: number): void {
    if (this.size < this.#limit) {
      this.#rise(this.size++, section, score)
      return
    }
    const worst = this.scores[0] as number
    if (score > worst || (score === worst && section < (this.sections[0] as number)))
      this.#sink(section, score)
  }

  /** Best first; of equals, the one with the lower number. */
  sorted(): Scored[] {
    const all: Scored[] = []
    for (let i = 0; i < this.size; i++)
      all.push({ section: this.sections[i] as number, score: this.scores[i] as number })
    return all.sort(bestFirst)
  }

  /** Puts an entry in at the end and lets it rise to its place. */
  #rise(from: number, section: number, score: number): void {
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isWorse(section, score, parent)) break
      this.#move(parent, at)
      at = parent
    }
    this.#put(at, section, score)
  }

  /** Puts an entry in for the worst and lets it sink to its place. */
  #sink(section: number, score: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= this.size) break
      const right = child + 1
      if (
        right < this.size &&
        this.#isWorse(this.sections[right] as number, this.scores[right] as number, child)
      )
        child = right
      if (this.#isWorse(section, score, child)) break
      this.#move(child, at)
      at = child
    }
    this.#put(at, section, score)
  }

  /** Whether an entry is worse than the one that stands there. */
  #isWorse(section: number, score: number, at: number): boolean {
    const other = this.scores[at] as number
    return score < other || (score === other && section > (this.sections[at] as number))
  }

  #move(from: number, to: number): void {
    this.#put(to, this.sections[from] as number, this.scores[from] as number)
  }

  #put(at: number, section: number, score: number): void {
    this.sections[at] = section
    this.scores[at] = score
  }
}

export const bestFirst = (a: Scored, b: Scored): number => b.score - a.score || a.section - b.section
