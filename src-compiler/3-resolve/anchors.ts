/** The anchors of a document's headings. */
import { leadAnchor } from '../../src-library/model/article.ts'
import { nameOf, Names } from '../names.ts'

/**
 * One anchor a heading, all different. An explicit one (the first of equals) is
 * kept as it is; the others are made from the words, and numbered from the
 * second on: `help`, `help-2`. So a new section below never renames one above.
 */
export function claimAnchors(
  headings: readonly { readonly title: string; readonly explicit: string | null }[],
): readonly string[] {
  const names = new Names([leadAnchor, ...headings.flatMap(({ explicit }) => explicit ?? [])])
  const given = new Set([leadAnchor])
  return headings.map(({ title, explicit }) => {
    if (explicit === null || given.has(explicit)) return names.claim(nameOf(explicit ?? title))
    given.add(explicit)
    return explicit
  })
}
