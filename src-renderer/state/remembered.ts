/**
 * The facts that find a section again in another edition, or show what it was: its stable ids, its titles, and the
 * beginning of its text. For print lists, bookmarks and reading positions.
 */
import {
  leadAnchor,
  type Article,
  type Section,
  type SectionAddress,
} from '../../src-library/model/article.ts'
import { movedAddress } from '../../src-library/model/moved.ts'
import { textOfBlocks } from '../../src-library/model/text.ts'
import { noFilters } from '../engine/protocol.ts'
import type { Library } from './library.svelte.ts'
import { formatLocation } from './location.ts'

export type Remembered = {
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
/** A shorter beginning could be anywhere. */
const tellingLength = 40

const quoteOf = (section: Section): string => textOfBlocks(section.blocks).slice(0, quoteLength)

type Named = Pick<Remembered, 'pack' | 'article' | 'anchor'>

/** One text for each section: names that merely read the same when put together stay apart. */
export const keyOf = ({ pack, article, anchor }: Named): string => JSON.stringify([pack, article, anchor])

/** Each section once, in the order of first mention. Files are written by hand, too. */
export function withoutRepeats<Section extends Named>(sections: readonly Section[]): Section[] {
  const seen = new Set<string>()
  return sections.filter((one) => !seen.has(keyOf(one)) && seen.add(keyOf(one)))
}

/** What a file from elsewhere says of a section, no longer than this app would say it. */
export function shortened<Section extends Remembered>(section: Section): Section {
  return {
    ...section,
    title: section.title.slice(0, titleLength),
    articleTitle: section.articleTitle.slice(0, titleLength),
    quote: section.quote.slice(0, quoteLength),
  }
}

export function rememberSection(pack: string, article: Article, section: Section): Remembered {
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
export function isThere(library: Pick<Library, 'entry'>, { pack, article, anchor }: Remembered): boolean {
  return library.entry(pack, article)?.sections.some((section) => section.anchor === anchor) ?? false
}

/** The section under the address that the authors moved it to; the section itself if they did not move it. */
export function asMoved<Section extends Named>(library: Pick<Library, 'pack'>, section: Section): Section {
  const pack = library.pack(section.pack)
  return { ...section, ...(pack && movedAddress(pack, section)) }
}

/**
 * The new address of a remembered section: the one the authors moved it to; else the section of the same article, or of
 * another article with a section of that name, whose text begins in the same way. Null if there is none.
 */
export async function movedTo(
  library: Pick<Library, 'article' | 'pack'>,
  remembered: Remembered,
): Promise<SectionAddress | null> {
  const { pack, article, quote } = remembered
  const now = asMoved(library, remembered)
  if (now.article !== article || now.anchor !== remembered.anchor)
    return { article: now.article, anchor: now.anchor }
  if (quote.length < tellingLength) return null
  return (await beginningLike(library, pack, article, quote)) ?? (await inAnotherArticle(library, remembered))
}

/** The one section of an article that begins with these words. */
async function beginningLike(
  library: Pick<Library, 'article'>,
  pack: string,
  article: string,
  quote: string,
): Promise<SectionAddress | null> {
  const read = await library.article(pack, article)
  if (!read.ok) return null
  const [same, ...others] = read.value.sections.filter((section) => quoteOf(section) === quote)
  return same && others.length === 0 ? { article, anchor: same.anchor } : null
}

/** Articles that are read to find a text: a heading such as Sources is in all of them. */
const mostRead = 8

/** An article whose id changed, or that took a section over, still has its heading. */
async function inAnotherArticle(
  library: Pick<Library, 'article' | 'pack'>,
  { pack, article, title, quote }: Remembered,
): Promise<SectionAddress | null> {
  const known = library.pack(pack)
  if (!known) return null
  const candidates = [...known.contents.flatMap(({ articles }) => articles), ...known.news].filter(
    (one) =>
      one.id !== article && (one.title === title || one.sections.some((section) => section.title === title)),
  )
  if (candidates.length > mostRead) return null
  const found: SectionAddress[] = []
  for (const { id } of candidates) {
    const one = await beginningLike(library, pack, id, quote)
    if (one) found.push(one)
  }
  const [only, ...others] = found
  return only && others.length === 0 ? only : null
}

/** The new addresses of sections that this library no longer has under their ids, by the key of the old one. */
export async function newAddresses(
  library: Pick<Library, 'article' | 'entry' | 'pack'>,
  sections: readonly Remembered[],
): Promise<ReadonlyMap<string, SectionAddress>> {
  const moved = new Map<string, SectionAddress>()
  for (const section of withoutRepeats(sections)) {
    if (isThere(library, section)) continue
    const now = await movedTo(library, section)
    if (now) moved.set(keyOf(section), now)
  }
  return moved
}

/** A search for a section that no longer exists. */
export function searchFor({ title }: Remembered): string {
  return formatLocation({ place: 'search', query: title, filters: noFilters, sort: 'relevance' })
}
