/**
 * Keeps paragraphs whole that the engine would break badly: with `orphans: 3` and `widows: 3` it breaks one of four or
 * five lines after the third, and leaves one line or two on the next page.
 */

/** Lines of a paragraph that has no good break. Two or three lines are not broken anyway. */
const unbreakable = { least: 4, most: 5 }

export function keepShortParagraphs(root: HTMLElement): void {
  for (const one of root.querySelectorAll('.unbroken')) one.classList.remove('unbroken')
  // All are measured before one is changed, so that the page is laid out once.
  const short = [...root.querySelectorAll<HTMLElement>('p, li')].filter((one) => isShort(linesOf(one)))
  for (const one of short) one.classList.add('unbroken')
}

export const isShort = (lines: number): boolean => lines >= unbreakable.least && lines <= unbreakable.most

function linesOf(element: HTMLElement): number {
  return Math.round(element.offsetHeight / Number.parseFloat(getComputedStyle(element).lineHeight))
}
