/**
 * Makes the letters of cards as large as fits: first the value, so that a number stays on its line, then the text, to 12
 * points at least. All cards of a print have one size of text.
 */

/** The least that a card's text may be, in points. */
export const leastCardText = 12

/** Of a value's letters: tried from its own size down to the least, as shares of it. */
const shares = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4]

/** Classes of paper/cards.css, each closer than the one before. */
const closeness = ['close', 'closer'] as const

/** False if a card is too full even so. `size`: of the text, in points, to begin with. */
export function fitCards(target: HTMLElement, size: number): boolean {
  const cards = [...target.querySelectorAll<HTMLElement>('.card')]
  for (const card of cards) fitValue(card)
  const fit = (): boolean => cards.every(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight)
  for (let points = Math.max(size, leastCardText); points >= leastCardText; points--) {
    document.documentElement.style.setProperty('--text-size', `${points}pt`)
    if (fit()) return true
  }
  for (const name of closeness) {
    for (const card of cards) card.classList.add(name)
    if (fit()) return true
  }
  return false
}

function fitValue(card: HTMLElement): void {
  const value = card.querySelector<HTMLElement>('.card-value')
  if (!value) return
  for (const share of shares) {
    value.style.setProperty('--share', String(share))
    if (value.scrollWidth <= value.clientWidth) return
  }
}
