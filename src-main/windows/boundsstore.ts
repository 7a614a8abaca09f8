/** Remembers where the window was, from one start to the next. */
import type { SaveFailure } from '../../src-bridge/contract.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'
import { Store, type Size } from '../userdata/store.ts'
import {
  openingPlacement,
  placementsFormat,
  rememberPlacement,
  type Bounds,
  type Display,
  type WindowPlacement,
  type WindowPlacements,
} from './bounds.ts'

export class BoundsStore {
  readonly #store: Store<WindowPlacements>
  #placements: WindowPlacements
  #forgets = false

  static async open(folder: string): Promise<BoundsStore> {
    const store = new Store(folder, placementsFormat, [])
    return new BoundsStore(store, (await store.load()).data)
  }

  private constructor(store: Store<WindowPlacements>, placements: WindowPlacements) {
    this.#store = store
    this.#placements = placements
  }

  opening(displays: readonly [Display, ...Display[]]): WindowPlacement {
    return openingPlacement(this.#placements, displays)
  }

  /** If the bounds could not be stored, the window opens in its usual place, without a message. */
  remember(display: Display, bounds: Bounds, maximized: boolean): void {
    this.#placements = rememberPlacement(this.#placements, display, bounds, maximized)
    if (!this.#forgets) void this.#store.save(this.#placements)
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
