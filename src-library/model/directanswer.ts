/** A direct answer: one fact that people ask for, with its source. It belongs to a section and is shown above the hits. */
import type { SectionAddress } from './article.ts'
import type { Confidence } from './confidence.ts'
import type { PartialDate } from './source.ts'

/** How a number was checked: documents were read (`documents`), or somebody called it (`call`). */
export const numberChecks = ['documents', 'call'] as const
export type NumberCheck = (typeof numberChecks)[number]

/** A number to call. */
export type PhoneNumber = {
  /** As it is dialled inside the country; the section's text has it. */
  readonly number: string
  /** As it is dialled from abroad, with the country code; null where none is known. */
  readonly abroad: string | null
  readonly checkedBy: NumberCheck
}

/** UTF-16 units of a value, which is shown large. */
export const longestValue = 24

export type DirectAnswer = {
  /** Unique in its article, and the same in translations; the section's anchor where the author gives none. */
  readonly id: string
  /** The section that says it in full. */
  readonly section: SectionAddress
  /** BCP 47; the article's. */
  readonly language: string
  /** Shown large, at most `longestValue`: `24 hours`, `152`. */
  readonly value: string
  /** One sentence. */
  readonly says: string
  /** Phrases that people type when they want this answer, in the answer's language. */
  readonly asks: readonly string[]
  /** A source's id. */
  readonly source: string
  readonly confidence: Confidence | null
  /** When the fact was last checked. */
  readonly checked: PartialDate
  /** When the next edition of a figure is due; null for a fact that has none. */
  readonly until: PartialDate | null
  /** Null unless the answer is a number to call. */
  readonly phone: PhoneNumber | null
}

/** How and when a number was last checked: by the authors, or on the day (ISO) on which this office called it, if that is newer. */
export function lastCheck(
  { checkedBy }: PhoneNumber,
  checked: PartialDate,
  called: string | null,
): { readonly checkedBy: NumberCheck; readonly checked: PartialDate } {
  return called !== null && (checkedBy === 'documents' || called >= checked)
    ? { checkedBy: 'call', checked: called }
    : { checkedBy, checked }
}
