/**
 * Fits the drawing to its pages before it is printed: tables, short paragraphs, a last page of few lines; then the
 * numbers of the contents and the running heads. It is laid out for the screen only here, to be measured. The engine
 * lays pages out by itself, and would otherwise lay out the screen again after each part and each printing, without use.
 */
import { breakLongAddresses, keepNumbersWhole } from './addresses.ts'
import { loosenCrowdedTables } from './crowding.ts'
import type { PartStart } from './heads.ts'
import { measurePages, type PagePlace } from './measuring.ts'
import { keepShortParagraphs } from './shortparagraphs.ts'
import { forgetColumnWidths, setColumnWidths } from './tablewidths.ts'

/** What begins somewhere in the document and is named in the heads. */
export type HeadedPart = { readonly id: string; readonly head: string }

export type PageLayout = {
  readonly pages: number
  readonly places: ReadonlyMap<string, PagePlace>
}

/** Lays out everything that depends on the size of the letters. May be called again. `height`: of the text on a page. */
export function settle(flow: HTMLElement, height: number): void {
  keepNumbersWhole(flow)
  breakLongAddresses(flow)
  forgetColumnWidths(flow)
  loosenCrowdedTables(flow)
  setColumnWidths(flow)
  keepShortParagraphs(flow)
  breakHighTables(flow, height)
}

/** A table of few rows that is higher than a page breaks anyway: then it need not begin on a page of its own. */
function breakHighTables(flow: HTMLElement, height: number): void {
  const frames = [...flow.querySelectorAll<HTMLElement>('.table-frame.short')]
  const high = frames.filter(({ offsetHeight }) => offsetHeight > height)
  for (const frame of frames) frame.classList.toggle('high', high.includes(frame))
}

/** Where the pages of a settled document are. `ids`: of the elements whose pages are wanted. `height`: of the text on a page, in whole pixels. */
export function layOut(flow: HTMLElement, height: number, ids: readonly string[]): PageLayout {
  return measurePages(flow, height, ({ count, placeOf }) => ({
    pages: count,
    places: new Map(
      ids.flatMap((id) => {
        const element = document.getElementById(id)
        // An empty cross reference is where its link is.
        const drawn = element?.classList.contains('cross-reference')
          ? element.previousElementSibling
          : element
        return drawn ? [[id, placeOf(drawn)] as const] : []
      }),
    ),
  }))
}

/** Where each begins, in order. Leaves out those that are not in the document. */
export function beginsOf(
  headed: readonly HeadedPart[],
  places: ReadonlyMap<string, PagePlace>,
): readonly PartStart[] {
  return headed.flatMap(({ id, head }) => {
    const place = places.get(id)
    return place ? [{ ...place, head }] : []
  })
}
