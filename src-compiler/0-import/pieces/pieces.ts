/** What became of each piece of a document that was just brought in. */
import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import type { Piece, Remark } from '../draft.ts'
import { align } from './align.ts'
import { cameIn, codesOf, isUnseen, piecesOfRemarks } from './came.ts'
import { leavesOf } from './leaves.ts'

/** `whole` is all that the document showed, `tree` what its Markdown parses to. */
export function piecesOf(
  whole: Hast,
  tree: Mdast,
  title: string,
  remarks: readonly Remark[],
): readonly Piece[] {
  const came = cameIn(whole)
  const texts = came.map(({ text }) => text)
  const codes = codesOf(texts, title, remarks)
  const leaves = leavesOf(tree).map(({ key }) => key)
  // A remark may have the words of a kept piece too: the others are matched first.
  const matches = align(texts, leaves, (i) => codes[i] === null)
  /** Pieces that are not shown have no number. */
  const numbers = new Map<number, number>()
  const pieces: Piece[] = []
  for (const [i, { text, place }] of came.entries()) {
    const code = codes[i] ?? null
    const isKept = matches[i] !== null
    if (!isKept && isUnseen(code)) continue
    numbers.set(i, pieces.length)
    pieces.push({ text, isKept, code: isKept ? null : (code ?? 'words-lost'), ...(place && { place }) })
  }
  const placed = pieces.map((piece): Piece =>
    piece.place?.kind === 'note'
      ? { ...piece, place: { ...piece.place, calledBy: numbers.get(piece.place.calledBy ?? -1) ?? null } }
      : piece,
  )
  return [...placed, ...piecesOfRemarks(texts, remarks)]
}
