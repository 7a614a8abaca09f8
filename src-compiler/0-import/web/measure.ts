/** How much of a part of a page is text, and how much is links: in signs, without white space. */
import type { Element, Nodes } from 'hast'

export type Measure = {
  readonly signs: number
  readonly linkSigns: number
  /** Signs in blocks that read like sentences. */
  readonly prose: number
}

const blockTags = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
export const isBlock = (node: Nodes): boolean => node.type === 'element' && blockTags.has(node.tagName)

/** Signs from which on the words of a block are taken for a sentence. */
const shortestProse: Readonly<Record<string, number>> = {
  p: 30,
  blockquote: 30,
  pre: 30,
  li: 80,
  td: 80,
  dd: 60,
}
const shortestElse = 80
const never = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'figcaption',
  'caption',
  'th',
  'dt',
  'summary',
  'address',
])

/** Measures each element once. */
export class Measures {
  readonly #known = new WeakMap<Element, Measure>()

  of(element: Element): Measure {
    const known = this.#known.get(element)
    if (known) return known
    const own = { signs: 0, links: 0 }
    let [signs, linkSigns, prose] = [0, 0, 0]
    const walk = (node: Nodes, isLink: boolean): void => {
      if (node.type === 'text') {
        const length = node.value.replace(/\s+/g, '').length
        own.signs += length
        if (isLink) own.links += length
      } else if (node.type === 'element' && isBlock(node)) {
        const inner = this.of(node)
        signs += inner.signs
        linkSigns += isLink ? inner.signs : inner.linkSigns
        prose += isLink ? 0 : inner.prose
      } else if (node.type === 'element') {
        for (const child of node.children) walk(child, isLink || node.tagName === 'a')
      }
    }
    for (const child of element.children) walk(child, element.tagName === 'a')
    const isProse =
      !never.has(element.tagName) &&
      own.signs >= (shortestProse[element.tagName] ?? shortestElse) &&
      own.links < own.signs * 0.5
    const measure = {
      signs: signs + own.signs,
      linkSigns: linkSigns + own.links,
      prose: prose + (isProse ? own.signs - own.links : 0),
    }
    this.#known.set(element, measure)
    return measure
  }
}
