/**
 * One search over all packs, as a pure function: reads the query, scores every
 * section that holds one of its words, looks at the best again, and describes
 * those asked for. Synchronous: the worker, the command line and the tests all call this.
 */
import { noFilters, type Answer, type Facets, type Filters, type Found, type Order } from './answer.ts'
import { asWritten, nearest } from './correct.ts'
import { addFacets, FacetCounter, type SearchedPack } from './facets.ts'
import { headingField } from './fields.ts'
import type { SearchIndex } from './load.ts'
import { planQuery, type Plan } from './plan.ts'
import { parseQuery, type Query } from './query.ts'
import { rerank } from './rerank.ts'
import { Coverage, Scores } from './score.ts'
import { bestFirst, Top, type Scored } from './top.ts'
import { weights } from './weights.ts'

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
  const { offset, limit, filters, sort } = { ...defaults, ...options }
  const asked = typeof query === 'string' ? parseQuery(query) : query
  const plan = planQuery(
    packs.map((pack) => pack.index),
    asked,
  )
  const found: (Scored & { readonly pack: SearchedPack })[] = []
  const facets: Facets[] = []
  let total = 0
  let complete = 0
  packs.forEach((pack, number) => {
    const wanted = { ...options, filters, sort, most: Math.max(offset + limit, weights.candidates) }
    const matches = matchesIn(pack, plan, number, wanted, languageOfText(asked.text))
    total += matches.total
    complete += matches.complete
    facets.push(matches.facets)
    const ranked =
      sort === 'newest' ? matches.best.sorted() : rerank(pack.index, plan, number, matches, offset + limit)
    for (const each of ranked) found.push({ ...each, pack })
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
    missing: plan.missing,
    corrections: plan.corrections,
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

type Wanted = Pick<SearchOptions, 'filters' | 'sort' | 'language'> & { readonly most: number }

type Matches = {
  readonly total: number
  readonly complete: number
  /** As many as are wanted. */
  readonly best: Top
  readonly facets: Facets
  readonly scores: Scores
}

/** The sections of one pack that match, scored, counted and the best of them kept. */
function matchesIn(
  pack: SearchedPack,
  plan: Plan,
  number: number,
  { filters, sort, language, most }: Wanted,
  told: string | null,
): Matches {
  const { index } = pack
  const { sections } = index
  const scores = scoreSections(index, plan, number, filters.titleOnly)
  const excluded = new Set<number>()
  for (const matches of plan.excluded)
    for (const section of matches[number]?.sections ?? []) excluded.add(section)
  // A query of exclusions alone asks for all other sections, as in lunr.
  const anything = plan.all === 0 && plan.excluded.length > 0
  const coverage = new Coverage(plan.words.map((word) => word.idf))
  const gains = gainsOf(index, told, language)
  const { values, masks } = scores
  const { dates, classes } = sections
  const { all, required } = plan
  const counter = new FacetCounter(pack, filters)
  const top = new Top(most)
  const count = anything ? sections.size : scores.found
  let total = 0
  let complete = 0
  for (let i = 0; i < count; i++) {
    const section = anything ? i : (scores.sections[i] as number)
    const mask = masks[section] as number
    if ((mask & required) !== required || (excluded.size > 0 && excluded.has(section))) continue
    if (!counter.passes(section)) continue
    total += 1
    if (mask === all) complete += 1
    const score =
      (values[section] as number) * coverage.of(mask) * (gains[classes.of[section] as number] as number)
    // Whole days above, the score below: a date has eight digits, a score is never near a million.
    top.offer(section, sort === 'newest' ? (dates[section] as number) * 1e6 + score : score)
  }
  return { total, complete, best: top, facets: counter.facets(), scores }
}

/** What a score is multiplied by, by a section's class: more in the language that the query tells or the reader prefers. */
function gainsOf(index: SearchIndex, told: string | null, language: string | undefined): Float32Array {
  const { languages, mainLanguage, classes } = index.sections
  const preferred = languages.indexOf(told ?? language ?? '')
  const own = preferred === -1 ? mainLanguage : preferred
  const gain = 1 + (preferred !== -1 && told !== null ? weights.toldLanguage : weights.ownLanguage)
  return Float32Array.from(classes.all, (each) => (each.language === own ? gain : 1))
}

const scratch = new WeakMap<SearchIndex, Scores>()

/** Scores every section of an index; the arrays are good until its next search. */
function scoreSections(index: SearchIndex, plan: Plan, number: number, titleOnly: boolean): Scores {
  const scores = scratch.get(index) ?? new Scores(index)
  scratch.set(index, scores)
  scores.clear()
  for (const word of plan.words) {
    const forms = word.forms[number] ?? []
    for (const form of forms) {
      const again = form === forms[0] ? 1 : weights.again
      for (const list of index.lists(form.term)) {
        if (titleOnly && list.field !== headingField) continue
        scores.add(list, (weights.fields[list.field] ?? 0) * form.weight * word.idf, word.bit, again)
        if (list.field === headingField && form.kind === 'word') scores.markHeadings(list, word.bit)
      }
    }
  }
  for (const phrase of [...plan.standIns, ...plan.phrases]) {
    const { sections, counts } = phrase.matches[number] ?? { sections: [], counts: [] }
    sections.forEach((section, i) => scores.addOne(section, counts[i] ?? 1, phrase.weight, phrase.bits))
  }
  return scores
}

/** Words to offer when nothing matched: near to those that stand nowhere. */
function nearestWords(packs: readonly SearchedPack[], plan: Plan): string[] {
  const indexes = packs.map((pack) => pack.index)
  const near = plan.missing.flatMap((word) =>
    nearest(indexes, word.toLowerCase(), weights.offeredEdits, mostNearest).map((near) =>
      asWritten(indexes, near),
    ),
  )
  return [...new Set(near)].slice(0, mostNearest)
}
