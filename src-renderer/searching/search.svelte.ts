/** The search as the page shows it: what was asked last, and the newest answer. */
import type { Filters, Order, SearchAnswer } from './engine/protocol.ts'
import type { SearchClient } from './engine/client.ts'

/** Hits shown at first, and again with each “show more”. */
export const pageOfHits = 20

export type SearchWish = { readonly query: string; readonly filters: Filters; readonly sort: Order }

export class SearchState {
  #answer = $state.raw<SearchAnswer | null>(null)
  #failed = $state(false)
  #limit = pageOfHits
  #asked: SearchWish | null = null
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

  /** Asks, unless the same was asked last. An empty query has no answer. */
  async ask(wish: SearchWish): Promise<void> {
    if (JSON.stringify(wish) === JSON.stringify(this.#asked)) return
    this.#asked = wish
    this.#limit = pageOfHits
    await this.#send(wish)
  }

  /** Makes the list longer by a page. */
  async more(): Promise<void> {
    if (!this.#asked) return
    this.#limit += pageOfHits
    await this.#send(this.#asked)
  }

  async #send(wish: SearchWish): Promise<void> {
    if (wish.query.trim() === '') {
      this.#answer = null
      return
    }
    try {
      const answer = await this.#client.search({
        text: wish.query,
        offset: 0,
        limit: this.#limit,
        filters: wish.filters,
        sort: wish.sort,
        language: this.#language,
      })
      if (answer === 'superseded' || this.#asked !== wish) return
      this.#answer = answer
      this.#failed = false
      // A pack whose index was still being read answers when asked again.
      if (answer.pending.length > 0) await this.#send(wish)
    } catch {
      this.#failed = true
    }
  }
}
