/** Links of a document: addresses are kept, and what points into the file or beside it becomes plain words. */
import type { Element, ElementContent, Root, RootContent } from 'hast'

/** The tree with links to addresses alone. `base` is the address of the page, for links that are relative to it. */
export function keepLinks(tree: Root, base: string | null): Root {
  const keep = (node: Element): readonly ElementContent[] => {
    const children = node.children.flatMap((child) => (child.type === 'element' ? keep(child) : child))
    if (node.tagName !== 'a') return [{ ...node, children }]
    const address = addressOf(String(node.properties['href'] ?? ''), base)
    return address === null ? children : [{ ...node, properties: { href: address }, children }]
  }
  return {
    type: 'root',
    children: tree.children.flatMap((node): RootContent[] =>
      node.type === 'element' ? [...keep(node)] : [node],
    ),
  }
}

function addressOf(href: string, base: string | null): string | null {
  if (href === '' || href.startsWith('#')) return null
  if (/^(?:https?|mailto|tel):/i.test(href)) return href
  const url = base !== null && /^https?:/i.test(base) ? URL.parse(href, base) : null
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null
}
