/** What became of each piece of a document that was just brought in. */
import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import type { Piece, Remark } from '../draft.ts'
import { align } from './align.ts'
import { codesOf, isUnseen, pieceTexts, toldBeside } from './came.ts'
import { leavesOf } from './leaves.ts'

/** `whole` is all that the document showed, `tree` what its Markdown parses to. */
export function piecesOf(
  whole: Hast,
  tree: Mdast,
  title: string,
  remarks: readonly Remark[],
): readonly Piece[] {
  const texts = pieceTexts(whole)
  const codes = codesOf(texts, title, remarks)
  const leaves = leavesOf(tree).map(({ key }) => key)
  // A remark may have the words of a kept piece too: the others are matched first.
  const matches = align(texts, leaves, (i) => codes[i] === null)
  const pieces = texts.flatMap((text, i): readonly Piece[] => {
    const code = codes[i] ?? null
    if (matches[i] !== null) return [{ text, isKept: true, code: null }]
    return isUnseen(code) ? [] : [{ text, isKept: false, code: code ?? 'words-lost' }]
  })
  return [...pieces, ...toldBeside(texts, remarks)]
}
