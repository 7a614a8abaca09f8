/**
 * The contract between main, the browser bridge and the print view. The print view is the page `print.html`; the
 * job is in its hash, so the view needs no bridge and the same address prints the same pages.
 *
 * The view sets three names on `globalThis`:
 * - `fieldshelfPrint`: a promise of a `PrintReady`, settled when fonts and images are loaded. It never
 *   rejects: a failure is an outcome.
 * - `fieldshelfPrintStep(seen)`: a promise of the first step after the `seen` first ones, as `{ count, step }`, or of
 *   null when there is no other. A caller that follows the view waits for it instead of polling.
 * - `fieldshelfPrintPages(pages)`: writes page numbers into the contents, `{ [id]: page }`, page 1 being
 *   the first sheet. May be called again.
 *
 * With `?dialog` the view opens the browser's own print dialog when it is ready, and closes after it.
 */
import * as v from 'valibot'
import type { Outcome } from '../src-library/model/outcome.ts'
import { failure, success } from '../src-library/model/outcome.ts'
import type { PrintRequest, SheetLeaf } from '../src-library/model/print.ts'
import { printFailures, type PrintFailure } from './contract.ts'
import { printRequestSchema } from './printjob.ts'
import { viewStepSchema } from './printprogress.ts'

export const printReadyName = 'fieldshelfPrint'
export const printPagesName = 'fieldshelfPrintPages'
export const printStepName = 'fieldshelfPrintStep'

const elementId = v.pipe(v.string(), v.maxLength(500))

/** The view's answer, as main decodes it. */
export const printReadySchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    value: v.object({
      /** The PDF's title. */
      title: v.pipe(v.string(), v.maxLength(500)),
      /** BCP 47. */
      language: v.pipe(v.string(), v.maxLength(40)),
      /** Ids of the elements whose page numbers the contents page wants; empty without one. */
      numbered: v.pipe(v.array(elementId), v.maxLength(5000)),
      /** The page of each, and how many there are, as the view has measured them without printing. */
      measured: v.record(elementId, v.pipe(v.number(), v.integer(), v.minValue(1))),
      pages: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** The page on which each chosen section begins; 0 for one that is printed with another. */
      begins: v.exactOptional(
        v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(1000)),
      ),
      /** Whether the file around the pages must tell nothing but the title and the month. */
      neutral: v.boolean(),
      /** How a sheet fits on the leaf that it must fit on; null where it need not. */
      leaf: v.nullable(
        v.object({
          size: v.pipe(v.number(), v.minValue(1), v.maxValue(100)),
          over: v.pipe(v.number(), v.integer(), v.minValue(0)),
          leaveOut: v.pipe(
            v.array(
              v.object({
                title: v.pipe(v.string(), v.maxLength(1000)),
                lines: v.pipe(v.number(), v.integer(), v.minValue(0)),
              }),
            ),
            v.maxLength(1000),
          ),
        }),
      ),
    }),
  }),
  v.object({
    ok: v.literal(false),
    failure: v.object({ kind: v.picklist(printFailures), detail: v.pipe(v.string(), v.maxLength(2000)) }),
  }),
])

/** What the view answers to one who follows it. */
export const viewProgressSchema = v.nullable(
  v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1)), step: viewStepSchema }),
)
export type ViewProgress = v.InferOutput<typeof viewProgressSchema>

export type PrintReady = Outcome<
  {
    readonly title: string
    readonly language: string
    readonly numbered: readonly string[]
    readonly measured: Readonly<Record<string, number>>
    readonly pages: number
    readonly begins?: readonly number[]
    readonly neutral: boolean
    readonly leaf: SheetLeaf | null
  },
  PrintFailure
>

/** The print view's address, relative to the app's page: `print.html#…`. */
export const addressOfPrint = (job: PrintRequest): string => `print.html#${encodePrintJob(job)}`

/** The same, opening the browser's own dialog. `page`: where the print view lies, beside the page. */
export const addressOfPrintDialog = (job: PrintRequest, page = 'print.html'): string =>
  `${page}?dialog#${encodePrintJob(job)}`

export const encodePrintJob = (job: PrintRequest): string => encodeURIComponent(JSON.stringify(job))

/** Reads a hash, with or without its `#`. */
export function decodePrintJob(hash: string): Outcome<PrintRequest, { readonly kind: 'not-a-job' }> {
  try {
    const parsed = v.safeParse(printRequestSchema, JSON.parse(decodeURIComponent(hash.replace(/^#/, ''))))
    if (parsed.success) return success(parsed.output)
  } catch {
    // Neither percent-encoding nor JSON: not one of ours.
  }
  return failure({ kind: 'not-a-job' })
}
