/** A source: a work that citations point to. */

/** Who speaks: used for the facet *source type*. */
export const sourceTypes = ['state', 'law', 'international', 'us', 'ngo', 'press', 'academic'] as const
export type SourceType = (typeof sourceTypes)[number]

/** A day, a month or a year: `2026-11-22`, `2026-11`, `2026`. */
export type PartialDate = string

export type Source = {
  readonly id: string
  readonly title: string
  readonly publisher: string
  readonly type: SourceType
  readonly published: PartialDate | null
  /** Where it was read, as text; never opened by the app. */
  readonly address: string | null
  /** When it was read. */
  readonly read: PartialDate | null
}
