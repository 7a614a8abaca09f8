/**
 * Calls that this office made to the numbers of its packs, and on which day somebody answered. Kept only if the
 * reader asked for it; else they last until the window is closed.
 */
import { mostCalls, type Call } from '../../src-bridge/settings.ts'
import type { DirectAnswer } from '../../src-library/model/directanswer.ts'
import type { SettingsState } from './settings.svelte.ts'

export class Calls {
  readonly #settings: SettingsState
  #session = $state.raw<readonly Call[]>([])
  #asking = $state(false)

  constructor(settings: SettingsState) {
    this.#settings = settings
  }

  /** Whether the reader is to be asked if calls are to be kept. */
  get asking(): boolean {
    return this.#asking
  }

  /** The last day on which the number answered, as an ISO day; null if it was not called from here. */
  dayOf(pack: string, { phone }: Pick<DirectAnswer, 'phone'>): string | null {
    if (!phone) return null
    const { number } = phone
    const calls = [...this.#session, ...this.#settings.current.calls]
    const days = calls.filter((one) => one.pack === pack && one.number === number).map(({ day }) => day)
    return days.sort().at(-1) ?? null
  }

  /** Every number that was called from here, with the last day on which it answered. */
  get all(): readonly Call[] {
    return [...this.#session].reverse().reduce(withCall, [...this.#settings.current.calls])
  }

  /** The number answered on a day (ISO). The first call asks whether the days are to be kept. */
  async answered(pack: string, { phone }: Pick<DirectAnswer, 'phone'>, day: string): Promise<void> {
    if (!phone) return
    this.#session = withCall(this.#session, { pack, number: phone.number, day })
    const { keepCalls } = this.#settings.current
    if (keepCalls === 'keep') await this.#keep()
    else if (keepCalls === 'ask') this.#asking = true
  }

  /** The reader's choice. `keep` also stores the calls of this window. */
  async choose(choice: 'keep' | 'session'): Promise<void> {
    this.#asking = false
    if (choice === 'keep') await this.#keep()
    else await this.#settings.change({ keepCalls: 'session', calls: [] })
  }

  async #keep(): Promise<void> {
    const calls = this.#session.reduce(withCall, this.#settings.current.calls)
    await this.#settings.change({ keepCalls: 'keep', calls })
  }
}

/** One entry a number, the last called first. */
const withCall = (calls: readonly Call[], call: Call): Call[] =>
  [call, ...calls.filter((one) => one.pack !== call.pack || one.number !== call.number)].slice(0, mostCalls)
