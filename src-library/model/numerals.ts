/**
 * Numbers as sources write them, in the cells of a data figure. A cell is shown as it is written. To draw it, this
 * file reads it. Thousands are set apart by commas, or by blanks of any kind or apostrophes in either style.
 */
import { assertNever } from './never.ts'

/** The sign before decimals: `1,078.5` or `1 078,5`. */
export const decimalSigns = ['.', ','] as const
export type DecimalSign = (typeof decimalSigns)[number]

const blanks = "[ \\u00a0\\u2007\\u2009\\u202f'’]"
const withPoint = new RegExp(`^[-−+]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?:${blanks}\\d{3})+|\\d+)(?:\\.\\d+)?$`)
const withComma = new RegExp(`^[-−+]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:${blanks}\\d{3})+|\\d+)(?:,\\d+)?$`)

/** The number that a text is; null if it is none. */
export function numberOf(text: string, decimal: DecimalSign): number | null {
  switch (decimal) {
    case '.':
      return withPoint.test(text) ? valueOf(text.replaceAll(',', '')) : null
    case ',':
      return withComma.test(text) ? valueOf(text.replaceAll('.', '').replace(',', '.')) : null
    default:
      return assertNever(decimal)
  }
}

const valueOf = (text: string): number => Number(text.replace('−', '-').replace(/[^-+.\d]/g, ''))
