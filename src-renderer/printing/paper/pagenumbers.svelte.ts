/** The page each element begins on, by its id: known only after a first printing. */
export class PageNumbers {
  #known = $state.raw<Readonly<Record<string, number>>>({})

  get known(): Readonly<Record<string, number>> {
    return this.#known
  }

  set known(pages: Readonly<Record<string, number>>) {
    this.#known = pages
  }
}
