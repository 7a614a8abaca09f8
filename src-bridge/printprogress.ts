/**
 * How far a print has come, as main tells the page. Each step says what has been done, or what has been begun and
 * can't be looked into: the engine sets all pages of a document in one go, so of that the pass is all there is to say.
 */
import * as v from 'valibot'

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))

/** What the print view itself knows. `done` of `all` sections have been read, or drawn. */
export const viewStepSchema = v.strictObject({
  kind: v.picklist(['reading', 'drawing']),
  done: count,
  all: count,
})
export type ViewStep = v.InferOutput<typeof viewStepSchema>

export const printStepSchema = v.variant('kind', [
  /** The print view is being opened. */
  v.strictObject({ kind: v.literal('opening') }),
  viewStepSchema,
  /** A pass over all pages has begun; `all` grows if page numbers moved a page. */
  v.strictObject({ kind: v.literal('pass'), pass: count, all: count }),
  /** The pages are made; titles, dates and language are being written into their file. */
  v.strictObject({ kind: v.literal('finishing'), pages: count }),
  /** Handed to the system's print dialog: nothing is left to cancel here. */
  v.strictObject({ kind: v.literal('dialog') }),
])
export type PrintStep = v.InferOutput<typeof printStepSchema>

/** `preview`: of the print being prepared; `paper`: of the one on its way to a printer. */
export const printProgressSchema = v.strictObject({
  of: v.picklist(['preview', 'paper']),
  step: printStepSchema,
})
export type PrintProgress = v.InferOutput<typeof printProgressSchema>
