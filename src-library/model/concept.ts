/** Concepts: the terms of the field in every language of a pack, for search, the glossary and the checks of texts. */
import type { Inline } from './inline.ts'

/** The names of a concept in one language. */
export type ConceptWords = {
  /** BCP 47. */
  readonly language: string
  /** The word to use. */
  readonly term: string
  /** Other words for the same, which a reader may type. */
  readonly also: readonly string[]
  /** Everyday and neighbouring words by which a reader looks for it. They are searched for, and shown nowhere. */
  readonly typed?: readonly string[]
  /** Words that the texts do not use for it, and why. */
  readonly avoid: readonly { readonly word: string; readonly why: string }[]
  /** The meaning, in this language. Empty if the authors give none. */
  readonly means: readonly Inline[]
}

export type Concept = {
  /** Unique in its pack. */
  readonly id: string
  /** Each language once; never empty. */
  readonly words: readonly ConceptWords[]
  /** The group of the glossary it belongs to; empty for none. */
  readonly group: string
  /** A remark for authors and editors. */
  readonly note: string
  /** Whether its words give a reader away on a sheet that others may see. */
  readonly telling: boolean
}
