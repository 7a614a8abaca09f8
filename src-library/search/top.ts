/** The best few of many, without sorting the many: a heap whose root is the worst kept. */

export type Scored = { readonly section: number; readonly score: number }

export class Top {
  readonly #limit: number
  readonly #heap: Scored[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  /** The score to beat. */
  get least(): number {
    return this.#heap.length < this.#limit ? -Infinity : (this.#heap[0]?.score ?? Infinity)
  }

  /** Keeps a section if it is among the best. Of equals, the one offered first stays. */
  offer(section: number, score: number): void {
    if (!(score > this.least)) return
    const heap = this.#heap
    const entry = { section, score }
    if (heap.length < this.#limit) {
      heap.push(entry)
      this.#rise(heap.length - 1)
    } else {
      heap[0] = entry
      this.#sink()
    }
  }

  /** Best first; of equals, the one with the lower number. */
  sorted(): Scored[] {
    return [...this.#heap].sort(bestFirst)
  }

  #rise(from: number): void {
    const heap = this.#heap
    let at = from
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!isWorse(heap[at], heap[parent])) return
      swap(heap, at, parent)
      at = parent
    }
  }

  #sink(): void {
    const heap = this.#heap
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      const right = left + 1
      let worst = at
      if (isWorse(heap[left], heap[worst])) worst = left
      if (isWorse(heap[right], heap[worst])) worst = right
      if (worst === at) return
      swap(heap, at, worst)
      at = worst
    }
  }
}

export const bestFirst = (a: Scored, b: Scored): number => b.score - a.score || a.section - b.section

function isWorse(a: Scored | undefined, b: Scored | undefined): boolean {
  return a !== undefined && b !== undefined && bestFirst(a, b) > 0
}

function swap(heap: Scored[], a: number, b: number): void {
  const kept = heap[a] as Scored
  heap[a] = heap[b] as Scored
  heap[b] = kept
}
