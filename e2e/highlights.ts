/** What the page has highlighted, by the name of the highlight. */
import type { Page } from '@playwright/test'

export type Highlighted = {
  readonly text: string
  /** How many lines of the page it is on. */
  readonly lines: number
}

export const highlighted = (win: Page, name: string): Promise<Highlighted[]> =>
  win.evaluate(
    (of) =>
      [...(CSS.highlights.get(of) ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        const tops = [...range.getClientRects()].map(({ top }) => Math.round(top))
        return { text: String(range), lines: new Set(tops).size }
      }),
    name,
  )
