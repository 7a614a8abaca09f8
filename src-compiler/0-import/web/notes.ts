/**
 * The notes of a web page: a small sign that leads to a paragraph or an item further down, which leads back. They are
 * taken out before the page is pruned, because a list of notes looks like one of links.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { element, isEmpty, wordsOf } from '../formats/elements.ts'

type Node = RootContent | ElementContent
type PageNotes = { readonly page: Root; readonly notes: readonly Element[] }

/** `1`, `[12]`, `a`, `*`. */
const label = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|note \d{1,3})[\])]?$/i
const back = /^(?:[\^↩↑⤴⏎]\ufe0e?|[[(]?\d{1,3}[\]).:]?|back|jump (?:up|back).*|return.*)$/i
const holders = new Set(['li', 'p', 'div', 'aside', 'dd', 'td'])
/** Letters of a note; a longer passage is a part of the text. */
const longestNote = 3_000

const idOf = ({ properties }: Element): string => String(properties['id'] ?? properties['name'] ?? '')
const targetOf = (link: Element): string | null => {
  const href = String(link.properties['href'] ?? '')
  return link.tagName === 'a' && /^#./.test(href) ? safely(href.slice(1)) : null
}
function safely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The page with marks for its notes, and the notes. */
export function takeNotes(page: Root): PageNotes {
  const texts = textsOf(page)
  if (texts.size === 0) return { page, notes: [] }
  /** The note that a sign calls, where the element is a sign and nothing else. */
  const calledBy = (node: Element, isSmall: boolean): Element | null => {
    const [only, more] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
    const link = node.tagName === 'sup' && more === undefined && only?.type === 'element' ? only : node
    const text = texts.get(targetOf(link) ?? '')
    return text && isSign(link, isSmall || node.tagName === 'sup') && !holds(text, link) ? text : null
  }
  const numbers = new Map<Element, number>()
  const count = (node: Node, isSmall: boolean): void => {
    if (node.type !== 'element') return
    const text = calledBy(node, isSmall)
    if (text) numbers.set(text, numbers.get(text) ?? numbers.size + 1)
    else for (const child of node.children) count(child, isSmall || node.tagName === 'sup')
  }
  for (const child of page.children) count(child, false)
  if (numbers.size === 0) return { page, notes: [] }
  const rest = <One extends Node>(node: One, isSmall: boolean): (One | Element)[] => {
    if (node.type !== 'element') return [node]
    if (numbers.has(node)) return []
    const text = calledBy(node, isSmall)
    if (text) return [element('note-mark', [], { id: `n${numbers.get(text) ?? 0}` })]
    const children = node.children.flatMap((child) => rest(child, isSmall || node.tagName === 'sup'))
    // The list that held them.
    const isGone = isEmpty(children) && !isEmpty(node.children)
    return isGone ? [] : [{ ...node, children }]
  }
  const notes = [...numbers].map(([text, number]) =>
    element('note-text', withoutWayBack(text), { id: `n${number}` }),
  )
  return { page: { ...page, children: page.children.flatMap((child) => rest(child, false)) }, notes }
}

const isSign = (link: Element, isSmall: boolean): boolean => {
  const words = wordsOf(link.children)
  const role = `${String(link.properties['role'] ?? '')} ${[link.properties['className']].flat().join(' ')}`
  return label.test(words) && (isSmall || /^[[(]/.test(words) || /noteref|footnote/i.test(role))
}

const holds = (outer: Element, inner: Element): boolean =>
  outer.children.some((child) => child === inner || (child.type === 'element' && holds(child, inner)))

/** The paragraphs and items that a sign may lead to, by the ids that they or an anchor in them have. */
function textsOf(page: Root): ReadonlyMap<string, Element> {
  const wanted = new Set<string>()
  const texts = new Map<string, Element>()
  const look = (node: Node): void => {
    if (node.type !== 'element') return
    const target = targetOf(node)
    if (target !== null) wanted.add(target)
    node.children.forEach(look)
  }
  page.children.forEach(look)
  if (wanted.size === 0) return texts
  const find = (node: Node, holder: Element | null): void => {
    if (node.type !== 'element') return
    // A paragraph of an item is a part of the note that the item is.
    const own =
      holders.has(node.tagName) && (holder?.tagName !== 'li' || node.tagName === 'li') ? node : holder
    const id = idOf(node)
    if (own && wanted.has(id) && leadsBack(own, id) && wordsOf(own.children).length <= longestNote)
      texts.set(id, own)
    for (const child of node.children) find(child, own)
  }
  for (const child of page.children) find(child, null)
  return texts
}

/** A list of notes links each to its sign, or has a name of its own. */
const leadsBack = (text: Element, id: string): boolean =>
  text.tagName === 'li' ||
  text.tagName === 'aside' ||
  /note|^fn|^cite/i.test(`${id} ${idOf(text)} ${[text.properties['className']].flat().join(' ')}`)

/** The note's words without its own sign and the link to where it is called. */
const withoutWayBack = (text: Element): ElementContent[] =>
  text.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (targetOf(child) !== null && back.test(wordsOf(child.children).trim())) return []
    const children = withoutWayBack(child)
    return isEmpty(children) && !isEmpty(child.children) ? [] : [{ ...child, children }]
  })
