/**
 * Addresses and numbers on paper. A line may end in an address after `/ ? & = _ .` alone: what reads the PDF's text joins
 * the lines again, and drops a hyphen at the end of one. Elsewhere an address breaks only where a line has no room for
 * the stretch, and never inside `%C9`.
 */
/** An address in pieces between which a line may end. */
export declare const addressParts: (address: string) => readonly string[]
/** A piece without room in atoms: before a hyphen or between letters, never after a hyphen and never inside `%C9`. */
export declare const addressAtoms: (piece: string) => readonly string[]
/**
 * An address as it is printed where the file's link has all of it: a reader types it without `https://`, and letters
 * are easier to read than their bytes.
 */
export declare function shortAddress(address: string): string
export type PaperPiece = {
  /** `kept`: a number with its suffix, or of several parts, on one line: `2016-cı`, `562-21-12`. */
  readonly kind: 'text' | 'kept' | 'address'
  readonly value: string
}
/** Whether a text has anything that must not break where the engine would break it. */
export declare const hasPaperPieces: (text: string) => boolean
/** A text in pieces, in order; joined they are the text. */
export declare function paperPieces(text: string): readonly PaperPiece[]
