/** What the sections of a print list hold, once their articles are read. What this edition lost holds nothing. */
import { leadAnchor, type Section } from '../../src-library/model/article.ts'
import type { ChosenSection } from '../../src-library/model/print.ts'
import { withSubsections } from '../../src-library/model/sections.ts'
import type { Source } from '../../src-library/model/source.ts'
import type { Library } from '../state/library.svelte.ts'

/** The section that was chosen, with those below it if they were; of a lead, the whole article. */
export async function sectionsOf(chosen: ChosenSection, library: Library): Promise<readonly Section[]> {
  const read = await library.article(chosen.pack, chosen.article)
  if (!read.ok) return []
  const { sections } = read.value
  if (!chosen.subsections) return sections.filter(({ anchor }) => anchor === chosen.anchor)
  return chosen.anchor === leadAnchor ? sections : withSubsections(read.value, chosen.anchor)
}

/** Every source they cite, once, in the order of the list. */
export async function sourcesOf(
  list: readonly ChosenSection[],
  library: Library,
): Promise<readonly Source[]> {
  const found = await Promise.all(
    list.map(async (chosen) => {
      const known = new Map(library.pack(chosen.pack)?.sources.map((source) => [source.id, source]))
      const sections = await sectionsOf(chosen, library)
      return sections.flatMap((section) => section.sources.flatMap((id) => known.get(id) ?? []))
    }),
  )
  // The pack holds each source once, so that the same work is the same value.
  return [...new Set(found.flat())]
}
