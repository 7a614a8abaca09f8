/**
 * Removes a last page that holds a few lines only: the document is set a little closer, so that it ends with the page
 * before. A second sheet for three lines of sources is a waste. If that does not help, it stays as it was.
 */
import { measurePages } from './measuring.ts'

/** Classes of paper/presets.css, each closer than the one before. */
const closeness = ['close', 'closer'] as const
/** And one more for large print, which has more space to give. */
const closenessOfLarge = [...closeness, 'closest'] as const

/** Share of a page that counts as little. Large print has few lines on a page, and more space to save them with. */
const little = { usual: 0.2, large: 0.35 }

/** Whether a last page is worth saving. `ends`: how far down it the text goes. */
export function isLittle(
  { count, lastEnds }: { count: number; lastEnds: number },
  height: number,
  large = false,
): boolean {
  return count > 1 && lastEnds < (large ? little.large : little.usual) * height
}

/** `height` is that of the text on a page. */
export function drawIn(flow: HTMLElement, height: number, large: boolean): void {
  const measure = (): { count: number; lastEnds: number } =>
    measurePages(flow, height, ({ count, lastEnds }) => ({ count, lastEnds }))
  const before = measure()
  if (!isLittle(before, height, large)) return
  for (const name of large ? closenessOfLarge : closeness) {
    flow.classList.add(name)
    if (measure().count < before.count) return
  }
  flow.classList.remove(...closenessOfLarge)
}
