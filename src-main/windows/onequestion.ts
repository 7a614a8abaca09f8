/** A dialog at a time: while one is open, the same question is not asked again. */
export class OneQuestion {
  #open = false

  /** The answer; null while another question is open. A dialog that can't be shown does not keep the next from being shown. */
  async ask(question: () => Promise<number>): Promise<number | null> {
    if (this.#open) return null
    this.#open = true
    try {
      return await question()
    } finally {
      this.#open = false
    }
  }
}
