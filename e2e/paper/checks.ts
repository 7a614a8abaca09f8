/**
 * The rules a printed document keeps, P1 to P44 of docs/printing.md. Each check
 * returns what it found wrong; nothing found is a pass. `broken.spec.ts` proves
 * for each that it can find something.
 */
import type { Check, Given } from './check.ts'
import { flowChecks } from './flowchecks.ts'
import { languageChecks } from './languagechecks.ts'
import { sheetChecks } from './sheetchecks.ts'
import { structureChecks } from './structurechecks.ts'
import { textChecks } from './textchecks.ts'

export type Finding = { readonly rule: string; readonly says: string; readonly found: string }

export const checks: readonly Check[] = [
  ...sheetChecks,
  ...textChecks,
  ...structureChecks,
  ...flowChecks,
  ...languageChecks,
]

export function check(given: Given): readonly Finding[] {
  return checks.flatMap(({ rule, says, find }) => find(given).map((found) => ({ rule, says, found })))
}
