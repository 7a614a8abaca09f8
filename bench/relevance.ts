/** How well each engine ranks: the held-out half of each collection's queries, as written and as people also type them. */
import { half, readCollections, vary, variants, type Collection, type Variant } from './collections.ts'
import { allEngines } from './engines/all.ts'
import { mean, qualityOf, type Quality } from './metrics.ts'

export type Relevance = {
  readonly engine: string
  readonly collection: string
  readonly language: string
  readonly variant: Variant
} & Quality

/** Every engine on every collection below a folder. `share` of the queries makes a quick run. */
export async function measureRelevance(folder: string, share: number): Promise<Relevance[]> {
  const results: Relevance[] = []
  for (const collection of readCollections(folder))
    for (const engine of await allEngines()) {
      const searcher = await engine.open(
        await engine.build(collection.documents, collection.language),
        collection.language,
      )
      for (const variant of variantsOf(collection)) {
        const queries = half(collection.queries, 'held-out').filter((_, i) => (i * share) % 1 < share)
        const qualities = queries.map((query, i) =>
          qualityOf(searcher(vary(query.text, variant, i), 100), query),
        )
        const { name, language } = collection
        results.push({ engine: engine.name, collection: name, language, variant, ...mean(qualities) })
      }
      process.stderr.write(`${collection.name}: ${engine.name}\n`)
    }
  return results
}

/** English has no marks to leave out, and letters on other keys only Russian. */
const variantsOf = ({ language }: Collection): Variant[] =>
  variants.filter(
    (variant) =>
      (variant !== 'no marks' || language === 'tr') && (variant !== 'other keyboard' || language === 'ru'),
  )
