/** Headings, new pages and pages for notes that the reader put between sections, by the part before which they come. */
import type { BetweenParts, PrintJob } from '../../../src-library/model/print.ts'
import type { ChosenPart } from './chosen.ts'

/** `id` is unique in the document. */
export type PrintedBetween = BetweenParts & { readonly id: string }

/**
 * One entry a part, and one for the end. A section that is printed with another is no part of its own: a heading before it
 * comes before the next part.
 */
export function betweenOf(
  { between = [] }: Pick<PrintJob, 'between'>,
  parts: readonly Pick<ChosenPart, 'position'>[],
): readonly (readonly PrintedBetween[])[] {
  const placed = between.map(({ before, ...one }, at) => {
    const part = parts.findIndex(({ position }) => position >= before)
    return { part: part === -1 ? parts.length : part, one: { ...one, id: `between-${at + 1}` } }
  })
  return Array.from({ length: parts.length + 1 }, (_, at) =>
    placed.filter(({ part }) => part === at).map(({ one }) => one),
  )
}
