/** Hits of one article together: article first, its sections below. */
import type { Found } from './result.ts'

export type HitGroup<Hit extends Found> = {
  readonly pack: string
  readonly article: string
  readonly articleTitle: string
  /** In the order they were found; at least one. */
  readonly hits: readonly Hit[]
}

/**
 * The hits by article, in the order of each article's best hit. Those that say what was typed, the first `exact`, are
 * grouped apart from those that say it in related words, so that none of these comes before one of the others.
 */
export function groupByArticle<Hit extends Found>(
  hits: readonly Hit[],
  exact: number,
): { readonly exact: readonly HitGroup<Hit>[]; readonly related: readonly HitGroup<Hit>[] } {
  return { exact: grouped(hits.slice(0, exact)), related: grouped(hits.slice(exact)) }
}

function grouped<Hit extends Found>(hits: readonly Hit[]): readonly HitGroup<Hit>[] {
  const groups = new Map<string, Hit[]>()
  for (const hit of hits) {
    const key = `${hit.pack} ${hit.article}`
    groups.set(key, [...(groups.get(key) ?? []), hit])
  }
  return [...groups.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const { pack, article, articleTitle } = first
    return [{ pack, article, articleTitle, hits: own }]
  })
}
