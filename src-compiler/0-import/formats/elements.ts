/** HTML elements as the readers write them. */
import type { Element, ElementContent } from 'hast'
import { inlineTags } from '../ledger.ts'

export const element = (
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element => ({ type: 'element', tagName, properties, children: [...children] })

export const textNode = (value: string): ElementContent => ({ type: 'text', value })

/** Whether the nodes show no word and no picture. */
export const isEmpty = (nodes: readonly ElementContent[]): boolean =>
  nodes.every((node) =>
    node.type === 'text'
      ? node.value.trim() === ''
      : node.type !== 'element' ||
        (node.tagName !== 'img' && node.tagName !== 'note-mark' && isEmpty(node.children)),
  )

/** The words of nodes, with white space folded. */
export const wordsOf = (nodes: readonly ElementContent[]): string => joined(nodes).replace(/\s+/g, ' ').trim()

/** Blocks part words, and marks do not. */
const joined = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type !== 'element') return ''
      const inner = joined(node.children)
      return inlineTags.has(node.tagName) ? inner : ` ${inner} `
    })
    .join('')
