/**
 * The second look, at the best candidates only: are the words close together, and
 * is the section about them? Reads positions and headings, which would cost too
 * much for every match.
 */
import { analyse } from '../words/analyzer.ts'
import { bodyField, headingField } from '../index/fields.ts'
import type { Forms } from './forms.ts'
import { dimensionsFor, mostDimensions } from '../index/latent.ts'
import type { SearchIndex } from '../index/load.ts'
import { WordCursor } from './phrase.ts'
import type { Plan, PlannedWord } from './plan.ts'
import type { PostingList } from '../index/postings.ts'
import type { Scores } from './score.ts'
import { isAskingWord, isStopWord } from '../words/stopwords.ts'
import { Top, type ScoredSection } from './top.ts'
import { weights } from './weights.ts'
import { wordsIn } from '../words/words.ts'

/** The result of a pack's first look: the best sections, and all scores on the way. `number` is the pack's in the plan. */
export type FirstLook = {
  readonly index: SearchIndex
  readonly number: number
  readonly best: Top
  readonly scores: Scores
}

/** A section of one of the packs, by its number. */
export type Ranked = ScoredSection & { readonly number: number }

/** Of equals, the one of the pack that comes first. */
const bestOfAll = (a: Ranked, b: Ranked): number =>
  b.score - a.score || a.number - b.number || a.section - b.section

/** The best `most` of all packs in one row, without a second look. */
export function merged(looks: readonly FirstLook[], most: number): readonly Ranked[] {
  for (const { best } of looks) best.settle()
  const least = leastOf(looks, most)
  return looks
    .flatMap(({ best: { sections, scores, size }, number }) => {
      const own: Ranked[] = []
      for (let i = 0; i < size; i++) {
        const score = scores[i] as number
        if (score >= least) own.push({ number, section: sections[i] as number, score })
      }
      return own
    })
    .sort(bestOfAll)
    .slice(0, most)
}

/** The score of the last of the best `most`. Each pack has as many, and most of those lose: nothing is made for them. */
function leastOf(looks: readonly FirstLook[], most: number): number {
  const count = looks.reduce((sum, { best }) => sum + best.size, 0)
  if (count <= most) return -Infinity
  const all = new Float64Array(count)
  let at = 0
  for (const { best } of looks) for (let i = 0; i < best.size; i++) all[at++] = best.scores[i] as number
  return all.sort()[count - most] as number
}

/**
 * The best sections of all packs together, best first. The first look gives scores that can be compared, so the row is
 * made first: the best `weights.candidates` of all packs are looked at again, and the others keep their order below
 * them. What a second look adds is a share of the best score of all.
 *
 * Likeness alone is judged within each pack, by the pack's own best: vectors of two indexes lie in different spaces.
 */
export function rerank(looks: readonly FirstLook[], plan: Plan, wanted: number): readonly Ranked[] {
  const ranked = merged(looks, Math.max(wanted, weights.candidates))
  const most = ranked[0]?.score ?? 0
  if (most === 0 || plan.words.length === 0) return ranked
  const about = looks
    .flatMap(({ index, number, best }) => {
      const own = candidatesOf(ranked, number, best)
      if (own.size === 0) return []
      const room = Math.max(wanted, weights.closest)
      const liked = byLikeness(index, own, leadersOf(own), room).sorted()
      return liked.map((one): Ranked => ({ ...one, number }))
    })
    .sort(bestOfAll)
  const closest = about.slice(0, weights.closest)
  // A second look only adds to a score, so the rest stays below.
  const again = looks
    .flatMap(({ index, number, scores }) => {
      const own = closest.filter((one) => one.number === number)
      if (own.length === 0) return []
      const together = nearness(index, plan, number, own, scores)
      return own.map(({ section, score }): Ranked => {
        const near = weights.proximity * (together.get(section) ?? 0)
        return {
          number,
          section,
          score: score + most * (near + headingMatch(index, plan, number, section, scores)),
        }
      })
    })
    .sort(bestOfAll)
  return [
    ...withoutRepeats(looks, again),
    ...about.slice(weights.closest),
    ...ranked.slice(weights.candidates),
  ]
}

/** A pack's share of the candidates. One pack has all of them. */
function candidatesOf(ranked: readonly Ranked[], number: number, best: Top): Top {
  if (ranked.length <= weights.candidates) return best
  const own = ranked.slice(0, weights.candidates).filter((one) => one.number === number)
  return Top.of(own, weights.candidates)
}

/** What says nearly the same in its heading as one above it goes down: it is likely about the same. */
function withoutRepeats(looks: readonly FirstLook[], ranked: readonly Ranked[]): readonly Ranked[] {
  const indexes = new Map(looks.map(({ number, index }) => [number, index]))
  const above: ReadonlySet<string>[] = []
  return ranked
    .map((each) => {
      const index = indexes.get(each.number)
      const own = index ? headingStems(index, each.section) : new Set<string>()
      const isRepeat = above.some((other) => commonShare(own, other) >= weights.sameTitleFrom)
      above.push(own)
      return isRepeat ? { ...each, score: each.score * weights.sameTitle } : each
    })
    .sort(bestOfAll)
}

const headingStems = (index: SearchIndex, section: number): ReadonlySet<string> => {
  const language = index.sections.language(section)
  const stems = wordsIn(index.sections.heading(section)).map(({ raw }) => analyse(raw, language).stem)
  return new Set(stems.filter((stem) => !isStopWord(stem, [language])))
}

/** Words that both have, as a share of those that either has; nothing is common to short headings by chance. */
function commonShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (Math.min(one.size, other.size) < 2) return 0
  const common = [...one].filter((stem) => other.has(stem)).length
  return common / (one.size + other.size - common)
}

/** One for all: kept until the next search. */
const leading = new Top(weights.feedback)

/** The best of the candidates, by which the others are judged. */
function leadersOf({ sections, scores, size }: Top): ScoredSection[] {
  const leaders = Top.empty(weights.feedback, leading)
  for (let i = 0; i < size; i++) leaders.offer(sections[i] as number, scores[i] as number)
  return leaders.sorted()
}

/**
 * How much of the heading the query is, times how much of the query the heading
 * is; and the whole again when the query, stop words and all, is the heading. A translation that no heading says in the words
 * that were typed counts as they do, at its share.
 */
function headingMatch(
  index: SearchIndex,
  plan: Plan,
  number: number,
  section: number,
  scores: Scores,
): number {
  const length = index.lengths(headingField)[section] ?? 0
  if (length === 0) return 0
  const typed = scores.headingMasks[section] ?? 0
  let mask = typed
  let known = scores.headingCounts[section] ?? 0
  for (const { bits, matches, length: words } of scores.names) {
    if ((bits & ~mask) === 0 || !(matches[number]?.named.has(section) ?? false)) continue
    mask |= bits
    known += words
  }
  const question = asksTheSame(index, plan.surfaces, section) ? weights.question : 0
  if (mask === 0) return question
  let total = 0
  let held = 0
  for (const word of plan.words) {
    total += word.idf
    if (typed & word.bit) held += word.idf
    else if (mask & word.bit) held += word.idf * weights.relatedHeading
  }
  const same = length === plan.surfaces.length && isHeading(index, plan.surfaces, section)
  const named = typed === 0 && known >= length && (mask & plan.all) === plan.all
  return (
    question +
    (weights.heading * held * Math.min(known, length)) / (total * length) +
    (same ? weights.sameHeading : named ? weights.sameHeading * weights.relatedHeading : 0)
  )
}

/** Whether the query and the heading have a question word in common: `who may come`. */
function asksTheSame(index: SearchIndex, surfaces: readonly string[], section: number): boolean {
  const language = index.sections.language(section)
  const asking = surfaces.filter((surface) => isAskingWord(surface, [language]))
  if (asking.length === 0) return false
  return wordsIn(index.sections.heading(section)).some(({ raw }) =>
    asking.includes(analyse(raw, language).surface),
  )
}

function isHeading(index: SearchIndex, surfaces: readonly string[], section: number): boolean {
  const language = index.sections.language(section)
  const words = wordsIn(index.sections.heading(section))
  return words.every(({ raw }, i) => analyse(raw, language).surface === surfaces[i])
}

/**
 * Neighbours in the query that are neighbours in the section: 1 when all are side by side and in order. A synonym
 * of both says them at once.
 */
function nearness(
  index: SearchIndex,
  { words, standIns, related }: Plan,
  number: number,
  candidates: readonly ScoredSection[],
  { masks, headingMasks }: Scores,
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (words.length < 2) return found
  const sections = candidates.map(({ section }) => section).sort((a, b) => a - b)
  const lists = words.map((word) => listsOf(index, word.forms[number] ?? []))
  const weightOf = (i: number): number => Math.min(words[i]?.idf ?? 0, words[i + 1]?.idf ?? 0)
  const most = words.slice(1).reduce((sum, _, i) => sum + weightOf(i), 0) || 1
  const atOnce = [...standIns, ...related].map(({ bits, matches }) => ({
    bits,
    sections: new Set(matches[number]?.sections),
  }))
  const saysBoth = (section: number, i: number): boolean => {
    const both = (words[i]?.bit ?? 0) | (words[i + 1]?.bit ?? 0)
    return atOnce.some((each) => (each.bits & both) === both && each.sections.has(section))
  }
  for (const field of [headingField, bodyField]) {
    const cursors = lists.map((each) => new WordCursor(index, each, field))
    const present = field === headingField ? headingMasks : masks
    for (const section of sections) {
      if (!holdsNeighbours(words, present[section] ?? 0)) continue
      let sum = 0
      let before = cursors[0]?.positionsIn(section) ?? []
      for (let i = 0; i + 1 < words.length; i++) {
        const after = cursors[i + 1]?.positionsIn(section) ?? []
        const apart = (words[i + 1]?.place ?? 0) - (words[i]?.place ?? 0)
        const near = closeness(before, after, apart)
        sum += weightOf(i) * (saysBoth(section, i) ? Math.max(weights.synonym, near) : near)
        before = after
      }
      if (sum > 0) found.set(section, Math.max(found.get(section) ?? 0, sum / most))
    }
  }
  return found
}

const holdsNeighbours = (words: readonly PlannedWord[], mask: number): boolean =>
  words.some((word, i) => (word.bit & mask) !== 0 && ((words[i + 1]?.bit ?? 0) & mask) !== 0)

/** The places of the two best terms of a word; places by its first letters alone do not count. */
const listsOf = (index: SearchIndex, forms: Forms): readonly PostingList[] =>
  forms
    .filter((form) => form.kind !== 'root')
    .slice(0, 2)
    .flatMap((form) => index.lists(form.term))

/** 1 if the second is as far after the first as in the query; less the further off, and less in reverse order. */
function closeness(first: readonly number[], second: readonly number[], asked: number): number {
  let best = 0
  let from = 0
  for (const position of first) {
    while (from < second.length && (second[from] ?? 0) < position) from++
    const after = (second[from] ?? Infinity) - position
    const before = position - (from > 0 ? (second[from - 1] ?? -Infinity) : -Infinity)
    best = Math.max(best, 1 / (1 + Math.abs(after - asked)), 0.7 / Math.max(before, 1))
  }
  return best
}

/**
 * The candidates by their score and by how alike they are to the best of them: what the best hits are
 * about is likely what was asked. Feedback in the manner of Rocchio
 * (https://nlp.stanford.edu/IR-book/html/htmledition/the-rocchio-algorithm-for-relevance-feedback-1.html),
 * in few dimensions instead of many terms.
 */
function byLikeness(
  index: SearchIndex,
  candidates: Top,
  leaders: readonly ScoredSection[],
  wanted: number,
): Top {
  const { vectors } = index
  const width = dimensionsFor(index.sections.size)
  const most = leaders[0]?.score ?? 0
  const middle = place.fill(0)
  for (const { section, score } of leaders) {
    const weight = (score / most) ** weights.feedbackPower
    const from = section * width
    for (let k = 0; k < width; k++) middle[k] = (middle[k] as number) + weight * (vectors[from + k] as number)
  }
  let square = 0
  for (const value of middle) square += value ** 2
  // No vector takes more from its likeness than this: each is 127 long, but for what rounding adds.
  const reach = most * weights.latent * 1.05
  const share = (most * weights.latent) / (Math.sqrt(square) * 127 || 1)
  const { sections, scores, size } = candidates
  const top = (nearestSections = Top.empty(wanted, nearestSections))
  for (let i = 0; i < size; i++) {
    const score = scores[i] as number
    if (score + reach < top.least) continue
    const section = sections[i] as number
    const dot = product(middle, vectors, section * width, width)
    top.offer(section, score + (dot > 0 ? share * dot : 0))
  }
  return top
}

/** Those most alike, kept until the next search; and where the best hits lie. One of each for all. */
let nearestSections: Top | null = null
const place = new Float32Array(mostDimensions)

/** Four sums, because a processor adds to one while it waits for another. */
function product(place: Float32Array, vectors: Int8Array, from: number, width: number): number {
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  let k = 0
  for (; k + 3 < width; k += 4) {
    a += (place[k] as number) * (vectors[from + k] as number)
    b += (place[k + 1] as number) * (vectors[from + k + 1] as number)
    c += (place[k + 2] as number) * (vectors[from + k + 2] as number)
    d += (place[k + 3] as number) * (vectors[from + k + 3] as number)
  }
  for (; k < width; k++) a += (place[k] as number) * (vectors[from + k] as number)
  return a + b + c + d
}
