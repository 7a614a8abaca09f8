/** Chromium wraps a longer running head onto a second line (docs/printing.md). */
export const longestRunningHead = 60
/** On the same line. */
export const longestRunningTitle = 40

/**
 * The text in at most `longest` UTF-16 units: a title without its subtitle
 * where that is enough, else cut at a word, with an ellipsis.
 */
export function shortened(text: string, longest: number): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= longest) return line
  const title = /^(.+?)(?:: | [–—] )/u.exec(line)?.[1]
  if (title !== undefined && title.length <= longest) return title
  const words = /^.*\S(?=\s)/su.exec(line.slice(0, longest))?.[0]
  // One endless word has no end to cut at; half a surrogate pair is no letter.
  const kept =
    words !== undefined && words.length > longest / 2
      ? words
      : line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/u, '')
  return `${kept.replace(/[\s.,;:–-]+$/u, '')}…`
}
