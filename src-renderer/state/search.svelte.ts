/** The search as the page shows it: the last question, and the newest answer. */
import type { Filters, Order, ResultPage } from '../engine/protocol.ts'
import type { SearchClient } from '../engine/client.ts'

/** Hits shown at first, and again with each “show more”. */
export const pageOfHits = 20
/** Pixels of the least high hit: a heading, its place, a line and what can be done with it. */
const leastHit = 120
/** As many hits as a window of that height shows. */
export const hitsIn = (height: number): number =>
  Math.min(pageOfHits, Math.max(4, Math.ceil(height / leastHit)))
/** Milliseconds without a key after which the reader looks at the hits: few type slower within a word. */
const pause = 250

export type SearchWish = { readonly query: string; readonly filters: Filters; readonly sort: Order }

/** Equal for wishes that ask the same, whatever else their objects hold and in which order. */
const keyOf = ({ query, filters, sort }: SearchWish): string =>
  JSON.stringify([query, sort, Object.entries(filters).sort(([one], [other]) => (one < other ? -1 : 1))])

export class SearchState {
  #answer = $state.raw<ResultPage | null>(null)
  #failed = $state(false)
  #entering = $state(false)
  #limit = pageOfHits
  #asked: SearchWish | null = null
  #typed: string | null = null
  #answering: Promise<void> = Promise.resolve()
  readonly #client: SearchClient
  readonly #language: string
  readonly #window: () => number
  readonly #pause: () => Promise<unknown>

  /**
   * `language` is the one the reader reads first, as a BCP 47 tag; `window` says how many hits are in sight at once,
   * and `paused` resolves when the reader has stopped typing, unless another key comes first.
   */
  constructor(
    client: SearchClient,
    language: string,
    window: () => number,
    paused: () => Promise<unknown> = () => new Promise((resolve) => setTimeout(resolve, pause)),
  ) {
    this.#client = client
    this.#language = language
    this.#window = window
    this.#pause = paused
  }

  /** The newest answer; it may still be the last query's while a new one is under way. */
  get answer(): ResultPage | null {
    return this.#answer
  }

  /** Resolves when the last question is answered in full, or was given up for a newer one. */
  get answered(): Promise<void> {
    return this.#answering
  }

  get failed(): boolean {
    return this.#failed
  }

  /** Whether the reader asked to go to the first hit, and has not got there. */
  get entering(): boolean {
    return this.#entering
  }

  /** The reader goes to the first hit as soon as there is one. */
  enter(): void {
    this.#entering = true
  }

  /** The reader got there. */
  entered(): void {
    this.#entering = false
  }

  /** The reader is typing: asks once for the hits in sight, and for all after a pause. */
  type(text: string): void {
    this.#entering = false
    this.#typed = text
  }

  /**
   * Asks, unless the same was asked last and could be answered; an empty query has no answer. Resolves when it is answered in full, or was
   * given up for a newer question. The window asks, for each location that has a query; views read the answer.
   */
  ask(wish: SearchWish): Promise<void> {
    const same = this.#asked !== null && keyOf(wish) === keyOf(this.#asked)
    if (same && !this.#failed) return this.#answering
    this.#asked = wish
    this.#limit = pageOfHits
    this.#answering = this.#answerTo(wish)
    return this.#answering
  }

  /** Asks again what could not be answered. */
  async again(): Promise<void> {
    if (this.#failed && this.#asked) await this.ask({ ...this.#asked })
  }

  /** Makes the list longer by a page. */
  async more(): Promise<void> {
    if (!this.#asked) return
    this.#limit += pageOfHits
    await this.#send(this.#asked, this.#limit)
  }

  async #answerTo(wish: SearchWish): Promise<void> {
    if (wish.query.trim() === '') {
      this.#answer = null
      return
    }
    const first = await this.#send(wish, this.#window())
    if (!first || first.hits.length >= Math.min(first.total, this.#limit)) return
    // Drawing hits that are out of sight would keep the next key waiting.
    if (wish.query === this.#typed) await this.#pause()
    if (this.#asked === wish) await this.#send(wish, this.#limit)
  }

  /** Null when another question was asked meanwhile, or the library can't be searched. */
  async #send(wish: SearchWish, limit: number): Promise<ResultPage | null> {
    try {
      const answer = await this.#client.search({
        text: wish.query,
        offset: 0,
        limit,
        filters: wish.filters,
        sort: wish.sort,
        language: this.#language,
      })
      if (answer === 'superseded' || this.#asked !== wish) return null
      this.#answer = answer
      this.#failed = false
      // A pack whose index was still being read answers when asked again.
      return answer.pending.length > 0 ? await this.#send(wish, limit) : answer
    } catch {
      this.#failed = true
      return null
    }
  }
}
