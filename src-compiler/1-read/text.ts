/** A text from a file; it turns offsets into lines and columns. */

/** `[start, end)` in UTF-16 units of the text of a file. */
export type TextRange = { readonly start: number; readonly end: number }

export type SourceLocation = {
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** UTF-16 units of the range, at least 1, up to the end of the line. */
  readonly length: number
  /** The whole line. */
  readonly text: string
}

export class SourceText {
  /** Inside the authored pack, with `/`. */
  readonly path: string
  readonly text: string
  #lineStarts: readonly number[] | null = null

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  /** The position of a piece inside a range; the range itself if it was written otherwise, with escapes for example. */
  find(piece: string, within: TextRange): TextRange {
    const start = this.text.indexOf(piece, within.start)
    const end = start + piece.length
    return start === -1 || end > within.end ? within : { start, end }
  }

  locationOf(at: TextRange): SourceLocation {
    this.#lineStarts ??= lineStartsOf(this.text)
    const start = Math.min(at.start, this.text.length)
    const line = lastAtMost(this.#lineStarts, start)
    const lineStart = this.#lineStarts[line] ?? 0
    const next = this.#lineStarts[line + 1] ?? this.text.length + 1
    const text = this.text.slice(lineStart, next).replace(/[\r\n]+$/, '')
    const column = Math.min(start - lineStart, text.length)
    const length = Math.max(1, Math.min(at.end, lineStart + text.length) - start)
    return { line: line + 1, column: column + 1, length, text }
  }
}

/** Lines end as in CommonMark: with a line feed, a carriage return, or both. */
function lineStartsOf(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), (match) => match.index + match[0].length)]
}

/** Position of the last number that is not above the limit, by halving; the numbers rise and begin with 0. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0
  let high = numbers.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? Infinity) <= limit) low = middle
    else high = middle
  }
  return low
}
