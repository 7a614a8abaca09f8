/** The desk: the top of Home, for an operator with a caller on the line. */
import type { SectionAddress } from './article.ts'
import type { PrintPreset } from './print.ts'
import type { Wording } from './wording.ts'

/** What a caller needs, in a caller's words. Its section has a direct answer or a table, which is shown in place. */
export type Need = { readonly says: Wording; readonly section: SectionAddress }

/** A subject that the pack leaves out: what people type, and the sentence that says so and where to turn. */
export type NotCovered = {
  readonly asks: readonly { readonly language: string; readonly text: string }[]
  readonly says: Wording
  /** A source's id. */
  readonly source: string
}

export type Desk = {
  /** Sections that have a direct answer with a number to call, the most important first. */
  readonly numbers: readonly SectionAddress[]
  /** At most `mostNeeds`. */
  readonly needs: readonly Need[]
  readonly notCovered: readonly NotCovered[]
}

/** More needs than this are a list to search in, not buttons to press. */
export const mostNeeds = 8

export const noDesk: Desk = { numbers: [], needs: [], notCovered: [] }

/** Sections chosen by the authors for one purpose, offered where the print list is empty. */
export type ReadySet = {
  /** Unique in its pack. */
  readonly id: string
  readonly says: Wording
  /** In order; never empty. */
  readonly sections: readonly SectionAddress[]
  readonly preset: PrintPreset
}
