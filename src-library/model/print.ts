/** A print job: chosen sections in order, or the hits of a search; and how the paper should look. */
import type { Filters, Order } from './filters.ts'

export const paperSizes = ['A4', 'A5', 'Letter'] as const
export type PaperSize = (typeof paperSizes)[number]

/** Points. */
export const printTextSizes = [12, 14, 16, 18] as const
export type PrintTextSize = (typeof printTextSizes)[number]

export const printPresets = ['standard', 'handout', 'caseFile', 'briefing', 'training'] as const
export type PrintPreset = (typeof printPresets)[number]

export type ChosenSection = {
  readonly pack: string
  readonly article: string
  readonly anchor: string
  /** Whether the sections below it are printed too; for the lead, the whole article. */
  readonly subsections: boolean
}

export type PrintJob = {
  readonly kind: 'sections'
  /** Never empty. One entry makes a section or an article; several make a dossier. */
  readonly sections: readonly ChosenSection[]
  /** A dossier's title; null takes the first section's own. */
  readonly title: string | null
  readonly preset: PrintPreset
  readonly textSize: PrintTextSize
  readonly paper: PaperSize
  readonly include: {
    readonly cover: boolean
    readonly contents: boolean
    /** The small table of article, facts-as-of date and sources under each title. */
    readonly facts: boolean
    readonly sources: boolean
    readonly notesArea: boolean
    readonly helpNumbers: boolean
  }
  /** The day printed in the footer, `2026-11-22`. Handed in: the same job makes the same pages. */
  readonly printedOn: string
}

export type PrintParts = PrintJob['include']

const usualParts: PrintParts = {
  cover: false,
  contents: false,
  facts: true,
  sources: true,
  notesArea: false,
  helpNumbers: false,
}

/** What each preset begins with; the reader can change all of it. */
export const presetDefaults: Readonly<
  Record<PrintPreset, { readonly textSize: PrintTextSize; readonly include: PrintParts }>
> = {
  standard: { textSize: 12, include: usualParts },
  handout: { textSize: 16, include: { ...usualParts, helpNumbers: true } },
  caseFile: { textSize: 12, include: { ...usualParts, notesArea: true } },
  briefing: { textSize: 12, include: { ...usualParts, cover: true, contents: true } },
  training: { textSize: 14, include: usualParts },
}

/** Hits on one evidence sheet at the most. */
export const mostPrintedHits = 200

/** The hits of a search as an evidence sheet. The print view asks the same question again. */
export type EvidenceJob = {
  readonly kind: 'evidence'
  readonly search: {
    readonly query: string
    readonly filters: Filters
    readonly order: Order
    /** BCP 47: what the reader reads first, on screen and on the sheet. */
    readonly language: string
  }
  /** Hits to print, from the first; 1 to `mostPrintedHits`. */
  readonly most: number
  readonly textSize: PrintTextSize
  readonly paper: PaperSize
  /** As in a print job. */
  readonly printedOn: string
}

export type PrintRequest = PrintJob | EvidenceJob
