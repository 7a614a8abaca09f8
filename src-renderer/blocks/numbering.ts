/** How an article's sources and notes are numbered on screen: in order of first mark, from 1. */
import type { Article, Section } from '../../src-library/model/article.ts'
import type { Source } from '../../src-library/model/source.ts'

export type ArticleNumbering = {
  /** Every source of the article, in order of its number. */
  readonly sources: readonly Source[]
  readonly numberOf: (source: string) => number | null
  readonly noteNumber: (note: string) => number | null
}

export function numberArticle(
  article: Pick<Article, 'sections' | 'notes'>,
  sources: readonly Source[],
): ArticleNumbering {
  const known = new Map(sources.map((source) => [source.id, source]))
  const used = new Set(article.sections.flatMap((section: Section) => section.sources))
  const list = [...used].flatMap((id) => known.get(id) ?? [])
  const numbers = new Map(list.map((source, at) => [source.id, at + 1]))
  const notes = new Map(article.notes.map((note, at) => [note.id, at + 1]))
  return {
    sources: list,
    numberOf: (source) => numbers.get(source) ?? null,
    noteNumber: (note) => notes.get(note) ?? null,
  }
}
