/**
 * Markup for exported pages, well-formed as XML and read alike as HTML. Texts are escaped here and nowhere else, so that
 * content can never become markup.
 */

declare const brand: unique symbol
/** Text that is markup already: made by this file alone. */
export type Markup = { readonly [brand]: true; readonly text: string }

type Child = Markup | string | readonly Child[] | null
type Attributes = Readonly<Record<string, string | number | null | undefined>>

const markup = (text: string): Markup => ({ text }) as Markup

/** Elements that have no end tag in HTML; XML needs them closed. (EPUB's own `meta` may hold text.) */
const empty = new Set(['br', 'hr', 'img', 'link', 'meta', 'col', 'input'])

/** What XML 1.0 can't hold is left out. https://www.w3.org/TR/xml/#charsets */
const unheld = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

const escaped = (text: string): string =>
  text
    .replace(unheld, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** An element. Attributes that are null or absent are left out. */
export function element(name: string, attributes: Attributes, ...children: readonly Child[]): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
    .join('')
  if (empty.has(name) && children.length === 0) return markup(`<${name}${written} />`)
  return markup(`<${name}${written}>${textOf(children)}</${name}>`)
}

/** The markup of children alone. */
export const fragment = (...children: readonly Child[]): Markup => markup(textOf(children))

function textOf(child: Child): string {
  if (child === null) return ''
  if (typeof child === 'string') return escaped(child)
  return 'text' in child ? child.text : child.map(textOf).join('')
}

/** A whole page. `xml`: with the declaration that EPUB wants. */
export const pageText = (root: Markup, xml: boolean): string =>
  `${xml ? '<?xml version="1.0" encoding="utf-8"?>\n' : ''}<!DOCTYPE html>\n${root.text}\n`
