/**
 * Addresses and numbers on paper. A line may end in an address after `/ ? & = _ .` alone: what reads the PDF's text joins
 * the lines again, and drops a hyphen at the end of one. Elsewhere an address breaks only where a line has no room for
 * the stretch, and never inside `%C9`.
 */

/** An address in pieces between which a line may end. */
export const addressParts = (address: string): readonly string[] =>
  address.match(/[^/?&=_.]*[/?&=_.]+|[^/?&=_.]+$/gu) ?? []

/** A piece without room in atoms: before a hyphen or between letters, never after a hyphen and never inside `%C9`. */
export const addressAtoms = (piece: string): readonly string[] =>
  piece.match(/[-\u2010]*(?:%[\dA-F]{2}|[^-\u2010])|[-\u2010]+$/giu) ?? []

/**
 * An address as it is printed where the file's link has all of it: a reader types it without `https://`, and letters
 * are easier to read than their bytes.
 */
export function shortAddress(address: string): string {
  const plain = address.replace(/^https:\/\//iu, '').replace(/^([^/?#]+)\/$/u, '$1')
  // Letters, digits and marks alone: an escaped sign may mean something else than the sign.
  return plain.replace(/(?:%[\dA-F]{2})+/giu, (bytes) => {
    const letters = decoded(bytes)
    return letters !== null && /^[\p{L}\p{M}\p{N}]+$/u.test(letters) ? letters : bytes
  })
}

function decoded(bytes: string): string | null {
  try {
    return decodeURIComponent(bytes)
  } catch {
    return null
  }
}

export type PaperPiece = {
  /** `kept`: a number with its suffix, or of several parts, on one line: `2016-cı`, `562-21-12`. */
  readonly kind: 'text' | 'kept' | 'address'
  readonly value: string
}

const address = /(?:https?:\/\/|www\.)[^\s<>"“”«»]*[^\s<>"“”«».,;:!?)\]’]/giu
const suffixed =
  /(?<![\p{L}\p{N}-])\p{N}[\p{N}.,]{0,20}(?:-(?:\p{L}{1,4}|\p{N}{1,6})){1,4}(?![\p{L}\p{N}-])/gu

/** Whether a text has anything that must not break where the engine would break it. */
export const hasPaperPieces = (text: string): boolean => /\p{N}-|:\/\/|www\./u.test(text)

/** A text in pieces, in order; joined they are the text. */
export function paperPieces(text: string): readonly PaperPiece[] {
  return cut(text, address, 'address').flatMap((piece) =>
    piece.kind === 'text' ? cut(piece.value, suffixed, 'kept') : [piece],
  )
}

function cut(text: string, pattern: RegExp, kind: PaperPiece['kind']): readonly PaperPiece[] {
  const pieces: PaperPiece[] = []
  let from = 0
  for (const found of text.matchAll(pattern)) {
    if (found.index > from) pieces.push({ kind: 'text', value: text.slice(from, found.index) })
    pieces.push({ kind, value: found[0] })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ kind: 'text', value: text.slice(from) })
  return pieces
}
