/** The search as the page shows it: what was asked last, and the newest answer. */
import type { Filters, Order, SearchAnswer } from './engine/protocol.ts'
import type { SearchClient } from './engine/client.ts'

/** Hits shown at first, and again with each “show more”. */
export const pageOfHits = 20
/**
 * Hits asked for at each key, as many as a window shows: what they are cut from has to be read. The rest of the page
 * follows when no other key came meanwhile.
 */
export const windowOfHits = 6

export type SearchWish = { readonly query: string; readonly filters: Filters; readonly sort: Order }

export class SearchState {
  #answer = $state.raw<SearchAnswer | null>(null)
  #failed = $state(false)
  #entering = $state(false)
  #limit = pageOfHits
  #asked: SearchWish | null = null
  #answering: Promise<void> = Promise.resolve()
  readonly #client: SearchClient
  readonly #language: string

  /** `language` is the one the reader reads first, as a BCP 47 tag. */
  constructor(client: SearchClient, language: string) {
    this.#client = client
    this.#language = language
  }

  /** The newest answer; it may still be the last query's while a new one is under way. */
  get answer(): SearchAnswer | null {
    return this.#answer
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

  /** The reader got there, or went on typing. */
  entered(): void {
    this.#entering = false
  }

  /**
   * Asks, unless the same was asked last; an empty query has no answer. Resolves when it is answered in full, or was
   * given up for a newer question.
   */
  ask(wish: SearchWish): Promise<void> {
    if (JSON.stringify(wish) === JSON.stringify(this.#asked)) return this.#answering
    this.#asked = wish
    this.#limit = pageOfHits
    this.#answering = this.#answerTo(wish)
    return this.#answering
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
    const first = await this.#send(wish, windowOfHits)
    if (first && first.hits.length < first.total) await this.#send(wish, this.#limit)
  }

  /** Null when another question was asked meanwhile, or the library can't be searched. */
  async #send(wish: SearchWish, limit: number): Promise<SearchAnswer | null> {
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
