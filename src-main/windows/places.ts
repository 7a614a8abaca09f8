/** Remembers where the window stood, from one start to the next. */
import { Store } from '../userdata/store.ts'
import {
  openingPlace,
  placesFormat,
  rememberPlace,
  type Bounds,
  type Display,
  type Place,
  type Places,
} from './place.ts'

export class KeptPlaces {
  readonly #store: Store<Places>
  #places: Places

  static async open(folder: string): Promise<KeptPlaces> {
    const store = new Store(folder, placesFormat, [])
    return new KeptPlaces(store, (await store.load()).data)
  }

  private constructor(store: Store<Places>, places: Places) {
    this.#store = store
    this.#places = places
  }

  opening(displays: readonly [Display, ...Display[]]): Place {
    return openingPlace(this.#places, displays)
  }

  /** Where it could not be kept, the window opens in its usual place: nobody is told. */
  remember(display: Display, bounds: Bounds, maximized: boolean): void {
    this.#places = rememberPlace(this.#places, display, bounds, maximized)
    void this.#store.save(this.#places)
  }

  settled(): Promise<void> {
    return this.#store.settled()
  }
}
