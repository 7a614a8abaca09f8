/** What changed since the last build: the author sees what readers will, and which anchors stop existing. */
import { encodeJson } from '../src-library/format/json.ts'
import type { Article, Section } from '../src-library/model/article.ts'

export type ArticleChange = {
  readonly id: string
  /** Anchors, in document order. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
  /** Whether something outside the sections changed: title, summary, notes, … */
  readonly about: boolean
}

export type Changes = {
  /** By id. */
  readonly added: readonly Article[]
  readonly removed: readonly Article[]
  readonly changed: readonly ArticleChange[]
}

export function changesBetween(before: readonly Article[], after: readonly Article[]): Changes {
  const old = new Map(before.map((article) => [article.id, article]))
  const now = new Map(after.map((article) => [article.id, article]))
  return {
    added: after.filter(({ id }) => !old.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    changed: after.flatMap((article) => {
      const earlier = old.get(article.id)
      const change = earlier && changeOf(earlier, article)
      return change ? [change] : []
    }),
  }
}

function changeOf(before: Article, after: Article): ArticleChange | null {
  const old = new Map(before.sections.map((section) => [section.anchor, textOf(section)]))
  const now = new Map(after.sections.map((section) => [section.anchor, textOf(section)]))
  const change = {
    id: after.id,
    added: [...now.keys()].filter((anchor) => !old.has(anchor)),
    removed: [...old.keys()].filter((anchor) => !now.has(anchor)),
    changed: [...now].flatMap(([anchor, text]) =>
      old.has(anchor) && old.get(anchor) !== text ? [anchor] : [],
    ),
    about: aboutOf(before) !== aboutOf(after),
  }
  const isSame = !change.about && change.added.length + change.removed.length + change.changed.length === 0
  return isSame ? null : change
}

/** Without the number: a section is not another one because one was added above it. */
const textOf = (section: Section): string => encodeJson({ ...section, number: '' })

/** The article without its sections, and without its document's bytes: a comment there changes nothing here. */
const aboutOf = (article: Article): string => encodeJson({ ...article, sections: [], provenance: null })

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
