/**
 * One search over all packs, as a pure function: reads the query, scores every
 * section that holds one of its words, looks at the best again, and describes
 * those asked for. Synchronous: the worker, the command line and the tests all call this.
 */
import {
  noFilters,
  type SearchResult,
  type Facets,
  type Filters,
  type FoundSection,
  type Marks,
  type Order,
} from './result.ts'
import { asWritten, nearest } from './asking/correct.ts'
import { addFacets, type SearchedPack } from './asking/facets.ts'
import { matchesIn } from './asking/matches.ts'
import { planQuery, type Plan } from './asking/plan.ts'
import { parseQuery, type Query } from './asking/query.ts'
import { merged, rerank, type FirstLook, type Ranked } from './asking/rerank.ts'
import { retype } from './asking/keyboardlayout.ts'
import type { ScoredSection } from './asking/top.ts'
import { weights } from './asking/weights.ts'
import type { SearchIndex } from './index/load.ts'
import { baseLanguage } from './words/analyzer.ts'

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
): SearchResult {
  const { offset, limit, filters, sort, language } = { ...defaults, ...options }
  const parsed = typeof query === 'string' ? parseQuery(query) : query
  const indexes = indexesOf(packs)
  const read = retype(indexes, parsed)
  const plan = planQuery(indexes, read.query)
  const exact: FirstLook[] = []
  const related: FirstLook[] = []
  const fails: Uint8Array[] = []
  const facets: Facets[] = []
  let total = 0
  let complete = 0
  let saying = 0
  const matchOptions = {
    filters,
    sort,
    most: Math.max(offset + limit, weights.candidates),
    queryLanguage: languageOfText(read.query.text),
    language,
  }
  packs.forEach((pack, number) => {
    const matches = matchesIn(pack, plan, number, matchOptions)
    total += matches.total
    complete += matches.complete
    saying += matches.exact.total
    facets.push(matches.facets)
    fails.push(matches.fails)
    const look = { index: pack.index, number, scores: matches.scores }
    exact.push({ ...look, best: matches.exact.best })
    related.push({ ...look, best: matches.related.best })
  })
  const rank = (looks: readonly FirstLook[]): readonly Ranked[] =>
    sort === 'newest' ? merged(looks, matchOptions.most) : rerank(looks, plan, offset + limit)
  const hits = [...rank(exact), ...rank(related)]
    .slice(offset, offset + limit)
    .flatMap(({ number, section, score }): PackedHit[] => {
      const pack = packs[number]
      return pack ? [{ section, score, pack, fails: fails[number] ?? new Uint8Array() }] : []
    })
  const languages = [matchOptions.queryLanguage ?? '', language ?? '']
  return {
    text: parsed.text,
    total,
    complete,
    exact: saying,
    hits: hits.map(({ score, ...hit }): FoundSection => ({
      pack: hit.pack.id,
      ...hit.pack.index.sections.describe(versionFor({ ...hit, score }, languages)),
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

/** The indexes of packs, in their order. */
export const indexesOf = (packs: readonly SearchedPack[]): readonly SearchIndex[] =>
  packs.map(({ index }) => index)

/** What a query's words look like in any text. Nothing is scored. */
export function marksOf(packs: readonly SearchedPack[], text: string): Marks {
  const indexes = indexesOf(packs)
  return planQuery(indexes, retype(indexes, parseQuery(text)).query).marks
}

type PackedHit = ScoredSection & { readonly pack: SearchedPack; readonly fails: Uint8Array }

/** A section in the first of the languages in which it is there and passes the filters; else as it was found. */
function versionFor({ pack, section, fails }: PackedHit, languages: readonly string[]): number {
  const { sections } = pack.index
  const versions = sections.versionsOf(section)
  if (versions.length === 1) return section
  const passing = versions.filter((version) => fails[sections.classes.of[version] ?? 0] === 0)
  for (const language of languages) {
    const own = passing.find((version) => baseLanguage(sections.language(version)) === baseLanguage(language))
    if (own !== undefined) return own
  }
  return section
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
  const indexes = indexesOf(packs)
  const near = plan.missing.flatMap((word) =>
    nearest(indexes, word.toLowerCase(), offeredEdits(word), mostNearest).map((near) =>
      asWritten(indexes, near),
    ),
  )
  return [...new Set(near)].slice(0, mostNearest)
}
