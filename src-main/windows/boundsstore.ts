/** Remembers where the window was, from one start to the next. */
import type { SaveFailure } from '../../src-bridge/contract.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import { Store, type Size } from '../userdata/store.ts'
import {
  openingPlacement,
  placesFormat,
  rememberPlacement,
  type Bounds,
  type Display,
  type WindowPlacement,
  type WindowPlacements,
} from './bounds.ts'

export class BoundsStore {
  readonly #store: Store<WindowPlacements>
  #places: WindowPlacements
  #forgets = false

  static async open(folder: string): Promise<BoundsStore> {
    const store = new Store(folder, placesFormat, [])
    return new BoundsStore(store, (await store.load()).data)
  }

  private constructor(store: Store<WindowPlacements>, places: WindowPlacements) {
    this.#store = store
    this.#places = places
  }

  opening(displays: readonly [Display, ...Display[]]): WindowPlacement {
    return openingPlacement(this.#places, displays)
  }

  /** If the bounds could not be stored, the window opens in its usual place, without a message. */
  remember(display: Display, bounds: Bounds, maximized: boolean): void {
    this.#places = rememberPlacement(this.#places, display, bounds, maximized)
    if (!this.#forgets) void this.#store.save(this.#places)
  }

  /** From here to the app's end nothing is remembered: else closing the window would bring it back. */
  remove(): Promise<Outcome<null, SaveFailure>> {
    this.#forgets = true
    return this.#store.remove()
  }

  onDisk(): Promise<Size | null> {
    return this.#store.size()
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
