/** Files that were dropped on the window and are no packs. The place where packs are made asks what becomes of them. */
import type { Navigation } from './navigation.svelte.ts'

export class DroppedDocuments {
  readonly #navigation: Pick<Navigation, 'go' | 'location'>
  #files = $state.raw<readonly File[]>([])

  constructor(navigation: Pick<Navigation, 'go' | 'location'>) {
    this.#navigation = navigation
  }

  get waiting(): readonly File[] {
    return this.#files
  }

  /** They go into the pack that is in work; else the reader is asked. */
  ask(files: readonly File[]): void {
    this.#files = files
    const { location } = this.#navigation
    const pack = location.place === 'making' ? location.pack : null
    this.#navigation.go({ place: 'making', pack, step: 'documents', document: null, line: null })
  }

  /** Hands them out once. */
  take(): readonly File[] {
    const files = this.#files
    this.#files = []
    return files
  }
}
