/** Cuts pieces of addresses that have no room on a line: in tables the long ones, elsewhere those that are too wide. */
import { addressAtoms, addressParts } from '../../blocks/addressparts.ts'

/** Letters of a piece that a column of a table can hold: a longer one would make the column too wide for the others. */
const longestInTable = 18

/** A word of a table's cell as what may not be broken of it: an address in its pieces, as they are cut below. */
export const unbroken = (word: string): readonly string[] =>
  word.includes('://') || word.startsWith('www.')
    ? addressParts(word).map((part) => part.slice(0, longestInTable))
    : [word]

export function breakLongAddresses(root: HTMLElement): void {
  const pieces = [...root.querySelectorAll<HTMLElement>('.piece:not(.cut-up)')]
  // All are measured before one is changed, so that the page is laid out once.
  const long = pieces.filter((piece) =>
    piece.closest('td, th')
      ? (piece.textContent ?? '').length > longestInTable
      : piece.offsetWidth > roomOf(piece),
  )
  for (const piece of long) {
    piece.classList.add('cut-up')
    piece.replaceChildren(
      ...addressAtoms(piece.textContent ?? '').flatMap((atom) => [atom, document.createElement('wbr')]),
    )
  }
}

function roomOf(piece: HTMLElement): number {
  const around = piece.closest('p, li, div, h1, h2, h3, h4, h5, h6') ?? piece
  const { paddingLeft, paddingRight } = getComputedStyle(around)
  return around.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
}
