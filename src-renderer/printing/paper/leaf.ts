/**
 * Fits a sheet to take home on one leaf of paper, both its sides: the largest letters that do, down to 14 points, then
 * less space. Where even that is too long, it says by how many lines, and what can be left out.
 */
import type { SheetLeaf } from '../../../src-library/model/print.ts'
import { measurePages } from './measuring.ts'

/** The least that large print may be, in points. */
export const leastSize = 14
/** Sizes are tried in these steps. */
const step = 0.25
/** Classes of paper/presets.css, each closer than the one before. */
const closeness = ['close', 'closer', 'closest'] as const
/** Sections that are offered to be left out. */
const mostOffered = 4

type LinesOf = SheetLeaf['leaveOut'][number]

export type LeafTools = {
  readonly flow: HTMLElement
  /** Of the text on a page, in pixels. */
  readonly height: number
  /** Pages on a leaf. */
  readonly sides: number
  /** Points to begin with. */
  readonly size: number
  /** Sets the letters, and lays out everything that depends on their size. */
  readonly setSize: (points: number) => void
  /** The sections that could go, with their elements. */
  readonly sections: readonly { readonly title: string; readonly element: HTMLElement }[]
}

/** Leaves the document in the size that it answers. */
export function fitOnLeaf({ flow, height, sides, size, setSize, sections }: LeafTools): SheetLeaf {
  const fits = (points: number): boolean => {
    setSize(points)
    return measurePages(flow, height, ({ count }) => count) <= sides
  }
  const found = largestThatFits(Math.max(size, leastSize), fits)
  if (found !== null) {
    setSize(found)
    return { size: found, over: 0, leaveOut: [] }
  }
  setSize(leastSize)
  for (const name of closeness) {
    flow.classList.add(name)
    if (fits(leastSize)) return { size: leastSize, over: 0, leaveOut: [] }
  }
  const line = Number.parseFloat(getComputedStyle(flow).lineHeight)
  const over = measurePages(flow, height, ({ count, lastEnds }) =>
    Math.ceil(((count - sides - 1) * height + lastEnds) / line),
  )
  const lines = sections.map(({ title, element }) => ({
    title,
    lines: Math.round(element.offsetHeight / line),
  }))
  return { size: leastSize, over, leaveOut: worthLeavingOut(lines, over) }
}

/** By halving; null when not even the least does. */
export function largestThatFits(size: number, fits: (points: number) => boolean): number | null {
  if (fits(size)) return size
  let [low, high] = [-1, Math.round((size - leastSize) / step)]
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(leastSize + middle * step)) low = middle
    else high = middle
  }
  return low < 0 ? null : leastSize + low * step
}

/** The shortest sections that are long enough, each by itself; else the longest, as many as it takes together. */
export function worthLeavingOut(sections: readonly LinesOf[], over: number): readonly LinesOf[] {
  const enough = sections.filter(({ lines }) => lines >= over)
  if (enough.length > 0) return [...enough].sort((a, b) => a.lines - b.lines).slice(0, mostOffered)
  const longest = [...sections].sort((a, b) => b.lines - a.lines)
  let sum = 0
  const count = longest.findIndex(({ lines }) => (sum += lines) >= over)
  return count < 0 ? [] : longest.slice(0, count + 1)
}
