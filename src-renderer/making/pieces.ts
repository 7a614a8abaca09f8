/** The text as it came beside the text as it will be read: which piece is which heading, and where each is drawn. */
import type { CamePiece, OwnHeading } from '../../src-bridge/own.ts'

/** Letters and digits only. Spaces, punctuation and note marks differ between the original and the result. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** So many first letters are enough to tell a paragraph from its neighbours. */
const tellingLength = 40
/** Texts to search for the next match. If a piece has none, the pieces after it are still matched. */
const lookAhead = 40

/** For each text of the first list the place of the same text in the second, in order; null where there is none. */
export function inOrder(texts: readonly string[], among: readonly string[]): readonly (number | null)[] {
  const found = among.map((one) => bare(one).slice(0, tellingLength))
  let next = 0
  return texts.map((text) => {
    const wanted = bare(text).slice(0, tellingLength)
    if (wanted === '') return null
    for (let at = next; at < Math.min(found.length, next + lookAhead); at += 1) {
      const one = found[at] ?? ''
      if (one !== '' && (one === wanted || one.startsWith(wanted) || wanted.startsWith(one))) {
        next = at + 1
        return at
      }
    }
    return null
  })
}

/** The headings by the ids of the pieces that they came from. */
export function headingsByPiece(
  came: readonly CamePiece[],
  headings: readonly OwnHeading[],
): ReadonlyMap<number, OwnHeading> {
  const kept = came.filter(({ isKept }) => isKept)
  let from = 0
  const pairs = headings.flatMap((heading): [number, OwnHeading][] => {
    const wanted = bare(heading.text)
    const at = kept.findIndex(({ text }, position) => position >= from && bare(text) === wanted)
    const piece = kept[at]
    if (!piece) return []
    from = at + 1
    return [[piece.id, heading]]
  })
  return new Map(pairs)
}

/** The beginning of a text, for a sentence about it. */
export const beginning = (text: string, length = 60): string =>
  text.length <= length ? text : `${text.slice(0, length).trimEnd()}…`
