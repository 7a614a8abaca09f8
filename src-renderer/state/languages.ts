/** Articles that say the same in several languages: one of them is listed, the others are a step away. */
import type { ArticleEntry, ContentsGroup, Pack } from '../../src-library/model/pack.ts'

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/** Whether two tags (BCP 47) name one language, whatever script or country. */
export const sameLanguage = (one: string, other: string): boolean => primary(one) === primary(other)

/** Everything the pack has, news and encyclopedia. */
export const entriesOf = (pack: Pack): readonly ArticleEntry[] => [
  ...pack.news,
  ...pack.contents.flatMap((group) => group.articles),
]

/** An article in all the languages it is there in, the original first; only itself where it has no translation. */
export function versionsOf(pack: Pack, article: string): readonly ArticleEntry[] {
  const entries = entriesOf(pack)
  const original = entries.find(({ id }) => id === article)?.translation?.of ?? article
  return [
    ...entries.filter(({ id }) => id === original),
    ...entries.filter(({ translation }) => translation?.of === original),
  ]
}

/** Of each article the version in the reader's language, else the original; in the order of the originals. */
export function inLanguage(articles: readonly ArticleEntry[], language: string): readonly ArticleEntry[] {
  return articles
    .filter(({ translation }) => translation === null)
    .map(
      (original) =>
        articles.find((one) => one.translation?.of === original.id && sameLanguage(one.language, language)) ??
        original,
    )
}

/** The name and the licence of a pack in a language, else in its own. */
export function packNameIn(
  pack: Pick<Pack, 'title' | 'names' | 'licence'>,
  language: string,
): { readonly title: string; readonly statement: string | null } {
  const name = pack.names?.find((one) => sameLanguage(one.language, language))
  const own = pack.licence?.statement ?? null
  return { title: name?.title ?? pack.title, statement: name?.statement ?? own }
}

/** The name of a group of the contents in the reader's language, else in the pack's; with the language it is in. */
export function titleOfGroup(
  pack: Pack,
  group: ContentsGroup,
  language: string,
): { readonly title: string; readonly language: string } {
  const own = { title: group.title, language: pack.language }
  return sameLanguage(pack.language, language)
    ? own
    : (group.titles.find((one) => sameLanguage(one.language, language)) ?? own)
}
