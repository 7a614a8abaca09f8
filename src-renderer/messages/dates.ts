/** Dates as people write them, to the precision they were given in. */
import type { PartialDate } from '../../src-library/model/source.ts'
import { calendarOf } from './calendars.ts'

/** `2026-11-22` → “22 November 2026”, `2026-11` → “November 2026”, `2026` → “2026”; anything else unchanged. */
export function formatDate(date: PartialDate, language: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? []
  if (year === undefined) return date
  const { months, monthsInDates } = calendarOf(language)
  const name = (day === undefined ? months : monthsInDates)[Number(month) - 1]
  if (name === undefined) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** Whole months from a partial date to a day; a date to the year or month counts from its start. */
export function monthsBetween(from: PartialDate, to: Date): number {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number)
  const begun = (to.getFullYear() - year) * 12 + (to.getMonth() + 1 - month)
  return to.getDate() < day ? begun - 1 : begun
}

/** The reader's own day, `2026-11-23`. */
export function dayOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The day it is for the reader now. */
export const today = (): string => dayOf(new Date())
