/** The days on which this office called the numbers that a job prints. */
import type { PrintJob } from '../../../src-library/model/print.ts'

/** The last day (ISO) on which the number answered; null if this office did not call it. */
export function calledOn({ called = [] }: PrintJob, pack: string, number: string): string | null {
  const days = called.filter((one) => one.pack === pack && one.number === number).map(({ day }) => day)
  return days.sort().at(-1) ?? null
}
