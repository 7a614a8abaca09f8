/**
 * The second look, at the best candidates only: do the words stand together, and
 * is the section about them? Reads positions and headings, which would cost too
 * much for every match.
 */
import { analyse } from './analyzer.ts'
import { bodyField, headingField } from './fields.ts'
import { dimensionsFor } from './latent.ts'
import type { SearchIndex } from './load.ts'
import { WordCursor } from './phrase.ts'
import type { Plan, PlannedWord } from './plan.ts'
import { bestFirst, type Scored } from './top.ts'
import { weights } from './weights.ts'
import { wordsIn } from './words.ts'

/** Reorders the first `weights.candidates` of a ranking; the rest keep their order below them. */
export function rerank(index: SearchIndex, plan: Plan, number: number, ranked: readonly Scored[]): Scored[] {
  const candidates = ranked.slice(0, weights.candidates)
  const best = candidates[0]?.score ?? 0
  if (best === 0 || plan.words.length === 0) return [...ranked]
  const alike = likeness(index, candidates)
  const about = candidates
    .map(({ section, score }, i) => ({ section, score: score + best * weights.latent * (alike[i] ?? 0) }))
    .sort(bestFirst)
  const closest = about.slice(0, weights.closest)
  const together = nearness(index, plan.words, number, closest)
  const again = closest.map(({ section, score }) => {
    const near = weights.proximity * (together.get(section) ?? 0)
    const heading = headingMatch(index, plan, section)
    return { section, score: score + best * (near + heading) }
  })
  return [...again, ...about.slice(weights.closest)].sort(bestFirst).concat(ranked.slice(weights.candidates))
}

/**
 * How much of the heading the query is, times how much of the query the heading
 * is; and the whole again when the query, stop words and all, is the heading.
 */
function headingMatch(index: SearchIndex, plan: Plan, section: number): number {
  const language = index.sections.language(section)
  const words = wordsIn(index.sections.heading(section)).map((word) => analyse(word.raw, language))
  if (words.length === 0) return 0
  const known = words.filter(({ stem }) => plan.words.some((word) => word.stems.has(stem)))
  if (known.length === 0) return 0
  const total = plan.words.reduce((sum, word) => sum + word.idf, 0)
  const held = plan.words.reduce(
    (sum, word) => (known.some(({ stem }) => word.stems.has(stem)) ? sum + word.idf : sum),
    0,
  )
  const same = plan.surfaces === words.map(({ surface }) => surface).join(' ')
  return (weights.heading * held * known.length) / (total * words.length) + (same ? weights.sameHeading : 0)
}

/** Neighbours in the query that are neighbours in the section: 1 when all stand side by side and in order. */
function nearness(
  index: SearchIndex,
  words: readonly PlannedWord[],
  number: number,
  candidates: readonly Scored[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  if (words.length < 2) return found
  const sections = candidates.map(({ section }) => section).sort((a, b) => a - b)
  const terms = words.map((word) =>
    (word.forms[number] ?? [])
      .filter((form) => !form.root)
      .slice(0, 2)
      .map((form) => form.term),
  )
  const weightOf = (i: number): number => Math.min(words[i]?.idf ?? 0, words[i + 1]?.idf ?? 0)
  const most = words.slice(1).reduce((sum, _, i) => sum + weightOf(i), 0) || 1
  for (const field of [headingField, bodyField]) {
    const cursors = terms.map((each) => new WordCursor(index, each, field))
    for (const section of sections) {
      const positions = cursors.map((cursor) => {
        cursor.seek(section)
        return cursor.section === section ? cursor.positions() : []
      })
      let sum = 0
      for (let i = 0; i + 1 < positions.length; i++) {
        const apart = (words[i + 1]?.place ?? 0) - (words[i]?.place ?? 0)
        sum += weightOf(i) * closeness(positions[i] ?? [], positions[i + 1] ?? [], apart)
      }
      found.set(section, Math.max(found.get(section) ?? 0, sum / most))
    }
  }
  return found
}

/** 1 where the second stands as far after the first as it was asked; less the further off, and the other way round. */
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
 * How alike each candidate is to the best of them, from 0 to 1: what the best hits are
 * about is likely what was asked. Feedback in the manner of Rocchio
 * (https://nlp.stanford.edu/IR-book/html/htmledition/the-rocchio-algorithm-for-relevance-feedback-1.html),
 * in few dimensions instead of many terms.
 */
function likeness(index: SearchIndex, candidates: readonly Scored[]): readonly number[] {
  const { vectors } = index
  const width = dimensionsFor(index.sections.size)
  const best = candidates[0]?.score ?? 0
  const middle = new Float32Array(width)
  for (const { section, score } of candidates.slice(0, weights.feedback)) {
    const weight = (score / best) ** weights.feedbackPower
    for (let k = 0; k < width; k++)
      middle[k] = (middle[k] as number) + weight * (vectors[section * width + k] as number)
  }
  const length = Math.hypot(...middle) * 127 || 1
  return candidates.map(({ section }) => {
    let dot = 0
    for (let k = 0; k < width; k++) dot += (middle[k] as number) * (vectors[section * width + k] as number)
    return Math.max(dot / length, 0)
  })
}
