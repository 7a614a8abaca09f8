/** Dates as people write them, to the precision they were given in. */
import type { PartialDate } from '../../src-library/model/source.ts'

/** `2026-11-22` → “22 November 2026”, `2026-11` → “November 2026”, `2026` → “2026”; anything else as it stands. */
export function formatDate(date: PartialDate, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date)
  if (!match) return date
  const [, year, month, day] = match
  if (month === undefined) return date
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  const style: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' }
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...style,
    ...(day === undefined ? {} : { day: 'numeric' }),
  }).format(moment)
}

/** Whole months from a partial date to a day; a date to the year or month counts from its start. */
export function monthsBetween(from: PartialDate, to: Date): number {
  const [year = 0, month = 1] = from.split('-').map(Number)
  return (to.getFullYear() - year) * 12 + (to.getMonth() + 1 - month)
}
