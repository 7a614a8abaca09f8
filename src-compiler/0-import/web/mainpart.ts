/** The part of a page that holds its text: the deepest element with most of the sentences. */
import type { Element, ElementContent } from 'hast'
import type { RemarkCode } from '../draft.ts'
import type { Measures } from './measure.ts'
import { nameWords } from './frame.ts'

export type MainPart = {
  readonly part: Element
  /** The nodes beside it, from the outside in. */
  readonly outside: readonly { readonly node: ElementContent; readonly code: RemarkCode }[]
}

/** Parts that are sentences themselves. */
export const sentences: ReadonlySet<string> = new Set([
  'p',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
])

const lines: ReadonlySet<string> = new Set(['p', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** A child with this share of its parent's sentences is where the text is. */
const most = 0.8
/** A part that says it is the text needs no more than this. */
const enoughIfNamed = 0.7

export function mainPart(body: Element, measures: Measures): MainPart {
  const outside: { node: ElementContent; code: RemarkCode }[] = []
  let part = body
  for (;;) {
    const whole = measures.of(part).prose
    const named = whole === 0 ? undefined : namedText(part, measures, whole * enoughIfNamed)
    // A paragraph alone is no part: the lists around it belong to the text.
    const inner = part.children.filter((child) => child.type === 'element' && !lines.has(child.tagName))
    const next =
      named ??
      inner.find(
        (child): child is Element =>
          child.type === 'element' && whole > 0 && measures.of(child).prose >= whole * most,
      )
    if (next === undefined) return { part, outside }
    outside.push(...beside(part, next).map((node) => ({ node, code: 'boilerplate-low-text' as const })))
    part = next
    if (named) return { part, outside }
  }
}

/** The first element below that calls itself the text of the article. */
function namedText(part: Element, measures: Measures, least: number): Element | undefined {
  for (const child of part.children) {
    if (child.type !== 'element' || measures.of(child).prose < least) continue
    if (isNamedText(child)) return child
    const found = namedText(child, measures, least)
    if (found) return found
  }
  return undefined
}

const textNames =
  /\b(?:article|story|post|entry|content|page|news|text)(?: (?:main|inner|single|full|page))? (?:body|content|text|copy|entry)\b/

function isNamedText({ properties }: Element): boolean {
  if (
    /\barticleBody\b/i.test(`${String(properties['itemProp'] ?? '')} ${String(properties['property'] ?? '')}`)
  )
    return true
  return textNames.test(nameWords(properties).join(' '))
}

/** The nodes in `outer` that are not on the path down to `inner`. */
function beside(outer: Element, inner: Element): readonly ElementContent[] {
  return outer.children.flatMap((child) => {
    if (child === inner) return []
    return child.type === 'element' && holds(child, inner) ? beside(child, inner) : [child]
  })
}

const holds = (outer: Element, inner: Element): boolean =>
  outer.children.some((child) => child === inner || (child.type === 'element' && holds(child, inner)))
