/** The choices of a reader about a print. */
import {
  mostPrintedHits,
  presetDefaults,
  usualSheet,
  type ChosenSection,
  type EvidenceJob,
  type PrintJob,
  type PrintPreset,
  type SheetChoices,
} from '../../../src-library/model/print.ts'

export type PrintOptions = Pick<PrintJob, 'preset' | 'textSize' | 'paper' | 'include'> & {
  /** Of a sheet to take home; kept while another preset is looked at. */
  readonly sheet: SheetChoices
  /** As typed; blank takes the section's own. */
  readonly title: string
}

/** A preset with all its options; title and paper stay as they are. */
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
  sheet: usualSheet,
}

export function jobOf(
  sections: readonly ChosenSection[],
  { title, sheet, ...options }: PrintOptions,
  printedOn: string,
): PrintJob {
  const own = title.replace(/\s+/gu, ' ').trim().slice(0, 200)
  const job = { kind: 'sections', ...options, sections, title: own === '' ? null : own, printedOn } as const
  return options.preset === 'handout' ? { ...job, sheet } : job
}

/** How many hits an evidence sheet shows. */
export type HitsChoice = {
  readonly most: number
  /** Rising; the last is all of them, or as many as a sheet can hold. */
  readonly offered: readonly number[]
  readonly total: number
  readonly onchange: (most: number) => void
}

/** Hits shown to begin with: all of a few, the best of many. */
export const firstHits = 20

export function offeredHits(total: number): readonly number[] {
  const most = Math.min(total, mostPrintedHits)
  return [...[10, firstHits, 50, 100].filter((count) => count < most), most]
}

export const evidenceJobOf = (
  search: EvidenceJob['search'],
  most: number,
  { textSize, paper }: PrintOptions,
  printedOn: string,
): EvidenceJob => ({ kind: 'evidence', search, most, textSize, paper, printedOn })
