/** The work on a printed PDF, as a task for the isolated process: its parser reads bytes that a pack's content shaped. */
import * as v from 'valibot'
import { task } from '../../src-isolated/task.ts'

/** Bounds of an answer: no print of ours comes near them. */
const mostPages = 100_000
const mostDestinations = 1_000_000
const longestName = 10_000

const page = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPages))

export const pdfTask = task({
  name: 'pdf',
  /** What the finished PDF says of itself; null while its pages are only counted. */
  input: v.object({
    facts: v.nullable(
      v.object({
        title: v.string(),
        language: v.string(),
        printedOn: v.string(),
        neutral: v.boolean(),
        booklet: v.boolean(),
      }),
    ),
  }),
  answer: v.object({
    pages: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostPages)),
    destinations: v.pipe(
      v.array(v.tuple([v.pipe(v.string(), v.maxLength(longestName)), page])),
      v.maxLength(mostDestinations),
    ),
    /** The PDF to show and to save; null without facts. */
    bytes: v.nullable(v.instance(Uint8Array)),
  }),
})

/** Milliseconds for one PDF, and bytes of memory for taking it apart: a dossier of a thousand pages takes 300 MB. */
export const pdfLimits = { deadline: 120_000, memory: 1536 * 1024 ** 2 }
