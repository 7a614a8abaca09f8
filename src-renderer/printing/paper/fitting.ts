/**
 * Removes a last page that holds a few lines only: the document is set a little closer, so that it ends with the page
 * before. A second sheet for three lines of sources is a waste. If that does not help, it stays as it was.
 */
import { measurePages } from './measuring.ts'

/** Classes of paper/presets.css, each closer than the one before. */
const closeness = ['close', 'closer'] as const

/** Share of a page that counts as little. */
const little = 0.2

/** Whether a last page is worth saving. `ends`: how far down it the text goes. */
export function isLittle({ count, lastEnds }: { count: number; lastEnds: number }, height: number): boolean {
  return count > 1 && lastEnds < little * height
}

/** `height` is that of the text on a page. */
export function drawIn(flow: HTMLElement, height: number): void {
  const measure = (): { count: number; lastEnds: number } =>
    measurePages(flow, height, ({ count, lastEnds }) => ({ count, lastEnds }))
  const before = measure()
  if (!isLittle(before, height)) return
  for (const name of closeness) {
    flow.classList.add(name)
    if (measure().count < before.count) return
  }
  flow.classList.remove(...closeness)
}
