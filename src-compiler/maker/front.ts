/** The two parts of a document: its front matter, and the body that a person reads and edits. */

export type DocumentParts = {
  /** With the lines of hyphens and the blank lines behind; empty where there is none. */
  readonly front: string
  readonly yaml: string
  readonly body: string
  /** Lines of the front part. */
  readonly lines: number
}

export function documentParts(markdown: string): DocumentParts {
  const found =
    /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?(?:\r\n|\n|\r))??---[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)*(?=\S|$)/.exec(
      markdown,
    )
  // A blank that begins the text belongs to it: four of them are code.
  const front = found?.[0].replace(/[ \t]+$/, '') ?? ''
  return {
    front,
    yaml: found?.[1] ?? '',
    body: markdown.slice(front.length),
    lines: front.match(/\r\n|\n|\r/g)?.length ?? 0,
  }
}

export const withBody = (markdown: string, body: string): string => {
  const { front } = documentParts(markdown)
  return front === '' ? body : `${front.trimEnd()}\n\n${body.replace(/^(?:[ \t]*(?:\r\n|\n|\r))+/, '')}`
}
