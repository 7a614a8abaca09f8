/**
 * Follows remembered sections into another edition that has them elsewhere. Apart from `remembered.ts`, because the first
 * screen does without it: few bookmarks are lost.
 */
import type { SectionAddress } from '../../src-library/model/article.ts'
import type { Library } from './library.svelte.ts'
import { asMoved, isThere, keyOf, quoteOf, withoutRepeats, type RememberedSection } from './remembered.ts'

/** A shorter beginning could be anywhere. */
const tellingLength = 40

/**
 * The new address of a remembered section: the one the authors moved it to; else the section of the same article, or of
 * another article with a section of that name, whose text begins in the same way. Null if there is none.
 */
export async function movedTo(
  library: Pick<Library, 'article' | 'pack'>,
  remembered: RememberedSection,
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
  { pack, article, title, quote }: RememberedSection,
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
  sections: readonly RememberedSection[],
): Promise<ReadonlyMap<string, SectionAddress>> {
  const moved = new Map<string, SectionAddress>()
  for (const section of withoutRepeats(sections)) {
    if (isThere(library, section)) continue
    const now = await movedTo(library, section)
    if (now) moved.set(keyOf(section), now)
  }
  return moved
}
