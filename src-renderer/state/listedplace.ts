/** Where a listed section is in this library, which may be of another edition. */
import type { ChosenSection } from '../../src-library/model/print.ts'
import type { Library } from './library.svelte.ts'
import { asMoved, isThere } from './remembered.ts'
import type { ListedSection } from './listitems.ts'

/** The section under the address it has now; null where this library does not have it. */
export function placeOfListed(
  library: Pick<Library, 'entry' | 'pack'>,
  section: ListedSection,
): ChosenSection | null {
  const now = asMoved(library, section)
  if (!isThere(library, now)) return null
  const { pack, article, anchor, subsections } = now
  return { pack, article, anchor, subsections }
}
