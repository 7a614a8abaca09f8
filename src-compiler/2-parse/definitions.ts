/** A term on a line, then lines that start with `: `. Markdown sees one paragraph. */
import type { Paragraph, PhrasingContent } from 'mdast'

export type SplitDefinition = {
  readonly term: readonly PhrasingContent[]
  readonly texts: readonly (readonly PhrasingContent[])[]
}

/** The parts of a definition; null if the paragraph is none: a first line, then a line with the sign, which no backslash makes text. */
export function splitDefinition(node: Paragraph, source: string): SplitDefinition | null {
  if (escapedSign.test(source)) return null
  if (!node.children.some((child) => child.type === 'text' && sign.test(child.value))) return null
  const parts: PhrasingContent[][] = [[]]
  for (const child of node.children) {
    if (child.type !== 'text') {
      parts.at(-1)?.push(child)
      continue
    }
    child.value.split(sign).forEach((value, position) => {
      if (position > 0) parts.push([])
      if (value !== '') parts.at(-1)?.push({ ...child, value })
    })
  }
  const [term = [], ...texts] = parts
  const isOneLine = !term.some(
    (child) => child.type === 'break' || (child.type === 'text' && /[\r\n]/.test(child.value)),
  )
  return term.length > 0 && isOneLine ? { term, texts } : null
}

const escapedSign = /^[ \t>]*\\:[ \t]/m
const sign = /(?:\r\n|\n|\r):[ \t]+/
