/** What a print list remembers of a section. */
import { leadAnchor, type Article, type Section } from '../../src-library/model/article.ts'
import { withSubsections } from '../../src-library/model/sections.ts'
import { textOfBlocks } from '../../src-library/model/text.ts'
import type { ListedSection } from './printlist.svelte.ts'

/** Characters of a section's beginning that recognise it. */
const quoteLength = 160

/** A section with everything below it; the lead stands for itself. */
export function listedSection(pack: string, article: Article, section: Section): ListedSection {
  const below = section.anchor !== leadAnchor && withSubsections(article, section.anchor).length > 1
  return {
    pack,
    article: article.id,
    anchor: section.anchor,
    subsections: below,
    title: section.anchor === leadAnchor ? article.title : section.title,
    articleTitle: article.title,
    quote: textOfBlocks(section.blocks).slice(0, quoteLength),
  }
}
