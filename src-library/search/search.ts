/**
 * One search over all packs, as a pure function: reads the query, scores every
 * section that holds one of its words, looks at the best again, and describes
 * those asked for. Synchronous: the worker, the command line and the tests all call this.
 */
import { noFilters, type Answer, type Filters, type Found, type Order } from './answer.ts'
import { nearest } from './correct.ts'
import { FacetCounter, type SearchedPack } from './facets.ts'
import { headingField } from './fields.ts'
import type { SearchIndex } from './load.ts'
import { planQuery, type Plan } from './plan.ts'
import { parseQuery, type Query } from './query.ts'
import { rerank } from './rerank.ts'
import { coverageTable, Scores } from './score.ts'
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
  const { offset, limit, filters, sort, language } = { ...defaults, ...options }
  const asked = typeof query === 'string' ? parseQuery(query) : query
  const plan = planQuery(
    packs.map((pack) => pack.index),
    asked,
  )
  const counter = new FacetCounter(filters)
  const found: (Scored & { readonly pack: SearchedPack })[] = []
  let total = 0
  let complete = 0
  packs.forEach((pack, number) => {
    counter.enter(pack)
    const matches = matchesIn(pack.index, plan, number, filters.titleOnly)
    const top = new Top(Math.max(offset + limit, weights.candidates))
    const { dates } = pack.index.sections
    const told = languageOfText(asked.text)
    const preferred = told ?? language ?? pack.index.sections.mainLanguage
    const gain = 1 + (told === null ? weights.ownLanguage : weights.toldLanguage)
    for (const section of matches.sections) {
      if (!counter.passes(section)) continue
      total += 1
      if (matches.isComplete(section)) complete += 1
      const own = pack.index.sections.language(section) === preferred
      const score = matches.score(section) * (own ? gain : 1)
      // Whole days above, the score below: a date has eight digits, a score is never near a million.
      top.offer(section, sort === 'newest' ? (dates[section] ?? 0) * 1e6 + score : score)
    }
    const best = top.sorted()
    const ranked = sort === 'newest' ? best : rerank(pack.index, plan, number, best)
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
    facets: counter.facets(),
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

type Matches = {
  readonly sections: Iterable<number>
  isComplete(section: number): boolean
  score(section: number): number
}

const scratch = new WeakMap<SearchIndex, Scores>()

/** Scores the sections of one index; they are only good until its next search. */
function matchesIn(index: SearchIndex, plan: Plan, number: number, titleOnly: boolean): Matches {
  const scores = scratch.get(index) ?? new Scores(index)
  scratch.set(index, scores)
  scores.clear()
  for (const word of plan.words) {
    const [first] = word.forms[number] ?? []
    for (const form of word.forms[number] ?? []) {
      const again = form === first ? 1 : weights.again
      for (const list of index.lists(form.term)) {
        if (titleOnly && list.field !== headingField) continue
        const boost = weights.fields[list.field] ?? 0
        scores.add(list, boost * form.weight * word.idf, word.bit, again)
      }
    }
  }
  for (const phrase of [...plan.standIns, ...plan.phrases]) {
    const { sections, counts } = phrase.matches[number] ?? { sections: [], counts: [] }
    sections.forEach((section, i) => scores.addOne(section, counts[i] ?? 1, phrase.weight, phrase.bits))
  }
  const excluded = new Set<number>()
  for (const matches of plan.excluded)
    for (const section of matches[number]?.sections ?? []) excluded.add(section)
  const coverage = coverageTable(plan.words.map((word) => word.idf))
  const { values, masks } = scores
  const wanted = plan.required
  // A query of exclusions alone asks for all other sections, as in lunr.
  const anything = plan.all === 0 && plan.excluded.length > 0
  return {
    sections: (function* () {
      for (let section = 0; section < masks.length; section++) {
        const mask = masks[section] ?? 0
        if ((mask === 0 && !anything) || (mask & wanted) >>> 0 !== wanted || excluded.has(section)) continue
        yield section
      }
    })(),
    isComplete: (section) => masks[section] === plan.all,
    score: (section) => (values[section] ?? 0) * coverage(masks[section] ?? 0),
  }
}

/** Words to offer when nothing matched: near to those that stand nowhere. */
function nearestWords(packs: readonly SearchedPack[], plan: Plan): string[] {
  const indexes = packs.map((pack) => pack.index)
  const near = plan.missing.flatMap((word) =>
    nearest(indexes, word.toLowerCase(), weights.offeredEdits, mostNearest),
  )
  return [...new Set(near)].slice(0, mostNearest)
}
