/** Places of an earlier edition that a new one no longer has and says nothing about. */
import type { Article } from '../src-library/model/article.ts'
import type { Pack } from '../src-library/model/pack.ts'

/** `article` or `article#anchor`, in the order of the earlier edition. */
export function lostPlaces(
  before: readonly Pick<Article, 'id' | 'translation' | 'sections'>[],
  { contents, news, moved }: Pick<Pack, 'contents' | 'news' | 'moved'>,
): readonly string[] {
  const now = new Map(
    [...contents.flatMap(({ articles }) => articles), ...news].map(({ id, sections }) => [
      id,
      new Set(sections.map(({ anchor }) => anchor)),
    ]),
  )
  const known = new Set(
    moved.map(({ from }) => (from.anchor === null ? from.article : `${from.article}#${from.anchor}`)),
  )
  return before.flatMap(({ id, translation, sections }) => {
    // A line for an original serves its translations.
    const ids = translation ? [id, translation.of] : [id]
    if (ids.some((one) => known.has(one))) return []
    const own = now.get(id)
    if (!own) return [id]
    return sections.flatMap(({ anchor }) =>
      own.has(anchor) || ids.some((one) => known.has(`${one}#${anchor}`)) ? [] : [`${id}#${anchor}`],
    )
  })
}

/** What to say when a build is refused for them. */
export function renderLost(lost: readonly string[], edition: string): string {
  const shown = lost.slice(0, mostLines)
  const hidden = lost.length - shown.length
  return [
    `Nothing was written: edition ${edition} has places that this one lost, and readers have bookmarks to them.`,
    ...shown.map((place) => `  ${place}`),
    ...(hidden > 0 ? [`  … and ${hidden} more`] : []),
    'Say in `moved` of pack.json where each is now: "moved": { "old-article#anchor": "new-article#anchor" }.',
    '',
  ].join('\n')
}

const mostLines = 50
