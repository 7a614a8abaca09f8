/** The outline of a document: every printed section with its id, number and depth. */
import type { Article, Section } from '../../../src-library/model/article.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { sectionKey, type ChosenPart } from './chosen.ts'

export type OutlinedSection = {
  readonly section: Section
  /** Unique in the document. */
  readonly id: string
  /** `2.1`; empty for an article that is printed alone. */
  readonly number: string
  /** 1 for a part's first section; never more than one deeper than the section before. */
  readonly depth: number
}

export type OutlinedPart = {
  /** Of the choice in the job, from 0. */
  readonly position: number
  readonly pack: Pack
  readonly article: Article
  readonly whole: boolean
  readonly root: OutlinedSection
  readonly below: readonly OutlinedSection[]
}

/**
 * `numbered`: whether sections bear numbers at all. One part alone keeps the numbers its sections have on screen; several parts
 * are numbered through, so that each number occurs once in a document.
 */
export function outlineOf(parts: readonly ChosenPart[], numbered = true): readonly OutlinedPart[] {
  let ids = 0
  return parts.map(({ position, pack, article, whole, root, below }, at) => {
    const depths = depthsOf([root, ...below])
    const numbers =
      parts.length === 1 ? [root, ...below].map(({ number }) => number) : numbersOf(depths, at + 1)
    const outlined = (section: Section, index: number): OutlinedSection => ({
      section,
      id: `s${++ids}`,
      number: numbered ? (numbers[index] ?? '') : '',
      depth: depths[index] ?? 1,
    })
    return {
      position,
      pack,
      article,
      whole,
      root: outlined(root, 0),
      below: below.map((section, index) => outlined(section, index + 1)),
    }
  })
}

/** The printed sections by what links call them. */
export function targetsOf(parts: readonly OutlinedPart[]): ReadonlyMap<string, OutlinedSection> {
  return new Map(
    parts.flatMap(({ pack, article, root, below }) =>
      [root, ...below].map((one) => [sectionKey(pack.id, article.id, one.section.anchor), one] as const),
    ),
  )
}

/** 1 for the root and from 2 below it, without a gap: headings of a document skip no level on the way down. */
function depthsOf([root, ...below]: readonly Section[]): readonly number[] {
  const depths = [1]
  for (const { heading } of below) {
    const wished = Math.max(2, heading.depth - (root?.heading.depth ?? 1) + 1)
    depths.push(Math.min(wished, (depths.at(-1) ?? 1) + 1, 6))
  }
  return depths
}

/** `3`, `3.1`, `3.1.1`, `3.2` for the depths 1, 2, 3, 2 of the third part. */
function numbersOf([, ...depths]: readonly number[], part: number): readonly string[] {
  const counters = [part]
  const numbers = depths.map((depth) => {
    counters.length = Math.min(counters.length, depth)
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1
    return counters.join('.')
  })
  return [String(part), ...numbers]
}
