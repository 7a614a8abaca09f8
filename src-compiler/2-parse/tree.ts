/**
 * A document as parsed: blocks and inlines named as in mdast, each with its
 * place, and everything that points elsewhere still as it was written.
 * Closed, like the model it becomes; what Markdown can say and packs can't is
 * gone or reported by now.
 */
import type { Alignment, Blockquote } from '../../src-library/model/block.ts'
import type { TextRange } from '../1-read/text.ts'

export type ParsedInline =
  | { readonly kind: 'text' | 'inlineCode'; readonly at: TextRange; readonly value: string }
  | {
      readonly kind: 'emphasis' | 'strong' | 'delete' | 'subscript' | 'superscript'
      readonly at: TextRange
      readonly children: readonly ParsedInline[]
    }
  | { readonly kind: 'break'; readonly at: TextRange }
  | {
      readonly kind: 'link'
      readonly at: TextRange
      readonly address: string
      readonly children: readonly ParsedInline[]
    }
  | {
      readonly kind: 'foreign'
      readonly at: TextRange
      readonly language: string
      readonly children: readonly ParsedInline[]
    }
  /** `[^label]`: a citation or a note, which is not known before sources and notes are. */
  | { readonly kind: 'mark'; readonly at: TextRange; readonly label: string }

/** The attributes in braces at the end of a heading. */
export type HeadingAttributes = {
  readonly anchor: { readonly value: string; readonly at: TextRange } | null
  readonly pairs: readonly { readonly key: string; readonly value: string; readonly at: TextRange }[]
}

export type ParsedHeading = {
  readonly kind: 'heading'
  readonly at: TextRange
  readonly depth: number
  readonly children: readonly ParsedInline[]
  readonly attributes: HeadingAttributes
}

export type ParsedCell = readonly ParsedInline[]

export type ParsedBlock =
  | { readonly kind: 'paragraph'; readonly at: TextRange; readonly children: readonly ParsedInline[] }
  | {
      readonly kind: 'list'
      readonly at: TextRange
      readonly ordered: boolean
      readonly start: number
      /** One an item, where they do not follow one another from `start`. */
      readonly numbers: readonly number[] | null
      readonly items: readonly (readonly ParsedBlock[])[]
      /** Of a check list, one entry an item; null for an item without a box. */
      readonly checked?: readonly (boolean | null)[]
    }
  | {
      readonly kind: 'table'
      readonly at: TextRange
      readonly caption: readonly ParsedInline[] | null
      readonly align: readonly Alignment[]
      readonly head: readonly ParsedCell[]
      readonly rows: readonly (readonly ParsedCell[])[]
    }
  | {
      readonly kind: 'blockquote'
      readonly at: TextRange
      readonly tone: Blockquote['tone']
      readonly children: readonly ParsedBlock[]
    }
  | {
      readonly kind: 'definition'
      readonly at: TextRange
      readonly term: readonly ParsedInline[]
      readonly children: readonly ParsedBlock[]
    }
  | { readonly kind: 'code'; readonly at: TextRange; readonly value: string }
  | { readonly kind: 'thematicBreak'; readonly at: TextRange }
  /** An image or a data figure: the address says which. */
  | {
      readonly kind: 'figure'
      readonly at: TextRange
      readonly address: string
      readonly caption: readonly ParsedInline[]
    }

export type ParsedNote = {
  readonly label: string
  readonly at: TextRange
  readonly children: readonly ParsedBlock[]
}

export type ParsedBody = {
  readonly blocks: readonly (ParsedBlock | ParsedHeading)[]
  readonly notes: readonly ParsedNote[]
}
