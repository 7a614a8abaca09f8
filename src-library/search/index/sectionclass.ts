/** What the index keeps of a section to narrow hits by: equal classes are stored once. */
export type SectionClass = {
  /** Numbers in the tables of the index; kinds by the order of `articleKinds`. */
  readonly language: number
  readonly kind: number
  /** Of the heading, 1 to 7. */
  readonly depth: number
  /** 0 where no date is known. */
  readonly year: number
  /** See wordlists.ts. */
  readonly isWordList: boolean
  readonly sources: readonly number[]
}
