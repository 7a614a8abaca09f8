/**
 * The sheet: its size, its margins and the `@page` rules of one document.
 * Widths come from measured characters a line (docs/printing.md): Literata at
 * 12 points sets 73 of them in 150 mm.
 */
import {
  pageSizeOf,
  type PaperSize,
  type PrintJob,
  type PrintPreset,
  type PrintTextSize,
} from '../../../src-library/model/print.ts'
import { formatDate } from '../../messages/dates.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import type { Dossier } from '../dossier/dossier.ts'

/** Millimetres. */
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
  /** Width of the text. */
  readonly measure: number
}

const papers: Record<PaperSize, { width: number; height: number }> = {
  A4: { width: 210, height: 297 },
  A5: { width: 148, height: 210 },
  // Half of A4.
  booklet: { width: 148.5, height: 210 },
  Letter: { width: 215.9, height: 279.4 },
}

/** As wide as a line of 60 to 75 characters may be; the largest size takes what the paper has. */
const measures: Record<PrintTextSize, number> = { 12: 150, 14: 160, 16: 168, 18: 172 }

/** An evidence sheet has no preset: its entries are a few lines each, and take what the paper has. */
export type PaperLook = Pick<PrintJob, 'paper' | 'textSize'> & { readonly preset: PrintPreset | 'evidence' }

export function sheetOf({ paper, preset, textSize }: PaperLook): Sheet {
  const { width, height } = papers[paper]
  const small = pageSizeOf(paper) === 'A5'
  const edge = small ? 14 : 18
  // Training sheets are written on during the lesson: the margin for that is on the right.
  const widest = measures[preset === 'evidence' ? 18 : textSize]
  const wished = preset === 'training' ? Math.min(widest, 138) : widest
  const room = width - 2 * edge - (preset === 'training' && small ? 18 : 0)
  const measure = Math.min(wished, room)
  // The rest is at the left, for holes and a binder.
  const right = preset === 'training' ? width - measure - edge - 4 : Math.min(22, width - measure - edge)
  return {
    width,
    height,
    // Large print needs the room.
    top: small || textSize >= 16 ? 22 : 26,
    bottom: small || textSize >= 16 ? 20 : 24,
    right,
    left: width - measure - right,
    measure,
  }
}

/** Of a table's letters, as a share of the text's: large print is for tables too. */
export const tableSize = (textSize: PrintTextSize): number => (textSize >= 16 ? 1 : 0.86)

/** Between two columns of a table, in em of its letters: large letters need the room, and are as far apart with less. */
export const cellGap = (textSize: PrintTextSize): number => (textSize >= 16 ? 0.75 : 1.2)

/** Of the text on a page, in whole CSS pixels, 96 an inch: the engine rounds a page up, and breaks lines by that. */
export const textHeight = ({ height, top, bottom }: Sheet): number => wholePixels(height - top - bottom)
export const textWidth = ({ measure }: Sheet): number => wholePixels(measure)

const wholePixels = (millimetres: number): number => Math.ceil((millimetres * 96) / 25.4 - 0.001)

/** Name of the counter style that holds the heads of the pages. */
export const headsName = 'heads'

/** A CSS string that holds any text: everything but plain letters and digits is escaped, so that no title can end it. */
export function cssString(text: string): string {
  const escaped = text.replace(
    /[^A-Za-z0-9 ]/gu,
    (letter) => `\\${(letter.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${escaped}"`
}

/** What the margins of all pages say. */
export type Furniture = {
  /** At the left of the heads. */
  readonly document: string
  /** At the right; null where it is another on each page (heads.ts). */
  readonly section: string | null
  /** In the feet; null says no more than the month. */
  readonly edition: string | null
  /** Whether the first page bears the title, and needs no head. */
  readonly titled: boolean
}

export function furnitureOf(dossier: Dossier, words: PaperWords): Furniture {
  const { sheet, parts, packs, cover } = dossier
  const [first] = parts
  const document = first?.runningHead.document ?? ''
  const edition = [...new Set(packs.map((pack) => pack.edition))].join(', ')
  if (sheet) {
    const section = sheet.client ? '' : words.sheet.office
    return { document, section, edition: sheet.client ? null : edition, titled: false }
  }
  const several = parts.length > 1
  return {
    document,
    section: several || cover !== null ? null : (first?.runningHead.section ?? ''),
    edition,
    titled: several || cover !== null,
  }
}

/** Lines to write on beside the text of every page, with a label. In the margin they are outside of the text and its tags. */
function marginNotes(job: Parameters<typeof sheetOf>[0], words: PaperWords): string {
  const { height, top, bottom } = sheetOf(job)
  const [gap, edge] = pageSizeOf(job.paper) === 'A5' ? [3, 10] : [6, 12]
  const label = 8
  const room = height - top - bottom - 2 * label
  // One layer a line: thin stripes of a single gradient are lost in some programs.
  const lines = Array.from(
    { length: Math.floor(room / 9) },
    (_, line) => `linear-gradient(#000, #000) 0 ${(line + 1) * 9 - 0.3}mm / 100% 0.2mm no-repeat`,
  )
  return `@page {
    @right-top {
      height: ${label}mm; padding-left: ${gap}mm; vertical-align: top; text-align: left;
      font: 9pt/1.35 'Noto Sans'; color: #000; content: ${cssString(words.marginNotes)};
    }
    @right-middle {
      height: ${room}mm; margin: 0 ${edge}mm 0 ${gap}mm; content: "";
      background: ${lines.join(', ')};
    }
  }`
}

/** The rules of a document's pages. */
export function pageRules(
  job: PaperLook & Pick<PrintJob, 'printedOn'>,
  { document, section, edition, titled }: Furniture,
  words: PaperWords,
): readonly string[] {
  const { width, height, top, right, bottom, left } = sheetOf(job)
  const gap = top < 26 ? 4.5 : 6
  const printed = words.printed(formatDate(job.printedOn, words.language))
  const month = formatDate(job.printedOn.slice(0, 7), words.language)
  const foot = edition === null ? month : `${words.edition(edition)} · ${printed}`
  const [before, between, after] = words.pageOf
  const box = `font: 9pt/1.35 'Noto Sans'; color: #000`
  return [
    `@page {
      size: ${width}mm ${height}mm;
      margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
      page-margin-safety: add;
      @top-left {
        ${box}; vertical-align: bottom; padding-bottom: ${gap}mm; text-align: left;
        content: ${cssString(document)};
      }
      @top-right {
        ${box}; overflow-wrap: anywhere; vertical-align: bottom; padding-bottom: ${gap}mm; text-align: right;
        content: ${section === null ? `counter(page, ${headsName})` : cssString(section)};
      }
      @bottom-left {
        ${box}; vertical-align: top; padding-top: ${gap}mm; text-align: left;
        content: ${cssString(foot)};
      }
      @bottom-right {
        ${box}; vertical-align: top; padding-top: ${gap}mm; text-align: right;
        content: ${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)};
      }
    }`,
    ...(job.preset === 'training' ? [marginNotes(job, words)] : []),
    ...(titled ? ['@page :first { @top-left { content: none; } }'] : []),
  ]
}

/** The pages of cards: no margins, for the cards lie edge to edge. */
export function cardPageRules({ paper }: Pick<PrintJob, 'paper'>): readonly string[] {
  const { width, height } = papers[paper]
  // Rounded down: a box a trifle higher than the page would need another.
  const [wide, high] = [width, height].map((length) => Math.floor((length * 96) / 25.4))
  return [
    `@page { size: ${width}mm ${height}mm; margin: 0; }`,
    `:root { --measure: ${wide}px; --page-width: ${wide}px; --page-height: ${high}px; }`,
  ]
}
