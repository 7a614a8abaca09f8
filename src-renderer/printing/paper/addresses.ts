/** Cuts pieces of addresses that have no room on a line: in tables the long ones, elsewhere those that are too wide. */
import { addressAtoms, addressParts, hasPaperPieces, paperPieces } from '../../blocks/addressparts.ts'

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

/** Numbers with a suffix or of several parts, wherever they are drawn: headings, contents, sources, what surrounds the text. */
export function keepNumbersWhole(root: HTMLElement): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (
      node instanceof Text &&
      hasPaperPieces(node.data) &&
      !node.parentElement?.closest('.kept, .web-address')
    )
      found.push(node)
  for (const text of found) {
    let rest = text
    for (const { kind, value } of paperPieces(text.data)) {
      const own = rest
      if (value.length < rest.length) rest = rest.splitText(value.length)
      if (kind !== 'kept') continue
      const kept = document.createElement('span')
      kept.className = 'kept'
      own.replaceWith(kept)
      kept.append(own)
    }
  }
}

function roomOf(piece: HTMLElement): number {
  const around = piece.closest('p, li, div, h1, h2, h3, h4, h5, h6') ?? piece
  const { paddingLeft, paddingRight } = getComputedStyle(around)
  return around.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight)
}
