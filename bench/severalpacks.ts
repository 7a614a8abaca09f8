/** How much a collection's ranking loses when its documents are dealt out to several packs: the held-out half of its queries. */
import { buildIndex } from '../src-library/search/index/build.ts'
import { loadIndex } from '../src-library/search/index/load.ts'
import { search } from '../src-library/search/search.ts'
import { articleOf } from '../src-library/search/testing/samples.ts'
import { half, readCollections, type Collection } from './collections.ts'
import { mean, qualityOf } from './metrics.ts'

export const packCounts = [1, 2, 7, 25] as const

export type SeveralPacks = {
  readonly collection: string
  readonly packs: number
  readonly ndcg10: number
}

export function measureSeveralPacks(folder: string, share: number): SeveralPacks[] {
  const results: SeveralPacks[] = []
  for (const collection of readCollections(folder))
    for (const packs of packCounts) {
      const searched = dealt(collection, packs)
      const queries = half(collection.queries, 'held-out').filter((_, i) => (i * share) % 1 < share)
      const qualities = queries.map((query) => {
        const { hits } = search(searched, query.text, { limit: 100 })
        return qualityOf(
          hits.map(({ article }) => article),
          query,
        )
      })
      results.push({ collection: collection.name, packs, ndcg10: mean(qualities).ndcg10 })
      process.stderr.write(`${collection.name}: ${packs} packs\n`)
    }
  return results
}

/** Every document is a section, as where engines are compared. */
const dealt = ({ documents, language }: Collection, packs: number): Parameters<typeof search>[0] =>
  Array.from({ length: packs }, (_, number) => {
    const own = documents.filter((_, i) => i % packs === number)
    const bytes = buildIndex(
      own.map(({ id, title, body }) =>
        articleOf({ id, title: title || id, language, sections: [{ text: body }] }),
      ),
      { language, concepts: [] },
    )
    const index = loadIndex(bytes)
    if (!index.ok) throw new Error(index.failure.kind)
    return { id: `p${String(number).padStart(2, '0')}`, index: index.value, sourceTypes: new Map() }
  })
