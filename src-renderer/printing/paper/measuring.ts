/**
 * Pages without printing: columns that wrap are broken by the engine as paper is, and lie one below the other
 * (decision 0059). Lengths are CSS pixels. To be called when fonts are in and the view is laid out.
 */

/** A place in a document: its page, from 1, and how far down this page's text it is. */
export type PagePlace = { readonly page: number; readonly top: number }

/** A class of print.css: as wide and as high as on paper. */
const measured = 'measured'

/** A rectangle may lie a trifle above its page. */
const slack = 0.3

export type Pages = {
  readonly count: number
  readonly placeOf: (element: Element) => PagePlace
  /** How far down the last page the text goes. */
  readonly lastEnds: number
}

/** Measures a drawn document, and leaves it as it was. `height` is that of the text on a page, in whole pixels. */
export function measurePages<Value>(flow: HTMLElement, height: number, read: (pages: Pages) => Value): Value {
  flow.classList.add(measured)
  try {
    const box = flow.getBoundingClientRect()
    const count = Math.max(1, Math.round(box.height / height))
    return read({
      count,
      placeOf: (element) => placeIn((element.getClientRects()[0]?.top ?? box.top) - box.top, height),
      get lastEnds() {
        return endsIn(flow, box.top + (count - 1) * height)
      },
    })
  } finally {
    flow.classList.remove(measured)
  }
}

/** The place of something this far below the top of the first page. */
export function placeIn(top: number, height: number): PagePlace {
  const page = Math.floor((top + slack) / height)
  return { page: page + 1, top: Math.max(0, top - page * height) }
}

/** A fragment's own box reaches to the foot of its page: only what holds text says where the text ends. */
function endsIn(flow: HTMLElement, top: number): number {
  const range = document.createRange()
  let ends = 0
  for (let last = flow.lastElementChild; last && ends <= 0; last = last.previousElementSibling) {
    range.selectNodeContents(last)
    for (const { bottom } of range.getClientRects()) ends = Math.max(ends, bottom - top)
  }
  return ends
}
