/** The numbers to call in a document, with their last check: by the authors, or by this office if it called since. */
import { lastCheck, type NumberCheck } from '../../../src-library/model/directanswer.ts'
import type { PrintJob } from '../../../src-library/model/print.ts'
import type { PartialDate } from '../../../src-library/model/source.ts'
import { calledOn } from './called.ts'
import type { OutlinedPart } from './outline.ts'

/** Numbers to call that were checked in one way on one day. */
export type CheckedNumbers = {
  readonly numbers: readonly string[]
  readonly checkedBy: NumberCheck
  readonly checked: PartialDate
}

/** The numbers of the printed sections, each once, in the order printed. */
export function numbersOf(job: PrintJob, outline: readonly OutlinedPart[]): readonly CheckedNumbers[] {
  const checks = new Map<string, { numbers: Set<string>; checkedBy: NumberCheck; checked: PartialDate }>()
  for (const { pack, article, root, below } of outline) {
    for (const { section } of [root, ...below]) {
      const here = pack.answers.filter(
        ({ section: at }) => at.article === article.id && at.anchor === section.anchor,
      )
      for (const { phone, checked } of here) {
        if (!phone) continue
        const check = lastCheck(phone, checked, calledOn(job, pack.id, phone.number))
        const key = `${check.checkedBy} ${check.checked}`
        const known = checks.get(key) ?? { numbers: new Set<string>(), ...check }
        checks.set(key, known)
        known.numbers.add(phone.number)
      }
    }
  }
  return [...checks.values()].map(({ numbers, ...check }) => ({ numbers: [...numbers], ...check }))
}
