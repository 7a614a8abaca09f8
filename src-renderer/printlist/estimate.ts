/** How many pages a print list will come to, before anything is drawn. The true numbers come when its pages are measured. */
import { textOfBlocks } from '../../src-library/model/text.ts'
import { presetDefaults, type PrintPreset } from '../../src-library/model/print.ts'
import type { Library } from '../state/library.svelte.ts'
import { sectionsOf } from './chosentext.ts'
import type { ListedSection } from '../state/listitems.ts'

/** Characters of text on a page at 12 points, headings and tables' air counted in. */
const charactersOnPage = 2300
/** Lines of sources at the end, in characters for each source. */
const charactersOfSource = 190
/** A heading, and the line of date and sources, in characters. */
const charactersOfHead = 250

export type Estimate = {
  /** Whole pages of the document. */
  readonly all: number
  /** Pages of each section, more than nothing, in the order of the list. */
  readonly each: readonly number[]
}

export async function estimatePages(
  sections: readonly ListedSection[],
  library: Library,
  preset: PrintPreset,
): Promise<Estimate> {
  const texts = await Promise.all(
    sections.map(async (listed) => {
      const chosen = await sectionsOf(listed, library)
      return {
        length: chosen.reduce((sum, { blocks }) => sum + charactersOfHead + textOfBlocks(blocks).length, 0),
        sources: chosen.flatMap((section) => section.sources),
      }
    }),
  )
  const { textSize, include } = presetDefaults[preset]
  const room = charactersOnPage * (12 / textSize) ** 2
  const each = texts.map(({ length }) => length / room)
  const sources = include.sources ? new Set(texts.flatMap((text) => text.sources)).size : 0
  const sum = each.reduce((pages, one) => pages + one, (sources * charactersOfSource) / charactersOnPage)
  return { all: texts.length === 0 ? 0 : Math.max(1, Math.ceil(sum)), each }
}
