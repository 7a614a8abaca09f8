/**
 * The preview's work: has the pages made, reads them, and has them saved or
 * printed. A newer job takes the place of one that is being made; the pages
 * shown stay until the new ones are there.
 */
import type { Bridge, PreparedPrint, PrintFailure, PrintResult } from '../../../src-bridge/contract.ts'
import { failure, type Outcome } from '../../../src-library/model/outcome.ts'
import type { PrintRequest } from '../../../src-library/model/print.ts'
import type { PdfPages } from './pdfpages.ts'
import { Waiting, type Timer, type WaitingStep } from './waiting.svelte.ts'

export type PreviewState =
  | { readonly kind: 'preparing' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'cancelled' }
  /** Made, but not to be shown: they can still be saved. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'failed'; readonly failure: PrintFailure }

/** What the preview needs of the world; a test hands in its own. */
export type PreviewMeans = {
  readonly bridge: Pick<Bridge, 'call' | 'on'>
  readonly after: Timer
  /** Null where there are none. */
  readonly readBytes: (address: string) => Promise<Uint8Array | null>
  readonly openPdf: (bytes: Uint8Array) => Promise<PdfPages>
}

export class Preview {
  #state = $state.raw<PreviewState>({ kind: 'preparing' })
  #prepared = $state.raw<PreparedPrint | null>(null)
  #before = $state.raw<number | null>(null)
  #pages = $state.raw<PdfPages | null>(null)
  #job: PrintRequest | null = null
  #turn = 0
  readonly #means: PreviewMeans
  readonly #waiting: { readonly preview: Waiting; readonly paper: Waiting }
  readonly #stopListening: () => void

  constructor(means: PreviewMeans) {
    this.#means = means
    this.#waiting = { preview: new Waiting(means.after), paper: new Waiting(means.after) }
    this.#stopListening = means.bridge.on('print.progress', ({ of, step }) => {
      // From here on the reader waits only for themselves.
      if (step.kind === 'dialog') this.#waiting[of].end()
      else this.#waiting[of].tell(step)
    })
  }

  get state(): PreviewState {
    return this.#state
  }

  /** The last pages that were made; null before the first. */
  get prepared(): PreparedPrint | null {
    return this.#prepared
  }

  /** How many pages there were before the last change, where that was another number. */
  get before(): number | null {
    return this.#before
  }

  /** The same, to be drawn; null when they can't be. */
  get pages(): PdfPages | null {
    return this.#pages
  }

  /** Whether the pages shown are those of the job last asked for. */
  get current(): boolean {
    return this.#state.kind === 'ready' || this.#state.kind === 'unseen'
  }

  /** How far that has come for which the reader waits; null when there is nothing, or not for long yet. */
  get progress(): WaitingStep | null {
    return this.#waiting.paper.said ?? this.#waiting.preview.said
  }

  async prepare(job: PrintRequest): Promise<void> {
    const turn = ++this.#turn
    this.#job = job
    this.#state = { kind: 'preparing' }
    this.#waiting.preview.begin()
    const answer = await this.#asked(job)
    if (turn !== this.#turn) return
    if (!answer.ok) {
      const isSuperseded = answer.failure.kind === 'superseded'
      this.#waiting.preview.end()
      this.#state = isSuperseded ? { kind: 'cancelled' } : { kind: 'failed', failure: answer.failure }
      return
    }
    this.#waiting.preview.tell({ kind: 'showing' })
    const pages = await this.#open(answer.value.address)
    if (turn !== this.#turn) {
      pages?.close()
      return
    }
    this.#pages?.close()
    this.#pages = pages
    const earlier = this.#prepared?.pages ?? answer.value.pages
    this.#before = earlier === answer.value.pages ? null : earlier
    this.#prepared = answer.value
    this.#waiting.preview.end()
    this.#state = { kind: pages ? 'ready' : 'unseen' }
  }

  /** Gives up what is being made, for the preview and for paper. */
  async cancel(): Promise<void> {
    if (this.#state.kind === 'preparing') {
      this.#turn += 1
      this.#state = { kind: 'cancelled' }
    } else if (!this.#waiting.paper.busy) return
    this.#waiting.preview.end()
    this.#waiting.paper.end()
    await this.#means.bridge.call('print.cancel', null)
  }

  /** Null when there is nothing to save. Pages that main no longer holds are made again. */
  async save(): Promise<Outcome<PrintResult, PrintFailure> | null> {
    if (!this.#prepared || !this.#job || !this.current) return null
    const answer = await this.#means.bridge.call('print.save', { id: this.#prepared.id })
    if (!answer.ok && answer.failure.kind === 'expired') void this.prepare(this.#job)
    return answer
  }

  /** Null while the pages for a print that was asked for before are still being made. */
  async print(job: PrintRequest): Promise<Outcome<PrintResult, PrintFailure> | null> {
    if (this.#waiting.paper.busy) return null
    this.#waiting.paper.begin()
    try {
      return await this.#means.bridge.call('print.paper', job)
    } finally {
      this.#waiting.paper.end()
    }
  }

  close(): void {
    const { preview, paper } = this.#waiting
    const working = preview.busy || paper.busy
    this.#turn += 1
    this.#stopListening()
    preview.end()
    paper.end()
    this.#pages?.close()
    this.#pages = null
    if (working) void this.#means.bridge.call('print.cancel', null)
  }

  /** A call that rejects is a print that failed: no caller waits for it any longer. */
  async #asked(job: PrintRequest): Promise<Outcome<PreparedPrint, PrintFailure>> {
    try {
      return await this.#means.bridge.call('print.prepare', job)
    } catch (error) {
      console.error(error)
      return failure({ kind: 'render', detail: '' })
    }
  }

  async #open(address: string): Promise<PdfPages | null> {
    try {
      const bytes = await this.#means.readBytes(address)
      if (!bytes) throw new Error('The pages that were made are not there.')
      return await this.#means.openPdf(bytes)
    } catch (error) {
      console.error(error)
      return null
    }
  }
}
