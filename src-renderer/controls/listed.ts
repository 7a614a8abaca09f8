/** The record of a section in a print list. */
import { leadAnchor, type Article, type Section } from '../../src-library/model/article.ts'
import { withSubsections } from '../../src-library/model/sections.ts'
import { rememberSection } from '../state/remembered.ts'
import type { ListedSection } from '../state/printlist.svelte.ts'

/** A section with everything below it; the lead is for itself alone. */
export function listedSection(pack: string, article: Article, section: Section): ListedSection {
  const below = section.anchor !== leadAnchor && withSubsections(article, section.anchor).length > 1
  return { ...rememberSection(pack, article, section), subsections: below }
}
