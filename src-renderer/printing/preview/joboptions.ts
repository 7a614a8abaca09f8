/** The choices of a reader about a print. */
import {
  mostPrintedHits,
  presetDefaults,
  type CalledNumber,
  usualCard,
  usualSheet,
  type CardChoices,
  plainCover,
  type ChosenSection,
  type CoverDetails,
  type EvidenceJob,
  type PrintJob,
  type PrintPreset,
  type PrintRequest,
  type SheetChoices,
} from '../../../src-library/model/print.ts'

export type PrintOptions = Pick<PrintJob, 'preset' | 'textSize' | 'paper' | 'include'> & {
  /** Of a sheet to take home; kept while another preset is looked at. */
  readonly sheet: SheetChoices
  /** Of cards; kept like those of a sheet. */
  readonly card: CardChoices
  /** Of a cover; kept like those of a sheet. */
  readonly cover: CoverDetails
  /** As typed; blank takes the section's own. */
  readonly title: string
}

/** A preset with all its options; title and paper stay as they are, but cards are no booklet. */
export const withPreset = (options: PrintOptions, preset: PrintPreset): PrintOptions => ({
  ...options,
  preset,
  ...presetDefaults[preset],
  paper: preset === 'card' && options.paper === 'booklet' ? 'A4' : options.paper,
})

export const defaultOptions: PrintOptions = {
  ...presetDefaults.standard,
  preset: 'standard',
  paper: 'A4',
  title: '',
  sheet: usualSheet,
  card: usualCard,
  cover: plainCover,
}

export function jobOf(
  sections: readonly ChosenSection[],
  { title, sheet, card, cover, ...options }: PrintOptions,
  printedOn: string,
): PrintJob {
  const own = title.replace(/\s+/gu, ' ').trim().slice(0, 200)
  const job = { kind: 'sections', ...options, sections, title: own === '' ? null : own, printedOn } as const
  switch (options.preset) {
    case 'handout':
      return { ...job, sheet }
    case 'card':
      return { ...job, card }
    default:
      return options.include.cover && hasDetails(cover) ? { ...job, cover: trimmed(cover) } : job
  }
}

const hasDetails = ({ organisation, logo }: CoverDetails): boolean =>
  organisation.trim() !== '' || logo !== null

const trimmed = ({ organisation, logo }: CoverDetails): CoverDetails => ({
  organisation: organisation.replace(/\s+/gu, ' ').trim(),
  logo,
})

/** The same job, with the days on which this office called the numbers of its packs. */
export function withCalls<Job extends PrintRequest>(job: Job, calls: readonly CalledNumber[]): Job {
  if (job.kind !== 'sections') return job
  const packs = new Set(job.sections.map(({ pack }) => pack))
  const called = calls.filter(({ pack }) => packs.has(pack))
  return called.length > 0 ? { ...job, called } : job
}

/** The same job with what the reader put between its sections. */
export const withBetween = (job: PrintJob, between: NonNullable<PrintJob['between']>): PrintJob =>
  between.length > 0 ? { ...job, between } : job

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
