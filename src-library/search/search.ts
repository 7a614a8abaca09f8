/**
 * One search over all packs, as a pure function: reads the query, scores every
 * section that holds one of its words, looks at the best again, and describes
 * those asked for. Synchronous: the worker, the command line and the tests all call this.
 */
import { noFilters, type Answer, type Facets, type Filters, type Found, type Order } from './result.ts'
import { asWritten, nearest } from './asking/correct.ts'
import { addFacets, type SearchedPack } from './asking/facets.ts'
import { matchesIn } from './asking/matches.ts'
import { planQuery, type Plan } from './asking/plan.ts'
import { parseQuery, type Query } from './asking/query.ts'
import { rerank } from './asking/rerank.ts'
import { retype } from './asking/keyboardlayout.ts'
import { bestFirst, type Scored } from './asking/top.ts'
import { weights } from './asking/weights.ts'

export type SearchOptions = {
  readonly offset: number
  readonly limit: number
  readonly filters: Filters
  readonly sort: Order
  /** BCP 47: what the reader reads first. The language most sections are in, unless the query's letters tell. */
  readonly language?: string | undefined
}

const defaults: SearchOptions = { offset: 0, limit: 20, filters: noFilters, sort: 'relevance' }

/** How many words are offered when nothing matched. */
const mostNearest = 5

/** Searches packs. `query` is what `parseQuery` read; a text is read first. */
export function search(
  packs: readonly SearchedPack[],
  query: Query | string,
  options: Partial<SearchOptions> = {},
): Answer {
  const { offset, limit, filters, sort, language } = { ...defaults, ...options }
  const asked = typeof query === 'string' ? parseQuery(query) : query
  const indexes = packs.map((pack) => pack.index)
  const read = retype(indexes, asked)
  const plan = planQuery(indexes, read.query)
  const found: (Scored & { readonly pack: SearchedPack })[] = []
  const facets: Facets[] = []
  let total = 0
  let complete = 0
  const wanted = {
    filters,
    sort,
    most: Math.max(offset + limit, weights.candidates),
    told: languageOfText(read.query.text),
    language,
  }
  packs.forEach((pack, number) => {
    const matches = matchesIn(pack, plan, number, wanted)
    total += matches.total
    complete += matches.complete
    facets.push(matches.facets)
    const ranked =
      sort === 'newest' ? matches.best.sorted() : rerank(pack.index, plan, number, matches, offset + limit)
    for (const { section, score } of ranked) found.push({ section, score, pack })
  })
  const hits = found.sort(bestFirst).slice(offset, offset + limit)
  return {
    text: asked.text,
    total,
    complete,
    hits: hits.map(({ pack, section, score }): Found => ({
      pack: pack.id,
      ...pack.index.sections.describe(section),
      score,
    })),
    facets: addFacets(facets),
    missing: [...read.corrections.map(({ from }) => from), ...plan.missing],
    corrections: [...read.corrections, ...plan.corrections],
    expansions: plan.expansions,
    nearest: total > 0 ? [] : nearestWords(packs, plan),
    marks: plan.marks,
  }
}

/** The language whose letters a query is typed in, where they tell. */
function languageOfText(text: string): string | null {
  if (/\p{Script=Cyrillic}/u.test(text)) return 'ru'
  return /[əğışƏĞİŞ]/.test(text) ? 'az' : null
}

/** A word with every other letter replaced is another word. */
const offeredEdits = (word: string): number => Math.min(weights.offeredEdits, Math.ceil(word.length / 3))

/** Words to offer when nothing matched: near to those that occur nowhere. */
function nearestWords(packs: readonly SearchedPack[], plan: Plan): string[] {
  const indexes = packs.map((pack) => pack.index)
  const near = plan.missing.flatMap((word) =>
    nearest(indexes, word.toLowerCase(), offeredEdits(word), mostNearest).map((near) =>
      asWritten(indexes, near),
    ),
  )
  return [...new Set(near)].slice(0, mostNearest)
}
