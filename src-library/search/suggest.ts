/** What may complete a text that is being typed: headings that match, and words that begin so. */
import type { Suggestion } from './answer.ts'
import { analyse } from './analyzer.ts'
import { noFilters } from './answer.ts'
import type { SearchedPack } from './facets.ts'
import { parseQuery } from './query.ts'
import { search } from './search.ts'

/** At most `limit` suggestions: up to half of them headings, the rest words. */
export function suggest(packs: readonly SearchedPack[], text: string, limit: number): Suggestion[] {
  const query = parseQuery(text)
  const last = query.clauses.at(-1)
  if (!query.typing || last?.kind !== 'word') return []
  const inHeadings = search(packs, query, {
    limit: Math.ceil(limit / 2),
    filters: { ...noFilters, titleOnly: true },
  })
  const sections = inHeadings.hits.map(({ pack, article, anchor, sectionTitle, path }): Suggestion => ({
    kind: 'section',
    pack,
    article,
    anchor,
    title: sectionTitle,
    path,
  }))
  const begun = text.slice(0, text.length - last.word.length)
  const words = completionsOf(packs, analyse(last.word, 'en').surface)
    .slice(0, limit - sections.length)
    .map((word): Suggestion => ({ kind: 'words', text: begun + word }))
  return [...words, ...sections]
}

/** Longer words that begin so, most frequent first, one of each stem. */
function completionsOf(packs: readonly SearchedPack[], prefix: string): string[] {
  const best = new Map<string, { word: string; count: number }>()
  for (const { index } of packs) {
    const { from, to } = index.surfaces.range(prefix)
    for (let surface = from; surface < to; surface++) {
      const word = index.surfaces.wordAt(surface)
      if (word === prefix) continue
      for (const term of index.termsOf(surface)) {
        const stem = index.terms.wordAt(term)
        const count = index.frequency(term)
        const known = best.get(stem)
        if (!known || word.length < known.word.length)
          best.set(stem, { word, count: (known?.count ?? 0) + count })
      }
    }
  }
  return [...best.values()]
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
}
