/** Questions about the sections of an article that every view asks. */
import type { Article, Section } from './article.ts'

/** Titles from the article down to the section itself: its path, `[article, …, section]`; only the article's for the lead. */
export function pathOf(article: Pick<Article, 'title' | 'sections'>, anchor: string): readonly string[] {
  const position = article.sections.findIndex((section) => section.anchor === anchor)
  const path: string[] = []
  let depth = Infinity
  for (let i = position; i > 0; i--) {
    const section = article.sections[i]
    if (section && section.heading.depth < depth) {
      path.unshift(section.title)
      depth = section.heading.depth
    }
  }
  return [article.title, ...path]
}

/** The section and everything below it, in document order; the lead has no subsections. Empty when there is no such anchor. */
export function withSubsections(article: Pick<Article, 'sections'>, anchor: string): readonly Section[] {
  const start = article.sections.findIndex((section) => section.anchor === anchor)
  const first = article.sections[start]
  if (!first) return []
  if (start === 0) return [first]
  const rest = article.sections.slice(start + 1)
  const end = rest.findIndex((section) => section.heading.depth <= first.heading.depth)
  return [first, ...(end === -1 ? rest : rest.slice(0, end))]
}
