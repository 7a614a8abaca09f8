/**
 * Blocks: the parts of a section, named as in mdast. One component draws
 * each kind, on screen and on paper, and `assertNever` closes every switch.
 */
import type { Figure } from './figure.ts'
import type { Inline } from './inline.ts'

export type Alignment = 'left' | 'right' | 'center' | null

export type Paragraph = { readonly kind: 'paragraph'; readonly children: readonly Inline[] }

export type List = {
  readonly kind: 'list'
  readonly ordered: boolean
  /** Number of the first item; 1 for unordered lists. */
  readonly start: number
  /** The number of each item, only where they do not follow one another from `start`. */
  readonly numbers?: readonly number[]
  readonly items: readonly (readonly Block[])[]
  /** Only of a check list, one entry an item: whether its box is ticked; null for an item without a box. */
  readonly checked?: readonly (boolean | null)[]
}

export type TableCell = readonly Inline[]

export type Table = {
  readonly kind: 'table'
  readonly caption: readonly Inline[] | null
  /** One entry a column. */
  readonly align: readonly Alignment[]
  readonly head: readonly TableCell[]
  /** Every row has as many cells as `head`. */
  readonly rows: readonly (readonly TableCell[])[]
}

export const blockquoteTones = ['quote', 'note', 'warning', 'staff'] as const
export type BlockquoteTone = (typeof blockquoteTones)[number]

export type Blockquote = {
  readonly kind: 'blockquote'
  /** `quote` cites somebody; the others are boxes of our own. `staff` is for colleagues: no sheet for a client has it. */
  readonly tone: BlockquoteTone
  readonly children: readonly Block[]
}

export type Definition = {
  readonly kind: 'definition'
  readonly term: readonly Inline[]
  readonly children: readonly Block[]
}

export type Code = { readonly kind: 'code'; readonly value: string }
export type ThematicBreak = { readonly kind: 'thematicBreak' }

/** The heading that opens a section. Sections hold it apart from their blocks. */
export type Heading = {
  readonly kind: 'heading'
  /** 1 for the article's title, 2 to 6 below it. */
  readonly depth: number
  readonly children: readonly Inline[]
}

export type Block = Paragraph | List | Table | Blockquote | Definition | Code | ThematicBreak | Figure
