/**
 * The facts that find a section again in another edition, or show what it was: its stable ids, its titles, and the
 * beginning of its text. For print lists, bookmarks and reading positions.
 */
import { leadAnchor, type Article, type Section } from '../../src-library/model/article.ts'
import { movedAddress } from '../../src-library/model/moved.ts'
import { textOfBlocks } from '../../src-library/model/text.ts'
import { noFilters } from '../engine/protocol.ts'
import type { Library } from './library.svelte.ts'
import { formatLocation } from './location.ts'

export type RememberedSection = {
  readonly pack: string
  readonly article: string
  readonly anchor: string
  readonly title: string
  readonly articleTitle: string
  /** How its text begins. */
  readonly quote: string
}

/** Characters of a section's beginning that recognise it. */
const quoteLength = 160
const titleLength = 300

export const quoteOf = (section: Section): string => textOfBlocks(section.blocks).slice(0, quoteLength)

type SectionIds = Pick<RememberedSection, 'pack' | 'article' | 'anchor'>

/** One text for each section: names that merely read the same when put together stay apart. */
export const keyOf = ({ pack, article, anchor }: SectionIds): string =>
  JSON.stringify([pack, article, anchor])

/** Each section once, in the order of first mention. Files are written by hand, too. */
export function withoutRepeats<Section extends SectionIds>(sections: readonly Section[]): Section[] {
  const seen = new Set<string>()
  return sections.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

/** What a file from elsewhere says of a section, no longer than this app would say it. */
export function shortened<Section extends RememberedSection>(section: Section): Section {
  return {
    ...section,
    title: section.title.slice(0, titleLength),
    articleTitle: section.articleTitle.slice(0, titleLength),
    quote: section.quote.slice(0, quoteLength),
  }
}

export function rememberSection(pack: string, article: Article, section: Section): RememberedSection {
  return {
    pack,
    article: article.id,
    anchor: section.anchor,
    title: (section.anchor === leadAnchor ? article.title : section.title).slice(0, titleLength),
    articleTitle: article.title.slice(0, titleLength),
    quote: quoteOf(section),
  }
}

/** Whether this library, perhaps of another edition, has the section under its ids. */
export function isThere(
  library: Pick<Library, 'entry'>,
  { pack, article, anchor }: RememberedSection,
): boolean {
  return library.entry(pack, article)?.sections.some((section) => section.anchor === anchor) ?? false
}

/** The section under the address that the authors moved it to; the section itself if they did not move it. */
export function asMoved<Section extends SectionIds>(
  library: Pick<Library, 'pack'>,
  section: Section,
): Section {
  const pack = library.pack(section.pack)
  return { ...section, ...(pack && movedAddress(pack, section)) }
}

/** A search for a section that no longer exists. */
export function searchFor({ title }: RememberedSection): string {
  return formatLocation({ place: 'search', query: title, filters: noFilters, sort: 'relevance' })
}
