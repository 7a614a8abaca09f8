/** The articles and sections that a new edition adds, changes and removes. The compiler prints them; *What changed* shows them. */
import { encodeJson } from '../format/json.ts'
import type { Article, Section } from '../model/article.ts'

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
