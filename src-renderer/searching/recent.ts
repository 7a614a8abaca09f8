/**
 * The last searches, in memory alone. They go with the search field: when the window closes, when the screen is hidden,
 * and when the page is drawn again in another language.
 */
const most = 5
/** Characters of a word that is only begun. */
const shortest = 3

export class RecentSearches {
  #all: readonly string[] = []

  /** The last first. */
  get all(): readonly string[] {
    return this.#all
  }

  /** The reader looked at what was found. A text that goes on from the last one takes its place. */
  add(query: string): void {
    const text = query.trim()
    if (text.length < shortest) return
    const others = this.#all.filter((one, at) => one !== text && !(at === 0 && text.startsWith(one)))
    this.#all = [text, ...others].slice(0, most)
  }
}
