/**
 * From a print job to the bytes of a PDF. The contents' page numbers are known only from a printed
 * document: it is printed, they are read from its named destinations and written in, and it is printed
 * again, until no number changes.
 */
import * as v from 'valibot'
import type { PrintFailure } from '../../src-bridge/contract.ts'
import { printReadySchema, type PrintReady } from '../../src-bridge/printaddress.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { PaperSize } from '../../src-library/model/print.ts'
import { readPdf, type PrintedPdf } from './pdf.ts'

/** The print view of a job, loaded and out of sight. Electron's is in printpage.ts. */
export type PrintPage = {
  /** What `fieldshelfPrint` was settled with; still to be decoded. */
  readonly ready: () => Promise<unknown>
  readonly showPages: (pages: Readonly<Record<string, number>>) => Promise<unknown>
  readonly toPdf: (paper: PaperSize) => Promise<Uint8Array>
  /** Opens the system's dialog. `reason` is the system's own, empty when printed. */
  readonly toPaper: (paper: PaperSize) => Promise<{ readonly printed: boolean; readonly reason: string }>
  /** Ends whatever the page is doing. */
  readonly close: () => void
}

export type ReadyView = Extract<PrintReady, { ok: true }>['value']

/** Numbers written in may move a line; then what follows may move a page. It settles at once or the next time. */
const mostPasses = 4

export async function readView(page: PrintPage): Promise<Outcome<ReadyView, PrintFailure>> {
  const answer = v.safeParse(printReadySchema, await page.ready())
  return answer.success
    ? answer.output
    : failure({ kind: 'render', detail: 'The print view did not say that it is ready.' })
}

/** Prints until the page numbers stand still. The pages of the last PDF are those of the view as it is then. */
export async function printNumbered(
  page: PrintPage,
  view: ReadyView,
  paper: PaperSize,
): Promise<Outcome<PrintedPdf, PrintFailure>> {
  let shown = ''
  for (let pass = 1; pass <= mostPasses; pass++) {
    const pdf = await readPdf(await page.toPdf(paper))
    const numbers = view.numbered.flatMap((id) => {
      const number = pdf.destinations.get(id)
      return number === undefined ? [] : [[id, number] as const]
    })
    const found = JSON.stringify(numbers)
    if (view.numbered.length === 0 || found === shown) return success(pdf)
    await page.showPages(Object.fromEntries(numbers))
    shown = found
  }
  return failure({ kind: 'render', detail: 'The page numbers of the contents did not settle.' })
}
