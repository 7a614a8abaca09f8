/**
 * Running heads of a document that runs on: the engine has no `string-set`, but a counter style whose symbols are the
 * heads of the pages, one after the other, is printed by the page's own number (decision 0059).
 */
import { cssString, headsName } from './sheet.ts'
import type { PagePlace } from './measuring.ts'

/** A part, where it begins, and the words for the heads of its pages. */
export type PartStart = PagePlace & { readonly head: string }

/** Pixels: what begins no lower than this is at the top of its page. */
const firstLines = 60
/** A page beyond the list would show its number: a few more than were measured. */
const spare = 4

/** The head of each page: of what begins at its top, else of what goes on from the page before, else of what begins. */
export function headsOf(begins: readonly PartStart[], pages: number): readonly string[] {
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1
    const here = begins.filter((one) => one.page === page)
    const [first] = here
    const running = begins.findLast((one) => one.page < page)
    const current = first && first.top <= firstLines ? first : (running ?? first)
    return current?.head ?? ''
  })
}

export function headsRule(heads: readonly string[]): string {
  const all = [...heads, ...Array.from({ length: spare }, () => heads.at(-1) ?? '')]
  return `@counter-style ${headsName} { system: fixed; suffix: ""; symbols: ${all.map(cssString).join(' ')}; }`
}
