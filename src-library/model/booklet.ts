/** A booklet: A5 pages, two to a side of A4, to be printed on both sides, flipped on the short edge, and folded. */

/** Two of A5 beside each other. Points. */
export const bookletSide = { width: 841.89, height: 595.28 } as const

export type BookletSide = {
  /** Numbers of pages, from 1; null where nothing is printed. */
  readonly left: number | null
  readonly right: number | null
}

/** The sides of its sheets, in the order they are printed: the front of a sheet, then its back. */
export function bookletSides(pages: number): readonly BookletSide[] {
  const all = Math.ceil(pages / 4) * 4
  const page = (number: number): number | null => (number <= pages ? number : null)
  return Array.from({ length: all / 4 }, (_, sheet) => [
    { left: page(all - 2 * sheet), right: page(2 * sheet + 1) },
    { left: page(2 * sheet + 2), right: page(all - 2 * sheet - 1) },
  ]).flat()
}
