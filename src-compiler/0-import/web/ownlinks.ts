/** Tells links within a site from links to others: a list of the first kind is a menu, one of the second is a source. */
import type { Element, Root } from 'hast'

/** Whether a link leads to the page's own site. A page that does not say its address has a site all the same: most of its links go there. */
export function ownLinks(page: Root, address: string | null): (link: Element) => boolean {
  const own = siteOf(address ?? '') ?? mostLinked(page)
  return (link) => {
    const site = siteOf(String(link.properties['href'] ?? ''))
    return site === null || site === own
  }
}

/** The last two names of the host, three under a second level such as `co.uk`; null for an address within the site. */
function siteOf(href: string): string | null {
  const url = /^(?:https?:)?\/\//i.test(href) ? URL.parse(href, 'https://none.invalid') : null
  if (url === null) return null
  const names = url.hostname.toLowerCase().split('.')
  const isSecond = /^(?:co|com|org|net|gov|edu|ac)$/.test(names.at(-2) ?? '') && names.at(-1)?.length === 2
  return names.slice(isSecond ? -3 : -2).join('.')
}

function mostLinked(page: Root): string | null {
  const counts = new Map<string, number>()
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const site = child.tagName === 'a' ? siteOf(String(child.properties['href'] ?? '')) : null
      if (site !== null) counts.set(site, (counts.get(site) ?? 0) + 1)
      walk(child)
    }
  }
  walk(page)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
