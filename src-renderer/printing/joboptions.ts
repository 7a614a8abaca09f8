/** What a reader can choose about a print, and what each preset stands for. */
import type { ChosenSection, PrintJob, PrintPreset, PrintTextSize } from '../../src-library/model/print.ts'

export type PrintOptions = Pick<PrintJob, 'preset' | 'textSize' | 'paper' | 'include'> & {
  /** As typed; blank takes the section's own. */
  readonly title: string
}

const include: PrintJob['include'] = {
  cover: false,
  contents: false,
  facts: true,
  sources: true,
  notesArea: false,
  helpNumbers: false,
}

const presets: Record<PrintPreset, { textSize: PrintTextSize; include: PrintJob['include'] }> = {
  standard: { textSize: 12, include },
  handout: { textSize: 16, include: { ...include, helpNumbers: true } },
  caseFile: { textSize: 12, include: { ...include, notesArea: true } },
  briefing: { textSize: 12, include: { ...include, cover: true, contents: true } },
  training: { textSize: 14, include },
}

/** A preset with everything it stands for; title and paper stay as they are. */
export const withPreset = (options: PrintOptions, preset: PrintPreset): PrintOptions => ({
  ...options,
  preset,
  ...presets[preset],
})

export const defaultOptions: PrintOptions = withPreset(
  { preset: 'standard', textSize: 12, paper: 'A4', include, title: '' },
  'standard',
)

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
