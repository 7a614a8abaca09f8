/** How many parts of the document are drawn; the rest follow. */
export class DrawnParts {
  #count = $state(0)

  get count(): number {
    return this.#count
  }

  set count(parts: number) {
    this.#count = parts
  }
}
