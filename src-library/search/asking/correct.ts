/** Words of the library that are nearest to one that occurs nowhere in it. */
import { analyse } from '../words/analyzer.ts'
import { exactForms, isKnown } from './forms.ts'
import type { Dictionary } from '../index/dictionary.ts'
import type { SearchIndex } from '../index/load.ts'
import { mergedWords } from './mergedwords.ts'
import { otherLayouts, otherScript } from '../words/scripts.ts'
import { isStopWord } from '../words/stopwords.ts'

/** As many as are searched in place of a word. */
const most = 3
/** Ways to write a word in the other script that are looked for with a slip in them: the usual ones come first. */
const mostSounding = 8

/**
 * Candidates for a word that occurs nowhere, best first: the same keys on
 * another layout, the same sounds in another script, two words run together, the
 * nearest spelling, or the nearest to the same sounds. Empty when nothing is near. Never corrects
 * to a stop word (`ISO` must not become `is`).
 */
export function candidates(indexes: readonly SearchIndex[], raw: string, typing: boolean): Candidates {
  const { surface } = analyse(raw, 'en')
  if (surface.length < 2) return none
  const moved = otherLayouts(raw).map((word) => analyse(word, 'en').surface)
  const sounding = otherScript(surface)
  const languages = indexes.flatMap((index) => index.languages)
  const known = [
    ...moved.filter((word) => stands(indexes, word, typing)),
    // A key has one other letter. A sound has several spellings, so only words as they are written count.
    ...sounding.filter((word) => isSurface(indexes, word, typing)),
  ].filter((word) => !isStopWord(word, languages))
  if (known.length > 0) return { words: mostFrequent(indexes, known).slice(0, 1), sure: true }
  const apart = takeApart(indexes, surface)
  if (apart) return { words: [apart], sure: false }
  const near = nearest(indexes, surface, editsFor(surface), most)
  if (near.length > 0) return { words: near, sure: false }
  const nearSounding = sounding
    .slice(0, mostSounding)
    .flatMap((word) => nearest(indexes, word, editsFor(word), 1))
  return { words: nearSounding.slice(0, 1), sure: false }
}

/** `sure`: typed on another layout or in another script, and no slip. */
export type Candidates = { readonly words: readonly string[]; readonly sure: boolean }
const none: Candidates = { words: [], sure: false }

/** Words of the dictionary as they are mostly written in the first index that has them; what no index has stays. */
export const asWritten = (indexes: readonly SearchIndex[], words: string): string =>
  words
    .split(' ')
    .map((word) => {
      for (const index of indexes) {
        const surface = index.surfaces.find(word)
        if (surface !== -1) return index.spelling(surface)
      }
      return word
    })
    .join(' ')

/** Nearest spellings of a folded word, by edits, then by how many sections hold them. */
export function nearest(
  indexes: readonly SearchIndex[],
  word: string,
  limit: number,
  count: number,
): string[] {
  if (limit === 0) return []
  const languages = indexes.flatMap((index) => index.languages)
  const found = new Map<string, number>()
  const walk = (words: Dictionary): void =>
    words.near(word, limit, (ordinal, edits) => {
      const spelling = words.wordAt(ordinal)
      if (/\d/.test(spelling) || isStopWord(spelling, languages) || isOtherPrefix(word, spelling)) return
      found.set(spelling, costOf(word, spelling, edits))
    })
  const merged = mergedWords(indexes)
  if (merged) walk(merged)
  else for (const { surfaces } of indexes) walk(surfaces)
  return [...found]
    .map(([spelling, cost]) => [spelling, { cost, frequency: total(indexes, spelling) }] as const)
    .sort(([a, x], [b, y]) => x.cost - y.cost || y.frequency - x.frequency || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([spelling]) => spelling)
}

/** A word with another beginning is no slip of the finger: *reintegration* is not *integration*, *unlawful* is not *lawful*. */
function isOtherPrefix(typed: string, spelling: string): boolean {
  const [short, long] = typed.length < spelling.length ? [typed, spelling] : [spelling, typed]
  return long.length - short.length > 1 && long.endsWith(short)
}

/** Edits a word of this length may be away; a number is never guessed, nor an abbreviation. */
function editsFor(word: string): number {
  if (/\d/.test(word) || word.length < 4) return 0
  return word.length < 7 ? 1 : 2
}

/** People rarely miss the first letter. */
const costOf = (typed: string, spelling: string, edits: number): number =>
  edits + (typed.charAt(0) === spelling.charAt(0) ? 0 : 0.5)

/** Of all indexes. */
const total = (indexes: readonly SearchIndex[], spelling: string): number =>
  indexes.reduce((sum, index) => {
    const surface = index.surfaces.find(spelling)
    return surface === -1 ? sum : sum + frequencyOf(index, surface)
  }, 0)

const frequencyOf = (index: SearchIndex, surface: number): number =>
  index.termsOf(surface).reduce((most, term) => Math.max(most, index.frequency(term)), 0)

/** Whether an index has a word in any form; while it is being typed, its beginning is enough. */
export const stands = (indexes: readonly SearchIndex[], word: string, typing: boolean): boolean =>
  isSurface(indexes, analyse(word, 'en').surface, typing) ||
  indexes.some((index) => isKnown(exactForms(index, word)))

/** Whether a folded word occurs in an index unchanged. */
function isSurface(indexes: readonly SearchIndex[], word: string, typing: boolean): boolean {
  return indexes.some((index) => {
    if (!typing) return index.surfaces.find(word) !== -1
    const { from, to } = index.surfaces.range(word)
    return from < to
  })
}

/** Each word once, those that most sections hold first. */
export function mostFrequent(indexes: readonly SearchIndex[], words: readonly string[]): string[] {
  const total = (word: string): number => indexes.reduce((sum, index) => sum + sectionsWith(index, word), 0)
  return [...new Set(words)]
    .map((word) => ({ word, n: total(word) }))
    .sort((a, b) => b.n - a.n)
    .map(({ word }) => word)
}

/** `tier2` → `tier 2`; `humantrafficking` → `human trafficking`: the split whose rarer half is most frequent. */
function takeApart(indexes: readonly SearchIndex[], word: string): string | null {
  let best: { readonly text: string; readonly frequency: number } | null = null
  for (let at = 1; at < word.length; at++) {
    const halves = [word.slice(0, at), word.slice(at)] as const
    const atDigit = /\d$/.test(halves[0]) !== /^\d/.test(halves[1])
    if (!atDigit && (halves[0].length < 3 || halves[1].length < 3)) continue
    if (!halves.every((half) => isSurface(indexes, half, false))) continue
    const rarer = Math.min(
      ...halves.map((half) => Math.max(...indexes.map((index) => sectionsWith(index, half)))),
    )
    if (!best || rarer > best.frequency) best = { text: halves.join(' '), frequency: rarer }
  }
  return best?.text ?? null
}

/** Sections that hold a word in any form, about. */
const sectionsWith = (index: SearchIndex, word: string): number =>
  exactForms(index, word).reduce(
    (most, { kind, frequency }) => (kind === 'root' ? most : Math.max(most, frequency)),
    0,
  )
