/** Writes the heads of a document's pages, and again if paper breaks a page elsewhere than was measured. */
import { headsOf, headsRule } from './heads.ts'
import { beginsOf, type HeadedPart, type PageLayout } from './layingout.ts'
import type { PagePlace } from './measuring.ts'

export class HeadedPages {
  readonly #sheet = new CSSStyleSheet()
  #headed: readonly HeadedPart[] = []
  #laidOut: PageLayout = { pages: 0, places: new Map() }

  begin(headed: readonly HeadedPart[], laidOut: PageLayout): void {
    this.#headed = headed
    this.#laidOut = laidOut
    // A constructed sheet, because the content security policy forbids inline styles.
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet]
    this.#write(laidOut.places)
  }

  /** `pages` by the id of what begins on them. */
  correct(pages: Readonly<Record<string, number>>): void {
    const corrected = [...this.#laidOut.places].map(([id, place]): [string, PagePlace] => {
      const page = pages[id] ?? place.page
      // On another page it is further down than was measured, or at the top of it.
      return [id, page === place.page ? place : { page, top: 0 }]
    })
    this.#write(new Map(corrected))
  }

  #write(places: PageLayout['places']): void {
    if (this.#headed.length === 0) return
    this.#sheet.replaceSync(headsRule(headsOf(beginsOf(this.#headed, places), this.#laidOut.pages)))
  }
}
