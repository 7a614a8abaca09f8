/** Opening a pack, step by step: it is copied and checked, then offered, then installed; and at each step why not. */
import type { Bridge } from '../../src-bridge/contract.ts'
import {
  droppedPiece,
  type OfferedPack,
  type PackProgress,
  type PackRefusal,
} from '../../src-bridge/packs.ts'
import { failure, type Outcome } from '../../src-library/model/outcome.ts'
import type { PackRequest } from '../state/packrequests.svelte.ts'

export type Flow =
  | { readonly kind: 'idle' }
  | { readonly kind: 'checking'; readonly progress: PackProgress }
  | { readonly kind: 'offered'; readonly pack: OfferedPack; readonly refusal: PackRefusal | null }
  | { readonly kind: 'installing'; readonly pack: OfferedPack }
  | { readonly kind: 'refused'; readonly refusal: PackRefusal }
  | { readonly kind: 'installed'; readonly pack: OfferedPack }

/** Milliseconds from piece to piece of a dropped file: main takes only so many calls a second. */
const pace = 25

export class PackFlow {
  readonly #bridge: Bridge
  readonly #rest: () => Promise<unknown>
  #state = $state.raw<Flow>({ kind: 'idle' })
  /** Counts what was opened: what an earlier one still answers is not heard. */
  #turn = 0

  constructor(bridge: Bridge, rest = () => new Promise((resolve) => setTimeout(resolve, pace))) {
    this.#bridge = bridge
    this.#rest = rest
  }

  get state(): Flow {
    return this.#state
  }

  /** Hears of progress until the returned function is called. */
  follow(): () => void {
    return this.#bridge.on('packs.progress', (progress) => {
      if (this.#state.kind === 'checking') this.#state = { kind: 'checking', progress }
    })
  }

  async open(request: PackRequest): Promise<void> {
    const turn = ++this.#turn
    this.#state = { kind: 'checking', progress: { step: 'copying', done: 0, total: 0 } }
    const offered =
      request.from === 'drop'
        ? await this.#send(request.file, turn)
        : await this.#bridge.call('packs.offer', { from: request.from })
    if (turn !== this.#turn) return
    if (offered.ok) this.#state = { kind: 'offered', pack: offered.value, refusal: null }
    else if (offered.failure.kind === 'cancelled') this.#state = { kind: 'idle' }
    else this.#state = { kind: 'refused', refusal: offered.failure }
  }

  /** Gives up what is checked or offered. */
  async cancel(): Promise<void> {
    this.#turn += 1
    this.#state = { kind: 'idle' }
    await this.#bridge.call('packs.cancel', null)
  }

  async install(): Promise<void> {
    if (this.#state.kind !== 'offered') return
    const { pack } = this.#state
    this.#state = { kind: 'installing', pack }
    const installed = await this.#bridge.call('packs.change', { kind: 'install', token: pack.token })
    // The offer holds: there may be room the next time.
    this.#state = installed.ok
      ? { kind: 'installed', pack }
      : installed.failure.kind === 'expired'
        ? { kind: 'refused', refusal: installed.failure }
        : { kind: 'offered', pack, refusal: installed.failure }
  }

  /** Waves away what was said of the last one. */
  dismiss(): void {
    if (this.#state.kind === 'refused' || this.#state.kind === 'installed') this.#state = { kind: 'idle' }
  }

  async #send(file: File, turn: number): Promise<Outcome<OfferedPack, PackRefusal>> {
    const started = await this.#bridge.call('packs.drop', { size: file.size })
    if (!started.ok) return started
    for (let at = 0; at < file.size; at += droppedPiece) {
      if (turn !== this.#turn) return failure({ kind: 'cancelled' })
      const bytes = await bytesOf(file.slice(at, at + droppedPiece))
      if (bytes === null) {
        await this.#bridge.call('packs.cancel', null)
        return failure({ kind: 'gone' })
      }
      const sent = await this.#bridge.call('packs.drop', { bytes })
      if (!sent.ok) return sent
      await this.#rest()
    }
    return this.#bridge.call('packs.offer', { from: 'drop' })
  }
}

/** Null where the file can't be read any more. */
const bytesOf = (part: Blob): Promise<Uint8Array | null> =>
  part.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  )
