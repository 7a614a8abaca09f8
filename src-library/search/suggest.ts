/** Completions for a text that is being typed: headings that match, and words that begin so. */
import type { Suggestion } from './result.ts'
import { analyse } from './words/analyzer.ts'
import { noFilters } from './result.ts'
import type { SearchedPack } from './asking/facets.ts'
import type { SearchIndex } from './index/load.ts'
import { parseQuery } from './asking/query.ts'
import { search } from './search.ts'
import { wordsIn } from './words/words.ts'

/** At most this many headings are searched for the typed text. */
const lookedThrough = 50

/**
 * At most `limit` suggestions: up to half of them headings, the rest words. Headings that hold what is typed come
 * before those that say it in other words; `language` is what the reader reads first.
 */
export function suggest(
  packs: readonly SearchedPack[],
  text: string,
  limit: number,
  language = '',
): Suggestion[] {
  const query = parseQuery(text)
  const last = query.clauses.at(-1)
  if (!query.typing || last?.kind !== 'word') return []
  const prefix = analyse(last.word, 'en').surface
  const inHeadings = search(packs, query, {
    limit: lookedThrough,
    language,
    filters: { ...noFilters, titleOnly: true },
  })
  const sections = inHeadings.hits
    .map((hit) => ({ hit, holds: holdsWord(hit.sectionTitle, prefix) }))
    .sort((a, b) => Number(b.holds) - Number(a.holds))
    .slice(0, Math.ceil(limit / 2))
    .map(({ hit: { pack, article, anchor, sectionTitle, path } }): Suggestion => ({
      kind: 'section',
      pack,
      article,
      anchor,
      title: sectionTitle,
      path,
    }))
  const begun = text.slice(0, last.start)
  const words = completionsOf(packs, prefix, limit - sections.length).map((word): Suggestion => ({
    kind: 'words',
    text: begun + word,
  }))
  return [...words, ...sections]
}

/** Whether a word of the text begins so. */
const holdsWord = (text: string, prefix: string): boolean =>
  wordsIn(text).some(({ raw }) => analyse(raw, 'en').surface.startsWith(prefix))

/** Longer words that begin so, as they are written, most frequent first, one of each stem, and none twice. */
function completionsOf(packs: readonly SearchedPack[], prefix: string, most: number): string[] {
  const best = new Map<string, Completion>()
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
          best.set(stem, { word, count: (known?.count ?? 0) + count, index, surface })
      }
    }
  }
  const ordered = [...best.values()].sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
  const distinct = new Map(ordered.map((each) => [each.word, each]))
  return [...distinct.values()].slice(0, most).map(({ index, surface }) => index.spelling(surface))
}

type Completion = {
  /** Folded. */
  readonly word: string
  readonly count: number
  /** Where it is read. */
  readonly index: SearchIndex
  readonly surface: number
}
