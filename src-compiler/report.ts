/** What changed since the last build, in lines for a terminal: the author sees what readers will, and which anchors stop existing. */
import type { ArticleChange, Changes } from '../src-library/changes/changes.ts'

/** A few lines for a terminal, with a line feed at the end. */
export function renderChanges({ added, removed, changed }: Changes, since = 'since the last build'): string {
  if (added.length + removed.length + changed.length === 0) return `Nothing changed ${since}.\n`
  const lines = [
    ...added.map(
      ({ id, sections }) =>
        `  + ${id} (${sections.length} ${sections.length === 1 ? 'section' : 'sections'})`,
    ),
    ...removed.map(({ id }) => `  - ${id}: links and bookmarks to it lead nowhere now`),
    ...changed.map(renderChange),
  ]
  const shown = lines.slice(0, mostLines)
  const hidden = lines.length - shown.length
  return [`Changed ${since}:`, ...shown, ...(hidden > 0 ? [`  … and ${hidden} more articles`] : []), ''].join(
    '\n',
  )
}

const mostLines = 50

function renderChange({ id, added, removed, changed, about }: ArticleChange): string {
  const anchors = (list: readonly string[]): string => list.map((anchor) => `#${anchor}`).join(' ')
  const parts = [
    about ? ['its title, summary or notes changed'] : [],
    changed.length > 0 ? [`changed ${anchors(changed)}`] : [],
    added.length > 0 ? [`added ${anchors(added)}`] : [],
    removed.length > 0
      ? [`removed ${anchors(removed)} (links and bookmarks there lead to the article now)`]
      : [],
  ].flat()
  return `  ~ ${id}: ${parts.join('; ')}`
}
