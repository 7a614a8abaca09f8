/** Articles that say the same in several languages: one of them is listed, the others are a step away. */
import type { ArticleEntry, Pack } from '../../src-library/model/pack.ts'

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

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
        articles.find(
          (one) => one.translation?.of === original.id && primary(one.language) === primary(language),
        ) ?? original,
    )
}
