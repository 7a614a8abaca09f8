/** A source: a work that citations point to. */

/** Who speaks: used for the facet *source type*. `reference`: an encyclopedia or another work of reference. */
export const sourceTypes = [
  'state',
  'law',
  'international',
  'us',
  'ngo',
  'press',
  'academic',
  'reference',
] as const
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
  /** The publisher's own address, where `address` is that of a copy. Absent in packs compiled before there was one. */
  readonly original?: string
  /** Only a part of the work was read. Absent where it was read whole, or the author does not say. */
  readonly extent?: 'excerpt'
}
