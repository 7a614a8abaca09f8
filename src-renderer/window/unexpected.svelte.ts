/** Errors that were not foreseen: the browser logs each once, and the page says one sentence until it is closed. */
export class Unexpected {
  #happened = $state(false)

  /** Listens for errors that nothing caught, until the returned function is called. */
  watch(window: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void {
    const tell = (event: Event): void => {
      // The browser reports a layout that is still settling the same way, without an error.
      if ('error' in event && !(event.error instanceof Error)) return
      this.#happened = true
    }
    window.addEventListener('error', tell)
    window.addEventListener('unhandledrejection', tell)
    return () => {
      window.removeEventListener('error', tell)
      window.removeEventListener('unhandledrejection', tell)
    }
  }

  /** For an error that was caught where nothing can be done about it. */
  tell(error: unknown): void {
    console.error(error)
    this.#happened = true
  }

  get happened(): boolean {
    return this.#happened
  }

  dismiss(): void {
    this.#happened = false
  }
}
