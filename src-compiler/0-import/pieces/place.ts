/** Where a piece was in its document, so that it can come back there. A paragraph of the text itself has no place. */
export type PiecePosition =
  | { readonly kind: 'heading'; readonly level: number }
  | {
      readonly kind: 'item'
      /** The outermost list, table, quotation or note; each has a number of its own. */
      readonly group: number
      readonly depth: number
      readonly isNumbered: boolean
      /** The item, and the one that it is below; each has a number of its own. */
      readonly item: number
      readonly below: number | null
    }
  /** A row of plain cells, empty ones among them. */
  | { readonly kind: 'row'; readonly group: number; readonly cells: string[] }
  | { readonly kind: 'quotation'; readonly group: number }
  /** `calledBy` is the piece that calls the note. */
  | { readonly kind: 'note'; readonly group: number; readonly id: string; readonly calledBy: number | null }
  /** A part of a cell or of a definition: our Markdown has no place for it alone. */
  | { readonly kind: 'inside'; readonly group: number }
