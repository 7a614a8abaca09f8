/**
 * The rules a printed document keeps, P1 to P30 of docs/printing.md. Each check
 * returns what it found wrong; nothing found is a pass. `broken.spec.ts` proves
 * for each that it can find something.
 */
import type { PrintJob } from '../../src-library/model/print.ts'
import { flowChecks } from './flowchecks.ts'
import type { Paper } from './paper.ts'
import type { Drawn } from '../../src-standin/printing/printer.ts'
import { sheetChecks } from './sheetchecks.ts'
import { structureChecks } from './structurechecks.ts'
import { textChecks } from './textchecks.ts'

export type Given = {
  readonly job: PrintJob
  /** Of the document, as the print view says it. */
  readonly title: string
  readonly language: string
  readonly edition: string
  readonly drawn: Drawn
  readonly paper: Paper
  /** Texts that must come out letter for letter. */
  readonly letters: readonly string[]
}

export type Check = {
  readonly rule: `P${number}`
  readonly says: string
  readonly find: (given: Given) => readonly string[]
}

export type Finding = { readonly rule: string; readonly says: string; readonly found: string }

export const checks: readonly Check[] = [...sheetChecks, ...textChecks, ...structureChecks, ...flowChecks]

export function check(given: Given): readonly Finding[] {
  return checks.flatMap(({ rule, says, find }) => find(given).map((found) => ({ rule, says, found })))
}
