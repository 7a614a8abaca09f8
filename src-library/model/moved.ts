/** Addresses that earlier editions of a pack had, and where they lead now. */
import { leadAnchor, type SectionAddress } from './article.ts'
import type { ArticleEntry, Move, Pack } from './pack.ts'

type AddressedPack = Pick<Pack, 'contents' | 'news' | 'moved'>

/**
 * Where an address of this or an earlier edition leads in this one: itself if it exists, else what the authors
 * wrote for it or for its original, in the same language where there is a version. Null when nothing is known
 * about the article; the article's lead when only the anchor is unknown.
 */
export function addressNow(pack: AddressedPack, { article, anchor }: SectionAddress): SectionAddress | null {
  const entries = [...pack.contents.flatMap(({ articles }) => articles), ...pack.news]
  const entry = entries.find(({ id }) => id === article)
  if (entry && hasSection(entry, anchor)) return { article, anchor }
  const moved =
    moveOf(pack, article, anchor) ?? (entry?.translation && moveOf(pack, entry.translation.of, anchor))
  if (!moved) return entry ? { article, anchor: leadAnchor } : null
  const target = entries.find(({ id }) => id === moved.to.article)
  const version =
    entry && entries.find((one) => originalOf(one) === moved.to.article && one.language === entry.language)
  const wanted = moved.from.anchor === null ? anchor : moved.to.anchor
  for (const one of [version, target])
    if (one)
      return {
        article: one.id,
        anchor: [wanted, moved.to.anchor].find((each) => hasSection(one, each)) ?? leadAnchor,
      }
  return entry ? { article, anchor: leadAnchor } : null
}

/** Where the authors moved an address that this edition does not have; null where they say nothing of it. */
export function movedAddress(pack: AddressedPack, address: SectionAddress): SectionAddress | null {
  const { article, anchor } = address
  const entry = [...pack.contents.flatMap(({ articles }) => articles), ...pack.news].find(
    ({ id }) => id === article,
  )
  if (entry && hasSection(entry, anchor)) return null
  const isMoved =
    moveOf(pack, article, anchor) ?? (entry?.translation && moveOf(pack, entry.translation.of, anchor))
  return isMoved ? addressNow(pack, address) : null
}

/** The article's own id, or that of the article it translates. */
const originalOf = ({ id, translation }: ArticleEntry): string => translation?.of ?? id

const hasSection = ({ sections }: ArticleEntry, anchor: string): boolean =>
  sections.some((section) => section.anchor === anchor)

const moveOf = ({ moved }: AddressedPack, article: string, anchor: string): Move | undefined =>
  moved.find(({ from }) => from.article === article && from.anchor === anchor) ??
  moved.find(({ from }) => from.article === article && from.anchor === null)
