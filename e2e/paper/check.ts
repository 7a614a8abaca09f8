/** One rule of printed documents, and what it is checked against. */
import type { PrintJob } from '../../src-library/model/print.ts'
import type { DrawnView } from '../../src-standin/printing/printer.ts'
import type { Paper } from './paper.ts'

export type Given = {
  readonly job: PrintJob
  /** Of the document, as the print view says it. */
  readonly title: string
  readonly language: string
  readonly edition: string
  /** What the view says of its pages without printing. */
  readonly measured: { readonly pages: number; readonly places: Readonly<Record<string, number>> }
  readonly drawn: DrawnView
  readonly paper: Paper
  /** Texts that must come out letter for letter. */
  readonly letters: readonly string[]
}

export type Check = {
  readonly rule: `P${number}`
  readonly says: string
  readonly find: (given: Given) => readonly string[]
}
