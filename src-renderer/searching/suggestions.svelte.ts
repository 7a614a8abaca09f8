/** The popup of the search field: completions for the text, and which of them has the focus. */
import type { Suggestion } from '../engine/protocol.ts'
import type { SearchClient } from '../engine/client.ts'

/** More than a glance holds is no help. */
export const mostSuggestions = 7

export type SectionSuggestion = Extract<Suggestion, { kind: 'section' }>

/** Words offered while nothing is typed. */
export type OfferedWords = { readonly are: 'examples' | 'recent'; readonly words: readonly string[] }

export class Suggestions {
  #all = $state.raw<readonly Suggestion[]>([])
  #open = $state(false)
  #active = $state(-1)
  /** Counts the questions, so that a late answer never overwrites a newer. */
  #asked = 0
  readonly #client: Pick<SearchClient, 'suggest'>
  readonly #language: string
  readonly #atEmpty: () => OfferedWords
  #offered = $state<OfferedWords['are']>('examples')

  /** `language` is what the reader reads first; `atEmpty` are words offered while nothing is typed. */
  constructor(client: Pick<SearchClient, 'suggest'>, language: string, atEmpty: () => OfferedWords) {
    this.#client = client
    this.#language = language
    this.#atEmpty = atEmpty
  }

  /** Sections first, then words, in the order in which they are shown. */
  get all(): readonly Suggestion[] {
    return this.#all
  }

  /** Whether the words are searches of before. */
  get areRecent(): boolean {
    return this.#offered === 'recent'
  }

  get open(): boolean {
    return this.#open
  }

  /** The option that has the focus; -1 while it is in the field. */
  get active(): number {
    return this.#active
  }

  /** Opens for a text; answers whether there was anything to open. */
  async show(text: string, at: 'first' | 'last' | 'none'): Promise<boolean> {
    const all = await this.#read(text)
    if (all === 'superseded') return true
    this.#all = all
    this.#open = all.length > 0
    this.#active = at === 'first' ? 0 : at === 'last' ? all.length - 1 : -1
    return this.#open
  }

  /** The text changed: an open popup follows it, and no option keeps the focus. */
  async follow(text: string): Promise<void> {
    if (!this.#open) return void this.#asked++
    this.#active = -1
    await this.show(text, 'none')
  }

  go(active: number): void {
    this.#active = active
  }

  close(): void {
    this.#asked++
    this.#open = false
    this.#active = -1
  }

  async #read(text: string): Promise<readonly Suggestion[] | 'superseded'> {
    const asked = ++this.#asked
    const wanted = text.trim()
    const { are, words } = wanted === '' ? this.#atEmpty() : { are: 'examples' as const, words: [] }
    this.#offered = are
    if (wanted === '') return words.map((word): Suggestion => ({ kind: 'words', text: word }))
    // A library that can't be searched has nothing to suggest, and the Search place says why.
    const found = await this.#client.suggest(wanted, mostSuggestions, this.#language).catch(() => [])
    if (asked !== this.#asked) return 'superseded'
    return [
      ...found.filter(({ kind }) => kind === 'section'),
      ...found.filter(({ kind }) => kind === 'words'),
    ]
  }
}
