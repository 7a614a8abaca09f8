/**
 * Marks for browsers without highlights, such as Firefox 115: rectangles over the words. They lie apart from the text,
 * which stays one untouched tree, and follow it when the page changes its size.
 */
import { liveRange } from './liverange.ts'

/** https://www.w3.org/TR/css-highlight-api-1/ */
export const canHighlight = (): boolean => 'highlights' in CSS && 'Highlight' in globalThis

const marks = new Map<string, readonly AbstractRange[]>()
let layer: HTMLElement | null = null

/** Draws these marks in place of any before of the same name. */
export function drawMarks(name: string, ranges: readonly AbstractRange[]): void {
  if (ranges.length === 0) marks.delete(name)
  else marks.set(name, ranges)
  draw(layer ?? (layer = newLayer()))
}

function newLayer(): HTMLElement {
  const made = document.createElement('div')
  made.className = 'drawn-marks'
  made.setAttribute('aria-hidden', 'true')
  document.body.append(made)
  new ResizeObserver(() => draw(made)).observe(document.body)
  return made
}

function draw(layer: HTMLElement): void {
  const origin = layer.getBoundingClientRect()
  // Measured first and drawn afterwards: each rectangle that is added would have the page laid out again.
  const places = [...marks].flatMap(([name, ranges]) =>
    ranges.flatMap((range) => [...liveRange(range).getClientRects()].map((place) => ({ name, place }))),
  )
  layer.replaceChildren(
    ...places.map(({ name, place }) => {
      const mark = document.createElement('div')
      mark.dataset['mark'] = name
      mark.style.setProperty('top', `${place.top - origin.top}px`)
      mark.style.setProperty('left', `${place.left - origin.left}px`)
      mark.style.setProperty('width', `${place.width}px`)
      mark.style.setProperty('height', `${place.height}px`)
      return mark
    }),
  )
}
