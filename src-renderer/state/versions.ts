/**
 * A section and its translations are one section: in bookmarks, print lists and wherever sections are compared. A
 * translation has its original's anchors, so the versions of a section differ by their article alone.
 */
import { leadAnchor, type SectionAddress } from '../../src-library/model/article.ts'
import type { Library } from './library.svelte.ts'
import { sameLanguage, versionsOf } from './languages.ts'
import { asMoved } from './remembered.ts'

type Address = SectionAddress & { readonly pack: string }
type Known = Pick<Library, 'pack'>

/** One text for a section, in whatever language, and wherever the authors moved it since. */
export function sectionKey(library: Known, address: Address): string {
  const { pack, article, anchor } = asMoved(library, address)
  return JSON.stringify([pack, originalOf(library, pack, article), anchor])
}

/** One text for an article, in whatever language. */
export function articleKey(library: Known, address: Address): string {
  const { pack, article } = asMoved(library, address)
  return JSON.stringify([pack, originalOf(library, pack, article)])
}

/** The section in a language, where it is there; else the section itself. */
export function inTheLanguage<One extends Address>(library: Known, section: One, language: string): One {
  const now = asMoved(library, section)
  const pack = library.pack(now.pack)
  const version =
    pack &&
    versionsOf(pack, now.article).find(
      (one) =>
        sameLanguage(one.language, language) && one.sections.some(({ anchor }) => anchor === now.anchor),
    )
  return version ? { ...now, article: version.id } : now
}

/** How the contents name a section, and in which language; null where this library does not have it. */
export function namesOf(library: Pick<Library, 'entry'>, address: Address): SectionNames | null {
  const entry = library.entry(address.pack, address.article)
  const section = entry?.sections.find(({ anchor }) => anchor === address.anchor)
  if (!entry || !section) return null
  const title = section.anchor === leadAnchor ? entry.title : section.title
  return { title, articleTitle: entry.title, language: entry.language }
}

type SectionNames = { readonly title: string; readonly articleTitle: string; readonly language: string }

/** Each section once, in the order of first mention, whatever its language. */
export function oncePerSection<One extends Address>(
  library: Known,
  sections: readonly One[],
): readonly One[] {
  const seen = new Set<string>()
  return sections.filter((one) => {
    const key = sectionKey(library, one)
    return !seen.has(key) && seen.add(key)
  })
}

/** The id of the article that was written first; the article's own where the library does not have it. */
function originalOf(library: Known, packId: string, article: string): string {
  const pack = library.pack(packId)
  return (pack && versionsOf(pack, article)[0]?.id) ?? article
}
