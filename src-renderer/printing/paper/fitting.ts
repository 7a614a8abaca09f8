/**
 * Removes a last page that is not worth its sheet: the document is set a little closer, so that it ends with the page
 * before. If that does not help, it stays as it was. The letters keep their size.
 */
import { measurePages } from './measuring.ts'

/** Classes of paper/presets.css, each closer than the one before. */
const closeness = ['close', 'closer'] as const
/** And one more for large print, which has more space to give, and for lists, which are looked up and not read on. */
const closenessOfLoose = [...closeness, 'closest'] as const

/** Of so many pages each has to give much space for one less: a page of a few is always worth trying for. */
const few = 6
/** Share of a last page that counts as little in a longer document. */
const little = 0.25

/** Whether a document may need a page less if it is set closer. `ends`: how far down the last page the text goes. */
export function isWorthTrying(
  { count, lastEnds }: { count: number; lastEnds: number },
  height: number,
): boolean {
  return count > 1 && (count <= few || lastEnds < little * height)
}

/** `height` is that of the text on a page. `loose`: large print or a list. */
export function drawIn(flow: HTMLElement, height: number, loose: boolean): void {
  const measure = (): { count: number; lastEnds: number } =>
    measurePages(flow, height, ({ count, lastEnds }) => ({ count, lastEnds }))
  const before = measure()
  if (!isWorthTrying(before, height)) return
  const names = loose ? closenessOfLoose : closeness
  const counts = names.map((name) => {
    flow.classList.add(name)
    return measure().count
  })
  flow.classList.remove(...names.slice(leastClose(before.count, counts)))
}

/** How many of the classes it takes for the fewest pages; 0 where none helps. `counts`: with one class, with two, … */
export function leastClose(before: number, counts: readonly number[]): number {
  return [before, ...counts].indexOf(Math.min(before, ...counts))
}
