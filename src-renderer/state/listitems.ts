/** What a print list holds: sections, and what the reader puts between them. */
import {
  mostListedItems,
  type BetweenParts,
  type ChosenSection,
  type PrintJob,
  type PrintPreset,
} from '../../src-library/model/print.ts'
import { keyOf, type RememberedSection } from './remembered.ts'

/** A chosen section, with enough said of it to be recognised where it is no longer found. */
export type ListedSection = ChosenSection & RememberedSection

/** A heading, a new page or a page for notes. `id` is unique in this run. */
export type ListedBetween = BetweenParts & { readonly id: string }

export type ListedItem = ({ readonly kind: 'section' } & ListedSection) | ListedBetween

export type ListVersion = {
  readonly title: string
  readonly preset: PrintPreset
  readonly items: readonly ListedItem[]
}

export const mostListed = mostListedItems
/** Characters of a heading. */
export const longestHeading = 200

export const isSection = (item: ListedItem): item is { readonly kind: 'section' } & ListedSection =>
  item.kind === 'section'

export const itemOf = (section: ListedSection): ListedItem => ({ ...section, kind: 'section' })

export const sectionsIn = (items: readonly ListedItem[]): readonly ListedSection[] => items.filter(isSection)

let count = 0

export const between = (one: BetweenParts): ListedBetween => ({ ...one, id: `between-${++count}` })

/** One text for each item of a list. */
export const itemKey = (item: ListedItem): string => (isSection(item) ? keyOf(item) : item.id)

/**
 * The sections to print, and what is between them by the section before which it is. `find` gives where a section is now;
 * null for one that is not in this library, which is left out.
 */
export function printSectionsOf(
  items: readonly ListedItem[],
  find: (section: ListedSection) => ChosenSection | null,
): Pick<PrintJob, 'sections'> & { readonly between: NonNullable<PrintJob['between']> } {
  const sections: ChosenSection[] = []
  const placed: PlacedBetween[] = []
  for (const item of items) {
    if (!isSection(item)) {
      placed.push({ ...withoutId(item), before: sections.length })
      continue
    }
    const found = find(item)
    if (found) sections.push(found)
  }
  return { sections, between: placed }
}

type PlacedBetween = BetweenParts & { readonly before: number }

export function withoutId(item: ListedBetween): BetweenParts {
  return item.kind === 'heading' ? { kind: 'heading', text: item.text } : { kind: item.kind }
}
