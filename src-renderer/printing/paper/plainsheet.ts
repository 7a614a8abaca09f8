/** A document without parts and contents: an evidence sheet, what an edition changes, or the sheet of a publisher’s key. */
import type { EvidenceJob } from '../../../src-library/model/print.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import type { PaperLook } from './sheet.ts'

export type PlainSheet = {
  readonly title: string
  /** For the feet; null says no more than the month. */
  readonly edition: string | null
  /** At the left of each page but the first; may be empty. */
  readonly runningHead: string
  readonly look: PaperLook['preset']
  /** Of the language that the sheet speaks. */
  readonly words: PaperWords
  readonly draw: (target: HTMLElement) => void
}

/** What all jobs for plain sheets say of the paper. */
export type PlainJob = Pick<EvidenceJob, 'paper' | 'textSize' | 'printedOn'>
