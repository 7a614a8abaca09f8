/**
 * The prints of this run: one is prepared at a time, and the last prepared one is kept in memory for the
 * preview and for saving. Nothing is written to disk but where the reader asks for it.
 */
import type { PreparedPrint, PrintFailure, PrintResult } from '../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { PrintProgress, PrintStep } from '../../src-bridge/printprogress.ts'
import type { PrintRequest } from '../../src-library/model/print.ts'
import { printNumbered, readView, type PrintPage, type Tell } from './layout.ts'

type Bytes = Uint8Array<ArrayBuffer>

type Needs = {
  /** Rejects when the print view can't be loaded. */
  readonly openPage: (job: PrintRequest) => Promise<PrintPage>
  readonly hasPrinter: () => Promise<boolean>
  /** Where the page reads the PDF of an id, which has these bytes. */
  readonly addressOf: (id: string, bytes: Uint8Array) => string
  /** Told of every step, in order, beginning with `opening`. */
  readonly tell: (progress: PrintProgress) => void
  /** Milliseconds for laying out and printing. A dossier of hundreds of pages on an old laptop takes its time. */
  readonly patience?: number
}

/** `page` is still open when there is a value, unless the work closed it; without one it has been closed. */
type LaidOut<Value> = { readonly page: PrintPage; readonly value: Value }

export class Prints {
  readonly #needs: Needs
  readonly #running = new Map<PrintProgress['of'], AbortController>()
  #prepared: { readonly id: string; readonly bytes: Bytes } | null = null
  #count = 0

  constructor(needs: Needs) {
    this.#needs = needs
  }

  /** The bytes of the prepared print; null for any other. */
  bytesOf(id: string): Bytes | null {
    return this.#prepared?.id === id ? this.#prepared.bytes : null
  }

  /** Gives up the one being prepared. The last prepared one stays until this one is ready. */
  async prepare(job: PrintRequest): Promise<Outcome<PreparedPrint, PrintFailure>> {
    const made = await this.#layOut('preview', job, async (page, tell) => {
      const view = await readView(page, tell)
      if (!view.ok) return view
      const printed = await printNumbered(page, view.value, job.paper, tell)
      if (!printed.ok) return printed
      tell({ kind: 'finishing', pages: printed.value.pages })
      // A long dossier's view and its PDF taken apart are the most that is held: not both at once.
      page.close()
      const { title, language } = view.value
      const bytes = await printed.value.finish({ title, language, printedOn: job.printedOn })
      return success({ bytes, pages: printed.value.pages })
    })
    if (!made.ok) return made
    const { bytes, pages } = made.value.value
    const id = `print-${++this.#count}`
    this.#prepared = { id, bytes }
    return success({ id, address: this.#needs.addressOf(id, bytes), pages, bytes: bytes.byteLength })
  }

  /** Gives up whatever is being laid out, for the preview and for paper. */
  cancel(): void {
    for (const running of this.#running.values()) running.abort()
    this.#running.clear()
  }

  /** The system's dialog and the printer, from the same print view as the PDF. Gives up one that is not laid out yet. */
  async paper(job: PrintRequest): Promise<Outcome<PrintResult, PrintFailure>> {
    if (!(await this.#needs.hasPrinter())) return failure({ kind: 'no-printer', detail: '' })
    const made = await this.#layOut<unknown>('paper', job, async (page, tell) => {
      const view = await readView(page, tell)
      const numbered = view.ok && view.value.numbered.length > 0
      const laidOut = numbered ? await printNumbered(page, view.value, job.paper, tell) : view
      if (laidOut.ok) tell({ kind: 'dialog' })
      return laidOut
    })
    if (!made.ok) return made
    const { page } = made.value
    try {
      // Without a limit: a reader may think before the dialog for as long as they like.
      const { printed, reason } = await page.toPaper(job.paper)
      if (printed) return success({ kind: 'printed' })
      return /cancel/i.test(reason)
        ? success({ kind: 'cancelled' })
        : failure({ kind: 'printer', detail: reason })
    } catch (error) {
      return failure({ kind: 'printer', detail: wordsOf(error) })
    } finally {
      page.close()
    }
  }

  /** Opens the view and works on it, but no longer than patience lasts or until it is given up, for another too. */
  async #layOut<Value>(
    of: PrintProgress['of'],
    job: PrintRequest,
    work: (page: PrintPage, tell: Tell) => Promise<Outcome<Value, PrintFailure>>,
  ): Promise<Outcome<LaidOut<Value>, PrintFailure>> {
    this.#running.get(of)?.abort()
    const running = new AbortController()
    this.#running.set(of, running)
    const tell = (step: PrintStep): void => {
      if (!running.signal.aborted) this.#needs.tell({ of, step })
    }
    tell({ kind: 'opening' })
    const opening = this.#needs.openPage(job)
    const patience = AbortSignal.timeout(this.#needs.patience ?? 180_000)
    const stopped = new Promise<Outcome<never, PrintFailure>>((resolve) => {
      running.signal.addEventListener('abort', () => resolve(superseded))
      patience.addEventListener('abort', () => resolve(failure({ kind: 'timeout', detail: '' })))
    })
    const worked = opening
      .then((page) => work(page, tell))
      .catch((error: unknown) => {
        return failure({ kind: 'render', detail: wordsOf(error) } as const)
      })
    const result = await Promise.race([worked, stopped])
    if (this.#running.get(of) === running) this.#running.delete(of)
    // No progress events after the result.
    running.abort()
    if (result.ok) return success({ page: await opening, value: result.value })
    void opening.then(
      (page) => page.close(),
      () => undefined,
    )
    return result
  }
}

const superseded = failure({ kind: 'superseded', detail: '' } as const)

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300)
