/**
 * Keeps paragraphs whole that the engine would break badly: with `orphans: 3` and `widows: 3` it breaks one of four or
 * five lines after the third, and leaves one line or two on the next page.
 */

/** A paragraph of one line is too little to keep a heading from the foot of a page. */
const afterHeading = ':is(h2, h3, h4, h5, h6, .statement) + p'

/** Lines of a paragraph that has no good break. Two or three lines are not broken anyway. */
const unbreakable = { least: 4, most: 5 }

export function keepShortParagraphs(root: HTMLElement): void {
  for (const one of root.querySelectorAll('.unbroken, .leads-on'))
    one.classList.remove('unbroken', 'leads-on')
  // All are measured before one is changed, so that the page is laid out once.
  const short = [...root.querySelectorAll<HTMLElement>('p, li')].filter((one) => isShort(linesOf(one)))
  const lines = [...root.querySelectorAll<HTMLElement>(afterHeading)].filter((one) => linesOf(one) === 1)
  for (const one of short) one.classList.add('unbroken')
  for (const one of lines) one.classList.add('leads-on')
}

export const isShort = (lines: number): boolean => lines >= unbreakable.least && lines <= unbreakable.most

function linesOf(element: HTMLElement): number {
  return Math.round(element.offsetHeight / Number.parseFloat(getComputedStyle(element).lineHeight))
}
