/** A print job: chosen sections in order, the hits of a search, or what an edition changes; and how the paper should look. */
import type { Filters, Order } from './filters.ts'

/** `booklet`: pages of A5, two to a side of A4 (booklet.ts). */
export const paperSizes = ['A4', 'A5', 'Letter', 'booklet'] as const
export type PaperSize = (typeof paperSizes)[number]

/** The size that pages are laid out at. */
export const pageSizeOf = (paper: PaperSize): Exclude<PaperSize, 'booklet'> =>
  paper === 'booklet' ? 'A5' : paper

/** Points. */
export const printTextSizes = [12, 14, 16, 18] as const
export type PrintTextSize = (typeof printTextSizes)[number]

export const printPresets = ['standard', 'handout', 'caseFile', 'briefing', 'training', 'card'] as const
export type PrintPreset = (typeof printPresets)[number]

export type ChosenSection = {
  readonly pack: string
  readonly article: string
  readonly anchor: string
  /** Whether the sections below it are printed too; for the lead, the whole article. */
  readonly subsections: boolean
}

/** How a sheet to take home is made. */
export type SheetChoices = {
  /** Whether the sections’ own headings are left out, or set small below the sheet’s title. */
  readonly heading: 'none' | 'small'
  /** `client`: names no source, edition or publisher. `office`: the same text with all of them, to be kept. */
  readonly copy: 'client' | 'office'
  /** Whether it must fit on one leaf of paper, both its sides, in letters as large as that allows. */
  readonly fit?: boolean
}

/** How a sheet to take home fits on one leaf. */
export type SheetLeaf = {
  /** Points of its letters. */
  readonly size: number
  /** Lines that do not fit; 0 when all do. */
  readonly over: number
  /**
   * Sections whose removal makes the rest fit: each of them alone has enough lines, or else all must go.
   * Empty if everything fits, or if no removal helps.
   */
  readonly leaveOut: readonly { readonly title: string; readonly lines: number }[]
}

export const usualSheet: SheetChoices = { heading: 'none', copy: 'client' }

/** How cards are made of the direct answers of the chosen sections. */
export type CardChoices = {
  /** The id of one answer; null makes a card of each number to call, or of each answer if there is no number. */
  readonly answer: string | null
  /** `own`: in the language of the chosen section. `each`: in every language that the pack has the answer in. */
  readonly languages: 'own' | 'each'
  /** Whether a number says what it is for. If not, the card has a line to write on: it may lie where others see it. */
  readonly sentence: boolean
}

export const usualCard: CardChoices = { answer: null, languages: 'own', sentence: false }

/** The organisation that prints, for a cover. Paper for a client has no cover. */
export type CoverDetails = {
  /** Empty where it is not named. */
  readonly organisation: string
  /** A PNG in base64, drawn by the app itself from the reader's file; null without one. */
  readonly logo: string | null
}

export const plainCover: CoverDetails = { organisation: '', logo: null }

/** Characters. */
export const longestOrganisation = 120
export const longestLogo = 200_000

/** The last day (ISO) on which this office called a number and somebody answered. */
export type CalledNumber = { readonly pack: string; readonly number: string; readonly day: string }

/** Sections, and what is between them, that one document may have. */
export const mostListedItems = 1000

/** What a reader puts between two sections of a document. `notes`: a page with lines to write on. */
export type BetweenParts =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'notes' }

export type PrintJob = {
  readonly kind: 'sections'
  /** Never empty. One entry makes a section or an article; several make a dossier. */
  readonly sections: readonly ChosenSection[]
  /** Each before the section at this place from 0, or after the last one. In order. */
  readonly between?: readonly (BetweenParts & { readonly before: number })[]
  /** A dossier's title; null takes the first section's own, and on a sheet to take home a neutral one. */
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
  /** Only read with the preset `handout`; absent: `usualSheet`. */
  readonly sheet?: SheetChoices
  /** Only read with the preset `card`; absent: `usualCard`. */
  readonly card?: CardChoices
  /** Only read where a cover is printed. */
  readonly cover?: CoverDetails
  /** Absent where the office has called no number. */
  readonly called?: readonly CalledNumber[]
  /** The day printed in the footer, `2026-11-22`. Handed in: the same job makes the same pages. */
  readonly printedOn: string
}

/** Whether a job makes paper for a client: a sheet to take home, or cards. Only they name no source. */
export const isForClient = ({ preset, sheet }: Pick<PrintJob, 'preset' | 'sheet'>): boolean =>
  preset === 'card' || (preset === 'handout' && (sheet ?? usualSheet).copy === 'client')

/** Whether a job prints marks and a list of sources. Paper for a client has them in the copy for the office only. */
export const printsSources = (job: Pick<PrintJob, 'preset' | 'sheet' | 'include'>): boolean =>
  job.preset === 'handout' || job.preset === 'card' ? !isForClient(job) : job.include.sources

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
  handout: { textSize: 16, include: { ...usualParts, facts: false, sources: false, helpNumbers: true } },
  caseFile: { textSize: 12, include: { ...usualParts, notesArea: true } },
  briefing: { textSize: 12, include: { ...usualParts, contents: true } },
  training: { textSize: 14, include: { ...usualParts, contents: true } },
  card: { textSize: 14, include: { ...usualParts, facts: false, sources: false } },
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

/** Changes on one handout at the most. */
export const mostPrintedChanges = 500

/** What an edition changes, as a handout. The print view compares the editions again. */
export type ChangesJob = {
  readonly kind: 'changes'
  readonly pack: string
  /** Whether an offered edition is compared with the shown one; else the shown one with the edition before. */
  readonly offered: boolean
  /** Only changes with these letters; empty: all. */
  readonly query: string
  /** BCP 47: the reader's. */
  readonly language: string
  readonly textSize: PrintTextSize
  readonly paper: PaperSize
  /** As in a print job. */
  readonly printedOn: string
}

/** The sheet that a publisher keeps in a safe: what its key is, and never the passphrase. */
export type KeySheetJob = {
  readonly kind: 'keySheet'
  readonly publisher: string
  /** Six groups of five digits. */
  readonly checkNumber: string
  /** 64 hexadecimal digits. */
  readonly publicKey: string
  /** Where the key file is. */
  readonly file: string
  /** BCP 47: the reader's. */
  readonly language: string
  readonly textSize: PrintTextSize
  readonly paper: PaperSize
  /** As in a print job. */
  readonly printedOn: string
}

export type PrintRequest = PrintJob | EvidenceJob | ChangesJob | KeySheetJob
