/** How good a ranking is. Grades are used as gains unchanged; a document is relevant if its grade is above 0. */
import type { JudgedQuery } from './collections.ts'

export type Quality = { readonly ndcg10: number; readonly map: number; readonly recall100: number }

/** Of one ranking, best first, 100 deep. */
export function qualityOf(ranking: readonly string[], { grades }: JudgedQuery): Quality {
  const relevant = [...grades.values()].filter((grade) => grade > 0)
  const ideal = [...relevant].sort((a, b) => b - a)
  let found = 0
  let precisions = 0
  ranking.slice(0, 100).forEach((id, i) => {
    if ((grades.get(id) ?? 0) <= 0) return
    found += 1
    precisions += found / (i + 1)
  })
  const gains = ranking.slice(0, 10).map((id) => Math.max(grades.get(id) ?? 0, 0))
  return {
    ndcg10: discounted(gains) / (discounted(ideal.slice(0, 10)) || 1),
    map: precisions / (relevant.length || 1),
    recall100: found / (relevant.length || 1),
  }
}

const discounted = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0)

export function mean(qualities: readonly Quality[]): Quality {
  const of = (key: keyof Quality): number =>
    qualities.reduce((sum, quality) => sum + quality[key], 0) / (qualities.length || 1)
  return { ndcg10: of('ndcg10'), map: of('map'), recall100: of('recall100') }
}
