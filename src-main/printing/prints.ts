/**
 * The prints of this run: one is prepared at a time, and the last prepared one is kept in memory for the preview and for
 * saving. A newer print gives up the one before it, whose window is closed at once, and waits until it is. Nothing is
 * written to disk but where the reader asks for it.
 */
import type { PreparedPrint, PrintFailure, PrintResult } from '../../src-bridge/contract.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { PrintProgress, PrintStep } from '../../src-bridge/printprogress.ts'
import type { PrintRequest } from '../../src-library/model/print.ts'
import { nameOfPrint } from './filename.ts'
import {
  finishPdf,
  printNumbered,
  readView,
  type LayoutTools,
  type PrintPage,
  type ReadPdf,
} from './layout.ts'

type Bytes = Uint8Array<ArrayBuffer>

type Dependencies = {
  /** Rejects when the print view can't be loaded, and soon after the signal is aborted; then its window is closed. */
  readonly openPage: (job: PrintRequest, signal: AbortSignal) => Promise<PrintPage>
  readonly readPdf: ReadPdf
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
  readonly #dependencies: Dependencies
  readonly #running = new Map<PrintProgress['of'], AbortController>()
  /** Settled when no window is being opened. */
  #opening: Promise<unknown> = Promise.resolve()
  #prepared: { readonly id: string; readonly bytes: Bytes; readonly name: string } | null = null
  #count = 0

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies
  }

  /** The bytes of the prepared print; null for any other. */
  bytesOf(id: string): Bytes | null {
    return this.#prepared?.id === id ? this.#prepared.bytes : null
  }

  /** The name proposed for its file, without an ending. */
  nameOf(id: string): string {
    return this.#prepared?.id === id ? this.#prepared.name : ''
  }

  /** Gives up the one being prepared. The last prepared one stays until this one is ready. */
  async prepare(job: PrintRequest): Promise<Outcome<PreparedPrint, PrintFailure>> {
    const made = await this.#layOut('preview', job, async (page, tools) => {
      const view = await readView(page, tools.tell)
      if (!view.ok) return view
      const printed = await printNumbered(page, view.value, job.paper, tools)
      if (!printed.ok) return printed
      const { pages } = printed.value
      tools.tell({ kind: 'finishing', pages })
      // A long dossier's view and its PDF taken apart need the most memory: not both at once.
      page.close()
      const { title, language, neutral } = view.value
      const facts = { title, language, printedOn: job.printedOn, neutral, booklet: job.paper === 'booklet' }
      const bytes = await finishPdf(printed.value.bytes, facts, tools)
      return bytes.ok
        ? success({ bytes: bytes.value, pages, view: view.value, name: nameOfPrint(job, view.value) })
        : bytes
    })
    if (!made.ok) return made
    const { bytes, pages, view, name } = made.value.value
    const { leaf, begins = [] } = view
    const id = `print-${++this.#count}`
    this.#prepared = { id, bytes, name }
    return success({
      id,
      address: this.#dependencies.addressOf(id, bytes),
      pages,
      begins,
      bytes: bytes.byteLength,
      leaf,
    })
  }

  /** Gives up whatever is being laid out, for the preview and for paper. */
  cancel(): void {
    for (const running of this.#running.values()) running.abort()
    this.#running.clear()
  }

  /** The system's dialog and the printer, from the same print view as the PDF. Gives up one that is not laid out yet. */
  async paper(job: PrintRequest): Promise<Outcome<PrintResult, PrintFailure>> {
    const made = await this.#layOut<unknown>(
      'paper',
      job,
      async (page, tools) => {
        const view = await readView(page, tools.tell)
        const numbered = view.ok && view.value.numbered.length > 0
        const laidOut = numbered ? await printNumbered(page, view.value, job.paper, tools) : view
        if (laidOut.ok) tools.tell({ kind: 'dialog' })
        return laidOut
      },
      async () => ((await this.#dependencies.hasPrinter()) ? null : { kind: 'no-printer', detail: '' }),
    )
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

  /**
   * Opens the view and works on it, but no longer than patience lasts or until it is given up, for another too. `hinders`
   * is asked first why it can't be done at all.
   */
  async #layOut<Value>(
    of: PrintProgress['of'],
    job: PrintRequest,
    work: (page: PrintPage, tools: LayoutTools) => Promise<Outcome<Value, PrintFailure>>,
    hinders: () => Promise<PrintFailure | null> = () => Promise.resolve(null),
  ): Promise<Outcome<LaidOut<Value>, PrintFailure>> {
    this.#running.get(of)?.abort()
    const running = new AbortController()
    this.#running.set(of, running)
    const { signal } = running
    let isOver = false
    const tell = (step: PrintStep): void => {
      if (!isOver && !signal.aborted) this.#dependencies.tell({ of, step })
    }
    tell({ kind: 'opening' })
    const patience = AbortSignal.timeout(this.#dependencies.patience ?? 180_000)
    const stopped = new Promise<Outcome<never, PrintFailure>>((resolve) => {
      signal.addEventListener('abort', () => resolve(superseded))
      patience.addEventListener('abort', () => resolve(failure({ kind: 'timeout', detail: '' })))
    })
    const opened: { page?: PrintPage } = {}
    const worked = async (): Promise<Outcome<LaidOut<Value>, PrintFailure>> => {
      const why = await hinders()
      if (why !== null) return failure(why)
      const page = await this.#open(job, signal)
      if (page === null) return superseded
      opened.page = page
      const result = await work(page, { tell, signal, readPdf: this.#dependencies.readPdf })
      return result.ok ? success({ page, value: result.value }) : result
    }
    const result = await Promise.race([
      worked().catch((error: unknown) => failure({ kind: 'render', detail: wordsOf(error) } as const)),
      stopped,
    ])
    isOver = true
    if (this.#running.get(of) === running) this.#running.delete(of)
    if (result.ok) return result
    // Ends work that is still under way.
    running.abort()
    opened.page?.close()
    return result
  }

  /** Opens a view once no other is being opened; null if it was given up before, or meanwhile. */
  async #open(job: PrintRequest, signal: AbortSignal): Promise<PrintPage | null> {
    const before = this.#opening.catch(() => undefined)
    const opening = before.then(() => (signal.aborted ? null : this.#dependencies.openPage(job, signal)))
    this.#opening = opening
    const page = await opening
    if (!signal.aborted) return page
    page?.close()
    return null
  }
}

const superseded = failure({ kind: 'superseded', detail: '' } as const)

const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 300)
