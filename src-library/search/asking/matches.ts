/**
 * The first look: every section of a pack that holds a word of the query, scored, counted, and the best of them kept.
 * It is all that a search does as often as there are matches.
 */
import { articleKinds } from '../../model/article.ts'
import type { Facets, Filters, Order } from '../result.ts'
import { FacetCounter, type SearchedPack } from './facets.ts'
import { headingField } from '../index/fields.ts'
import type { SearchIndex } from '../index/load.ts'
import { nowhere } from './phrase.ts'
import type { Plan, PlannedPhrase, RelatedPhrase } from './plan.ts'
import { Coverage, Scores } from './score.ts'
import { Top } from './top.ts'
import { weights } from './weights.ts'

export type MatchOptions = {
  readonly filters: Filters
  readonly sort: Order
  /** What the reader reads first. */
  readonly language: string | undefined
  /** The language that the query's letters tell. */
  readonly queryLanguage: string | null
  /** How many of the best. */
  readonly most: number
}

export type Matches = {
  /** A section and its translations count once, here and below. */
  readonly total: number
  /** Those that hold every word. */
  readonly complete: number
  /** Matches with the typed words, and matches with related words only: see `Answer.exact`. */
  readonly exact: Tier
  readonly related: Tier
  readonly facets: Facets
  readonly scores: Scores
  /** By class: 0 where it passes every filter. */
  readonly fails: Uint8Array
}

/** As many of the best as are wanted; good until the pack's next search. */
export type Tier = { total: number; readonly best: Top }

/** The matches of one pack, which is the plan's index of that number. */
export function matchesIn(pack: SearchedPack, plan: Plan, number: number, wanted: MatchOptions): Matches {
  const { index } = pack
  const { filters, most } = wanted
  const { scores, own } = scoreSections(index, plan, number, filters.titleOnly)
  const counter = new FacetCounter(pack, filters)
  const tier = (used: Top | null): Tier => ({ total: 0, best: Top.empty(most, used) })
  const exact = tier(scores.best)
  const related = tier(scores.related)
  scores.best = exact.best
  scores.related = related.best
  const keep = new Keeping(index, plan, scores, counter, wanted, { exact, related })
  const found = scores.sections
  keep.all(sectionsFound(found.subarray(0, own), scores, plan, number), exact)
  const others = without(found.subarray(own, scores.found), plan, number)
  if (isOneConcept(plan)) {
    const named = namedBy(scores.names, plan, number)
    keep.all(
      others.filter((section) => named.has(section)),
      exact,
    )
    keep.all(
      others.filter((section) => !named.has(section)),
      related,
    )
  } else keep.all(others, exact)
  const complete = keep.finish()
  exact.best.settle()
  related.best.settle()
  const total = exact.total + related.total
  return { total, complete, exact, related, facets: counter.facets(), scores, fails: counter.fails }
}

/** Whether related words match the whole query, and not only a part of it. */
const isOneConcept = ({ related, all }: Plan): boolean => related.some(({ bits }) => (bits & all) === all)

/** Sections whose heading is the whole query, in another language. */
const namedBy = (names: ReadonlySet<RelatedPhrase>, { all }: Plan, number: number): ReadonlySet<number> =>
  new Set(
    [...names]
      .filter(({ bits }) => (bits & all) === all)
      .flatMap(({ matches }) => [...(matches[number]?.named ?? [])]),
  )

/** The sections that hold a word; for exclusions alone all others, as in lunr. */
const sectionsFound = (found: Uint32Array, scores: Scores, plan: Plan, number: number): Uint32Array =>
  without(
    plan.all === 0 && plan.excluded.length > 0 ? scores.masks.map((_, section) => section) : found,
    plan,
    number,
  )

/** Those that are a match though they hold a word that was left out are not. */
function without(found: Uint32Array, { excluded }: Plan, number: number): Uint32Array {
  if (excluded.length === 0) return found
  const sections = new Set(excluded.flatMap((all) => all[number]?.sections ?? []))
  return found.filter((section) => !sections.has(section))
}

/** The matches of one section that exists in several languages. */
type Versions = {
  /** The version that matches most of the query; −1 if filters leave out all versions. */
  section: number
  score: number
  tier: Tier | null
  isComplete: boolean
  readonly classes: number[]
}

/** Offers each match that passes the filters for the best, and counts. */
class Keeping {
  readonly #index: SearchIndex
  readonly #plan: Plan
  readonly #scores: Scores
  readonly #counter: FacetCounter
  readonly #isNewest: boolean
  readonly #coverage: Coverage
  readonly #gains: Float32Array
  readonly #tiers: { readonly exact: Tier; readonly related: Tier }
  readonly #versions = new Map<number, Versions>()
  #complete = 0

  constructor(
    index: SearchIndex,
    plan: Plan,
    scores: Scores,
    counter: FacetCounter,
    { queryLanguage, language, sort }: MatchOptions,
    tiers: { readonly exact: Tier; readonly related: Tier },
  ) {
    this.#index = index
    this.#plan = plan
    this.#scores = scores
    this.#counter = counter
    this.#isNewest = sort === 'newest'
    this.#coverage = new Coverage(plan.words.map((word) => word.idf))
    this.#gains = gainsOf(index, queryLanguage, language)
    this.#tiers = tiers
  }

  all(found: Uint32Array, tier: Tier): void {
    const { required, all } = this.#plan
    const { values, masks, headingMasks } = this.#scores
    const { counts, fails } = this.#counter
    const { dates, classes, isVersioned } = this.#index.sections
    // A mask with few bits, as most have, finds its share in the first of its tables.
    const { low: shares } = this.#coverage
    const gains = this.#gains
    const classOf = classes.of
    const isNewest = this.#isNewest
    const { related } = this.#tiers
    const isWordList = classes.all.map((own) => own.isWordList)
    for (let i = 0; i < found.length; i++) {
      const section = found[i] as number
      const mask = masks[section] as number
      if ((mask & required) !== required) continue
      const own = classOf[section] as number
      const share = mask < shares.length ? (shares[mask] as number) : this.#coverage.of(mask)
      let score = (values[section] as number) * share * (gains[own] as number)
      // Whole days above, the score below: a date has eight digits, a score is never near a million.
      if (isNewest) score += (dates[section] as number) * 1e6
      const isComplete = mask === all
      const its = isWordList[own] && headingMasks[section] === 0 ? related : tier
      if (isVersioned[section]) {
        this.#fold({ section, score, tier: its, isComplete, classes: [own] })
        continue
      }
      counts[own] = (counts[own] as number) + 1
      if (fails[own] === 0) this.#keep(section, score, its, isComplete)
    }
  }

  /** Keeps what was found in several languages, each section once; how many matches hold every word. */
  finish(): number {
    for (const { section, score, tier, isComplete, classes } of this.#versions.values()) {
      this.#counter.versions.push(classes)
      if (tier) this.#keep(section, score, tier, isComplete)
    }
    return this.#complete
  }

  #keep(section: number, score: number, tier: Tier, isComplete: boolean): void {
    tier.total += 1
    if (isComplete) this.#complete += 1
    if (score >= tier.best.least) tier.best.offer(section, score)
  }

  #fold(found: Versions): void {
    const original = this.#index.sections.originalOf(found.section)
    const [own = 0] = found.classes
    const passes = this.#counter.fails[own] === 0
    const known = this.#versions.get(original)
    if (!known) {
      this.#versions.set(original, passes ? found : { ...found, section: -1, tier: null, isComplete: false })
      return
    }
    known.classes.push(own)
    if (!passes) return
    known.isComplete ||= found.isComplete
    const { related } = this.#tiers
    const isBetter =
      known.tier === null || (known.tier === found.tier ? found.score > known.score : known.tier === related)
    if (isBetter) Object.assign(known, { section: found.section, score: found.score, tier: found.tier })
  }
}

/**
 * The factor for a section's score, by its class: higher in the language of the query or the reader, lower for a word
 * list, a lead and news.
 */
function gainsOf(index: SearchIndex, told: string | null, language: string | undefined): Float32Array {
  const { languages, mainLanguage, classes } = index.sections
  const preferred = languages.indexOf(told ?? language ?? '')
  const own = preferred === -1 ? mainLanguage : preferred
  const gain = 1 + (preferred !== -1 && told !== null ? weights.toldLanguage : weights.ownLanguage)
  const gains = new Float32Array(classes.all.length)
  classes.all.forEach(({ language, isWordList, depth, kind }, number) => {
    gains[number] =
      (language === own ? gain : 1) *
      (isWordList ? weights.wordList : depth === 1 ? weights.lead : 1) *
      (kind === newsKind ? weights.news : 1)
  })
  return gains
}

const newsKind = articleKinds.indexOf('news')

const scratch = new WeakMap<SearchIndex, Scores>()

/** Scores every section of an index, the first `own` of them for what was typed; the arrays are good until its next search. */
function scoreSections(
  index: SearchIndex,
  plan: Plan,
  number: number,
  titleOnly: boolean,
): { readonly scores: Scores; readonly own: number } {
  const scores = scratch.get(index) ?? new Scores(index)
  scratch.set(index, scores)
  scores.clear()
  scores.useAverages(plan.averages)
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
  const addPhrases = (phrases: readonly PlannedPhrase[]): void => {
    for (const phrase of phrases) {
      const { sections, counts } = phrase.matches[number] ?? nowhere
      sections.forEach((section, i) => scores.addOne(section, counts[i] ?? 1, phrase))
    }
  }
  addPhrases([...plan.standIns, ...plan.phrases])
  const own = scores.found
  scores.names = namesOf(index, plan, scores)
  for (const phrase of plan.related) {
    const { sections, counts, named } = phrase.matches[number] ?? nowhere
    const heading = scores.names.has(phrase) ? { ...phrase, weight: phrase.namedWeight } : phrase
    sections.forEach((section, i) =>
      scores.addOne(section, counts[i] ?? 1, named.has(section) ? heading : phrase),
    )
  }
  return { scores, own }
}

/** Words of a heading, for each that was asked, up to which the heading is about it and does not only mention it. */
const mostBeside = 3

/**
 * Translations of what no heading is about in the words that were typed. A section that has one in its heading is about what was
 * asked, and the library has none on it in the query's language.
 */
function namesOf(
  index: SearchIndex,
  { related }: Plan,
  { sections, found, headingMasks, headingCounts }: Scores,
): ReadonlySet<RelatedPhrase> {
  const lengths = index.lengths(headingField)
  const fullHeadings = new Set<number>()
  for (let i = 0; i < found; i++) {
    const section = sections[i] as number
    const mask = headingMasks[section] as number
    if (mask !== 0 && (headingCounts[section] as number) * mostBeside >= (lengths[section] ?? 0))
      fullHeadings.add(mask)
  }
  return new Set(
    related.filter(
      ({ isTranslated, bits }) => isTranslated && ![...fullHeadings].some((mask) => (mask & bits) === bits),
    ),
  )
}
