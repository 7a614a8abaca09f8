/**
 * The first look: every section of a pack that holds a word of the query, scored, counted, and the best of them kept.
 * It is all that a search does as often as there are matches.
 */
import type { Facets, Filters, Order } from '../result.ts'
import { FacetCounter, type SearchedPack } from './facets.ts'
import { headingField } from '../index/fields.ts'
import type { SearchIndex } from '../index/load.ts'
import type { Plan } from './plan.ts'
import { Coverage, Scores } from './score.ts'
import { Top } from './top.ts'
import { weights } from './weights.ts'

export type Wanted = {
  readonly filters: Filters
  readonly sort: Order
  /** What the reader reads first. */
  readonly language: string | undefined
  /** The language that the query's letters tell. */
  readonly told: string | null
  /** How many of the best. */
  readonly most: number
}

export type Matches = {
  readonly total: number
  /** Those that hold every word. */
  readonly complete: number
  /** As many as are wanted; like `scores` good until the pack's next search. */
  readonly best: Top
  readonly facets: Facets
  readonly scores: Scores
}

/** The matches of one pack, which is the plan's index of that number. */
export function matchesIn(pack: SearchedPack, plan: Plan, number: number, wanted: Wanted): Matches {
  const { index } = pack
  const { filters, most } = wanted
  const scores = scoreSections(index, plan, number, filters.titleOnly)
  const counter = new FacetCounter(pack, filters)
  const best = Top.empty(most, scores.best)
  scores.best = best
  const found = sectionsFound(scores, plan, number)
  const complete = keepBest(index, plan, scores, found, counter, wanted, best)
  best.settle()
  return { total: counter.total, complete, best, facets: counter.facets(), scores }
}

/** The sections that are no match though they hold a word, left out; for exclusions alone all others, as in lunr. */
function sectionsFound(scores: Scores, plan: Plan, number: number): Uint32Array {
  const found = scores.sections.subarray(0, scores.found)
  if (plan.excluded.length === 0) return found
  const excluded = new Set(plan.excluded.flatMap((all) => all[number]?.sections ?? []))
  const all = plan.all === 0 ? scores.masks.map((_, section) => section) : found
  return all.filter((section) => !excluded.has(section))
}

/** Offers each match that passes the filters for the best; how many of them hold every word. */
function keepBest(
  index: SearchIndex,
  { words, all, required }: Plan,
  { values, masks }: Scores,
  found: Uint32Array,
  { counts, fails }: FacetCounter,
  { sort, language, told }: Wanted,
  best: Top,
): number {
  const coverage = new Coverage(words.map((word) => word.idf))
  // A mask with few bits, as most have, finds its share in the first of its tables.
  const { low: shares } = coverage
  const gains = gainsOf(index, told, language)
  const { dates, classes } = index.sections
  const classOf = classes.of
  const isNewest = sort === 'newest'
  let least = -Infinity
  let complete = 0
  for (let i = 0; i < found.length; i++) {
    const section = found[i] as number
    const mask = masks[section] as number
    if ((mask & required) !== required) continue
    const own = classOf[section] as number
    counts[own] = (counts[own] as number) + 1
    if (fails[own] !== 0) continue
    if (mask === all) complete += 1
    const share = mask < shares.length ? (shares[mask] as number) : coverage.of(mask)
    let score = (values[section] as number) * share * (gains[own] as number)
    // Whole days above, the score below: a date has eight digits, a score is never near a million.
    if (isNewest) score += (dates[section] as number) * 1e6
    if (score < least) continue
    best.offer(section, score)
    least = best.least
  }
  return complete
}

/** The factor of a score by a section's class: higher in the language that the query tells or the reader prefers. */
function gainsOf(index: SearchIndex, told: string | null, language: string | undefined): Float32Array {
  const { languages, mainLanguage, classes } = index.sections
  const preferred = languages.indexOf(told ?? language ?? '')
  const own = preferred === -1 ? mainLanguage : preferred
  const gain = 1 + (preferred !== -1 && told !== null ? weights.toldLanguage : weights.ownLanguage)
  const gains = new Float32Array(classes.all.length)
  classes.all.forEach((each, number) => (gains[number] = each.language === own ? gain : 1))
  return gains
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
    sections.forEach((section, i) => scores.addOne(section, counts[i] ?? 1, phrase))
  }
  return scores
}
