/** What `shelf search --json` prints: the direct answers, and the hits with their versions, one for a section. */
import type { SectionAddress } from '../../src-library/model/article.ts'
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'
import { answersFor } from '../../src-library/search/asking/directanswers.ts'
import type { SearchResult, FoundSection } from '../../src-library/search/result.ts'

/** A section in one of its languages (BCP 47). */
export type Version = SectionAddress & { readonly pack: string; readonly language: string }

export type PrintedAnswer = Version & {
  readonly value: string
  readonly says: string
  /** A source's id. */
  readonly source: string
  /** The day the fact was last checked. */
  readonly date: string
}

export type PrintedHit = FoundSection & {
  /** The section in every language it is there in, the original first; itself among them. */
  readonly versions: readonly Version[]
}

/** The answers that a text asks for, in the reader's language where they have it, best first. */
export function printedAnswers(
  packs: readonly Pack[],
  asked: Pick<SearchResult, 'text' | 'corrections'>,
  language: string,
): readonly PrintedAnswer[] {
  return answersFor(packs, asked, language).map(({ pack, answer }) => ({
    pack: pack.id,
    ...answer.section,
    language: answer.language,
    value: answer.value,
    says: answer.says,
    source: answer.source,
    date: answer.checked,
  }))
}

/** Hits with their versions. Of several hits that are one section, the first stays. */
export function printedHits(packs: readonly Pack[], hits: readonly FoundSection[]): readonly PrintedHit[] {
  const seen = new Set<string>()
  return hits.flatMap((hit) => {
    const pack = packs.find(({ id }) => id === hit.pack)
    const versions = pack ? versionsOf(pack, hit) : []
    const [original = hit] = versions
    const key = [hit.pack, original.article, hit.anchor].join(' ')
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...hit, versions }]
  })
}

function versionsOf(pack: Pack, { article, anchor }: SectionAddress): readonly Version[] {
  const entries = [...pack.contents.flatMap(({ articles }) => articles), ...pack.news]
  const original = entries.find(({ id }) => id === article)?.translation?.of ?? article
  const isVersion = ({ id, translation }: ArticleEntry): boolean =>
    id === original || translation?.of === original
  return entries
    .filter((entry) => isVersion(entry) && entry.sections.some((section) => section.anchor === anchor))
    .sort((a, b) => Number(b.id === original) - Number(a.id === original))
    .map(({ id, language }) => ({ pack: pack.id, article: id, anchor, language }))
}
