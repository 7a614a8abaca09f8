/**
 * Signing as the page holds it: which key was chosen, and what came of the last signing. A passphrase goes through to
 * main and is not kept.
 */
import type { Bridge, PrintFailure, PrintResult } from '../../src-bridge/contract.ts'
import type { KeyRequest, SignedCopy, SigningFailureKind, SigningKey } from '../../src-bridge/signing.ts'
import type { KeySheetJob, PaperSize } from '../../src-library/model/print.ts'
import type { Outcome } from '../../src-library/model/outcome.ts'

type SignedPackCopy = SignedCopy & { readonly pack: string }

export class Signing {
  readonly #bridge: Bridge
  #key = $state.raw<SigningKey | null>(null)
  #isNew = $state(false)
  #failed = $state.raw<SigningFailureKind | null>(null)
  #busy = $state.raw<'key' | 'pack' | 'sheet' | null>(null)
  #done = $state.raw<SignedPackCopy | null>(null)

  constructor(bridge: Bridge) {
    this.#bridge = bridge
  }

  get key(): SigningKey | null {
    return this.#key
  }
  /** Whether the key was made just now. */
  get isNew(): boolean {
    return this.#isNew
  }
  get failed(): SigningFailureKind | null {
    return this.#failed
  }
  get busy(): 'key' | 'pack' | 'sheet' | null {
    return this.#busy
  }

  /** What became of signing this pack last. */
  done(pack: string): SignedPackCopy | null {
    return this.#done?.pack === pack ? this.#done : null
  }

  choose(): Promise<boolean> {
    return this.#ask({ kind: 'choose' })
  }

  make(name: string, passphrase: string): Promise<boolean> {
    return this.#ask({ kind: 'make', name, passphrase })
  }

  /** Before another key is chosen. */
  putAway(): void {
    this.#key = null
    this.#failed = null
    this.#done = null
  }

  async sign(pack: string, passphrase: string): Promise<boolean> {
    if (this.#busy) return false
    this.#begin('pack')
    this.#done = null
    const answer = await this.#bridge.call('own.sign', { pack, passphrase })
    this.#end(answer)
    if (answer.ok) this.#done = { ...answer.value, pack }
    return answer.ok
  }

  /** The sheet for the safe, to a printer or into a PDF. Null while something else is done, or without a key. */
  async sheet(
    way: 'paper' | 'pdf',
    { language, paper, printedOn }: { language: string; paper: PaperSize; printedOn: string },
  ): Promise<Outcome<PrintResult, PrintFailure> | null> {
    if (this.#busy || !this.#key) return null
    const { name, checkNumber, publicKey, file } = this.#key
    const job: KeySheetJob = {
      kind: 'keySheet',
      ...{ publisher: name, checkNumber, publicKey, file },
      ...{ language, textSize: 12, paper, printedOn },
    }
    this.#begin('sheet')
    try {
      if (way === 'paper') return await this.#bridge.call('print.paper', job)
      const made = await this.#bridge.call('print.prepare', job)
      return made.ok ? await this.#bridge.call('print.save', { id: made.value.id }) : made
    } finally {
      this.#busy = null
    }
  }

  async #ask(request: KeyRequest): Promise<boolean> {
    if (this.#busy) return false
    this.#begin('key')
    const answer = await this.#bridge.call('own.key', request)
    this.#end(answer)
    if (answer.ok) {
      this.#key = answer.value
      this.#isNew = request.kind === 'make'
      this.#done = null
    }
    return answer.ok
  }

  #begin(what: 'key' | 'pack' | 'sheet'): void {
    this.#busy = what
    this.#failed = null
  }

  #end(answer: Outcome<unknown, { readonly kind: SigningFailureKind }>): void {
    this.#busy = null
    this.#failed = answer.ok || answer.failure.kind === 'cancelled' ? null : answer.failure.kind
  }
}

const signings = new WeakMap<Bridge, Signing>()

/** Each window has one, so that the chosen key stays chosen in every step and for every pack. */
export function signingOf(bridge: Bridge): Signing {
  const signing = signings.get(bridge) ?? new Signing(bridge)
  signings.set(bridge, signing)
  return signing
}
