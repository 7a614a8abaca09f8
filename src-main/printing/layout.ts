/**
 * From a print job to the bytes of a PDF. The view has measured the contents' page numbers, so one printing is enough.
 * Should its named destinations say otherwise, theirs are written in and it is printed again, until no number changes.
 */
import * as v from 'valibot'
import type { PrintFailure } from '../../src-bridge/contract.ts'
import { viewProgressSchema, printReadySchema, type PrintReady } from '../../src-bridge/printaddress.ts'
import type { PrintStep } from '../../src-bridge/printprogress.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { PaperSize } from '../../src-library/model/print.ts'
import { describeIsolatedFailure, type IsolatedFailure } from '../../src-isolated/task.ts'
import type { PdfAnswer, PdfFacts } from './pdf.ts'

/** Takes a PDF apart in the isolated process; finishes it if it is given facts. */
export type ReadPdf = (
  bytes: Uint8Array,
  facts: PdfFacts | null,
  signal: AbortSignal,
) => Promise<Outcome<PdfAnswer, IsolatedFailure>>

export type PrintedPdf = { readonly pages: number; readonly bytes: Uint8Array }

export type LayoutTools = {
  readonly tell: ReportStep
  readonly readPdf: ReadPdf
  /** Aborted when the print is no longer wanted. */
  readonly signal: AbortSignal
}

/** `outline`: only where `tagged`, for the engine makes it from the tags. */
export type PdfMade = { readonly tagged: boolean; readonly outline: boolean }

/** The print view of a job, loaded and out of sight. Electron's is in printpage.ts. */
export type PrintPage = {
  /** What `fieldshelfPrint` was settled with; still to be decoded. */
  readonly ready: () => Promise<unknown>
  /** The view's first step after the `seen` first ones; still to be decoded. */
  readonly stepAfter: (seen: number) => Promise<unknown>
  readonly showPages: (pages: Readonly<Record<string, number>>) => Promise<unknown>
  /** Best-effort garbage collection between passes. */
  readonly tidy: () => Promise<unknown>
  /** Tags and outline change no page and cost memory and time: only the PDF that stays has them. */
  readonly toPdf: (paper: PaperSize, made: PdfMade) => Promise<Uint8Array>
  /** Opens the system's dialog. `reason` is the system's own, empty when printed. */
  readonly toPaper: (paper: PaperSize) => Promise<{ readonly printed: boolean; readonly reason: string }>
  /** Ends whatever the page is doing. */
  readonly close: () => void
}

export type ReadyView = Extract<PrintReady, { ok: true }>['value']

/** Numbers written in may move a line; then what follows may move a page. It settles at once or the next time. */
const mostPasses = 4

export type ReportStep = (step: PrintStep) => void

/** Waits for the view to be drawn, and tells how far it has come. */
export async function readView(page: PrintPage, tell: ReportStep): Promise<Outcome<ReadyView, PrintFailure>> {
  void follow(page, tell)
  const answer = v.safeParse(printReadySchema, await page.ready())
  return answer.success
    ? answer.output
    : failure({ kind: 'render', detail: 'The print view did not say that it is ready.' })
}

/** Steps are worth telling and nothing more: where they can't be had, or make no sense, the print goes on without. */
async function follow(page: PrintPage, tell: ReportStep): Promise<void> {
  for (let seen = 0; ;) {
    const answer = v.safeParse(viewProgressSchema, await page.stepAfter(seen).catch(() => null))
    if (!answer.success || answer.output === null || answer.output.count <= seen) return
    seen = answer.output.count
    tell(answer.output.step)
  }
}

/**
 * Prints until the page numbers no longer change. The last PDF has the pages of the view as it is then. The engine
 * wrote this PDF: see pdf.ts for what is added.
 */
export async function printNumbered(
  page: PrintPage,
  view: ReadyView,
  paper: PaperSize,
  { tell, readPdf, signal }: LayoutTools,
): Promise<Outcome<PrintedPdf, PrintFailure>> {
  let shown: Readonly<Record<string, number>> = view.measured
  const measured = view.numbered.every((id) => view.measured[id] !== undefined)
  for (let pass = 1; pass <= mostPasses; pass++) {
    const counted = view.numbered.length > 0
    tell({ kind: 'pass', pass, all: Math.max(pass, counted && !measured ? 2 : 1) })
    // Drawing and each printing leave behind as much again as they need, which the engine would keep beside the next.
    await page.tidy()
    const tagged = pass > 1 || measured
    // A viewer shows the outline beside the pages: on a neutral sheet its headings would tell what the title does not.
    const bytes = await page.toPdf(paper, { tagged, outline: tagged && !view.neutral })
    const pdf = await readPdf(bytes, null, signal)
    if (!pdf.ok) return unread(pdf.failure)
    const { pages } = pdf.value
    const destinations = new Map(pdf.value.destinations)
    const numbers = view.numbered.flatMap((id) => {
      const number = destinations.get(id)
      return number === undefined ? [] : [[id, number] as const]
    })
    if (tagged && numbers.every(([id, number]) => shown[id] === number)) return success({ pages, bytes })
    shown = Object.fromEntries(numbers)
    await page.showPages(shown)
  }
  return failure({ kind: 'render', detail: 'The page numbers of the contents did not settle.' })
}

/** The PDF to show and to save, from the one that the engine wrote. */
export async function finishPdf(
  bytes: Uint8Array,
  facts: PdfFacts,
  { readPdf, signal }: Pick<LayoutTools, 'readPdf' | 'signal'>,
): Promise<Outcome<Uint8Array<ArrayBuffer>, PrintFailure>> {
  const pdf = await readPdf(bytes, facts, signal)
  if (!pdf.ok) return unread(pdf.failure)
  return pdf.value.bytes === null
    ? unread({ kind: 'wrong-answer' })
    : success(new Uint8Array(pdf.value.bytes))
}

const unread = (why: IsolatedFailure): Outcome<never, PrintFailure> =>
  failure({ kind: 'render', detail: describeIsolatedFailure(why) })
