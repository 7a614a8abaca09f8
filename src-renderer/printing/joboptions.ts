/** What a reader can choose about a print. */
import {
  presetDefaults,
  type ChosenSection,
  type PrintJob,
  type PrintPreset,
} from '../../src-library/model/print.ts'

export type PrintOptions = Pick<PrintJob, 'preset' | 'textSize' | 'paper' | 'include'> & {
  /** As typed; blank takes the section's own. */
  readonly title: string
}

/** A preset with everything it stands for; title and paper stay as they are. */
export const withPreset = (options: PrintOptions, preset: PrintPreset): PrintOptions => ({
  ...options,
  preset,
  ...presetDefaults[preset],
})

export const defaultOptions: PrintOptions = {
  ...presetDefaults.standard,
  preset: 'standard',
  paper: 'A4',
  title: '',
}

export function jobOf(
  sections: readonly ChosenSection[],
  { title, ...options }: PrintOptions,
  printedOn: string,
): PrintJob {
  const own = title.replace(/\s+/gu, ' ').trim().slice(0, 200)
  return { ...options, sections, title: own === '' ? null : own, printedOn }
}

/** The reader's own day, `2026-11-23`. */
export function dayOf(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
