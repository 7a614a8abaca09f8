/** What the reader asked to open: a pack from a dialog, from outside, or dropped on the window. The place of packs takes it. */
import type { Navigation } from './navigation.svelte.ts'

export type PackRequest =
  { readonly from: 'dialog' } | { readonly from: 'outside' } | { readonly from: 'drop'; readonly file: File }

export class PackRequests {
  readonly #navigation: Pick<Navigation, 'go'>
  #asked = $state.raw<PackRequest | null>(null)

  constructor(navigation: Pick<Navigation, 'go'>) {
    this.#navigation = navigation
  }

  get asked(): PackRequest | null {
    return this.#asked
  }

  /** Goes to the place of packs, which begins with it. */
  ask(request: PackRequest): void {
    this.#asked = request
    this.#navigation.go({ place: 'packs' })
  }

  /** Hands the request out once. */
  take(): PackRequest | null {
    const asked = this.#asked
    this.#asked = null
    return asked
  }
}
