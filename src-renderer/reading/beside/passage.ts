/** The part of an article that is shown beside another. */
import { leadAnchor, type Article, type Section } from '../../../src-library/model/article.ts'
import { withSubsections } from '../../../src-library/model/sections.ts'

/** A section with everything below it. A news item is short: its lead means the whole item. */
export function passageOf(article: Article, anchor: string): readonly Section[] {
  return article.kind === 'news' && anchor === leadAnchor
    ? article.sections
    : withSubsections(article, anchor)
}

/** Anchors that both have, in order: of an article and its translation all, as a rule; else the lead alone. */
export function sharedAnchors(one: Article, other: Article): readonly string[] {
  const others = new Set(other.sections.map(({ anchor }) => anchor))
  return one.sections.map(({ anchor }) => anchor).filter((anchor) => others.has(anchor))
}
