/** How many pages a print list will come to, before anything is drawn. The preview has the true number. */
import { textOfBlocks } from '../../src-library/model/text.ts'
import type { Library } from '../state/library.svelte.ts'
import { sectionsOf } from './chosentext.ts'
import type { ListedSection } from '../state/printlist.svelte.ts'

/** Characters of text on a Standard page, headings and tables' air counted in. */
const charactersOnPage = 2300
/** A cover and a page of contents, as a list is first offered. */
const pagesBefore = 2
/** Lines of sources at the end, in characters for each source. */
const charactersOfSource = 190

export async function estimatePages(sections: readonly ListedSection[], library: Library): Promise<number> {
  const texts = await Promise.all(
    sections.map(async (listed) => {
      const chosen = await sectionsOf(listed, library)
      return {
        length: chosen.reduce((sum, { blocks }) => sum + textOfBlocks(blocks).length, 0),
        sources: chosen.flatMap((section) => section.sources),
      }
    }),
  )
  if (texts.length === 0) return 0
  const sources = new Set(texts.flatMap((text) => text.sources)).size
  // Each listed section begins a page of its own.
  const lengths = [...texts.map(({ length }) => length), sources * charactersOfSource]
  return lengths.reduce((pages, length) => pages + Math.ceil(length / charactersOnPage), pagesBefore)
}
