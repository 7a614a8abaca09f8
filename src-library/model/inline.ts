/**
 * Inlines: the parts of a line of text. Named as in mdast
 * (https://github.com/syntax-tree/mdast), closed, and free of markup: an inline
 * is data that a component draws, so content can never become HTML.
 */

/** Where a link leads: a section of the same pack, or an address outside that is shown and copied, never opened. */
export type LinkTarget =
  | { readonly kind: 'section'; readonly article: string; readonly anchor: string }
  | { readonly kind: 'address'; readonly address: string }

export type Inline =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'delete'; readonly children: readonly Inline[] }
  | { readonly kind: 'subscript'; readonly children: readonly Inline[] }
  | { readonly kind: 'superscript'; readonly children: readonly Inline[] }
  | { readonly kind: 'inlineCode'; readonly value: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'link'; readonly target: LinkTarget; readonly children: readonly Inline[] }
  /** Words in another language than their surroundings; `language` is a BCP 47 tag. */
  | { readonly kind: 'foreign'; readonly language: string; readonly children: readonly Inline[] }
  /** A mark that points to a source of the pack, by id. */
  | { readonly kind: 'citation'; readonly source: string }
  /** A mark that points to a note of the article, by id. */
  | { readonly kind: 'footnoteReference'; readonly note: string }
