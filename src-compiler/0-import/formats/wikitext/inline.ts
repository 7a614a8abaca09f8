/** Wikitext inside a line: bold, italics, links, addresses, tags, entities, and the marks of pieces. */
import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { element, textNode } from '../elements.ts'
import { readLink } from './links.ts'

/** What the inlines need from the document around them. */
export type Surroundings = {
  /** The nodes of a piece, by its number. */
  readonly piece: (number: number) => readonly ElementContent[]
  /** A picture that the text names; it is not in the file. */
  readonly picture: (file: string) => void
  readonly category: (target: string) => void
  /** The page in another language. */
  readonly language: (target: string) => void
}

/** Tags that become elements; of others only the words stay. */
const kept: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  cite: 'em',
  dfn: 'em',
  var: 'em',
  sub: 'sub',
  sup: 'sup',
  s: 'del',
  strike: 'del',
  del: 'del',
  code: 'code',
  tt: 'code',
  samp: 'code',
  kbd: 'code',
  q: 'q',
  blockquote: 'blockquote',
}

const token =
  /('{2,})|\[\[|\]\]|\[((?:https?:|ftp:|mailto:|\/\/)[^\s\]<>[]+)[ \t]*((?:\[\[[^\]\n]*\]\]|[^\]\n])*)\]|\b(?:https?|ftp):\/\/[^\s<>[\]"|{}\uE000]+[^\s<>[\]"|{}.,;:!?')\uE000]|<(\/?)([a-z][a-z0-9]*)\b[^<>]*?(\/?)>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z0-9]{1,30});|\uE000(\d+)\uE001|__[A-Z]+__/gi

/** Elements in elements; the words of deeper ones stay. */
const deepest = 20

type Frame = { readonly tag: string; readonly nodes: ElementContent[] }

/** The nodes of a stretch of wikitext without block marks. The end of the stretch closes all open marks. */
export function inlines(text: string, around: Surroundings, depth = 0): readonly ElementContent[] {
  if (depth > deepest) return [textNode(text)]
  const frames: Frame[] = [{ tag: '', nodes: [] }]
  const top = (): ElementContent[] => frames[frames.length - 1]?.nodes ?? []
  const addText = (value: string): void => {
    if (value !== '') top().push(textNode(value))
  }
  const close = (tag: string): boolean => {
    const found = frames.findLastIndex((frame) => frame.tag === tag)
    if (found < 1) return false
    // Inner ones end here and begin again after it: <b>a <i>b</b> c</i>.
    const inner = frames.slice(found + 1).map((frame) => frame.tag)
    while (frames.length > found) closeLast(frames)
    for (const again of inner) frames.push({ tag: again, nodes: [] })
    return true
  }
  const isOpen = (tag: string): boolean => frames.some((frame) => frame.tag === tag)
  const open = (tag: string): void => {
    if (frames.length < deepest) frames.push({ tag, nodes: [] })
  }
  const toggle = (tag: string): void => {
    if (!close(tag)) open(tag)
  }

  let at = 0
  token.lastIndex = 0
  const pattern = new RegExp(token)
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    addText(text.slice(at, match.index))
    const [whole, quotes, address, label, ends, tag, , piece] = match
    at = match.index + whole.length
    if (quotes !== undefined) {
      // Three that nothing closes, in italics, are an apostrophe and their end: ''Mill'''s.
      const isApostrophe =
        quotes.length === 3 && isOpen('em') && !isOpen('strong') && !/'{3}/.test(text.slice(at))
      if (isApostrophe) {
        close('em')
        addText("'")
        continue
      }
      // Four are an apostrophe and bold, more than five are apostrophes, bold and italics.
      const extra = quotes.length === 4 ? 1 : Math.max(0, quotes.length - 5)
      addText("'".repeat(extra))
      if (quotes.length - extra !== 3) toggle('em')
      if (quotes.length - extra >= 3) toggle('strong')
    } else if (whole === '[[') {
      const end = closingBrackets(text, at)
      if (end === null) continue
      else {
        top().push(...linkNodes(text.slice(at, end), around, depth))
        at = end + 2
        pattern.lastIndex = at
      }
    } else if (whole === ']]') continue
    else if (address !== undefined) {
      const words = inlines((label ?? '').trim(), around, depth + 1)
      top().push(element('a', words.length > 0 ? words : [textNode(address)], { href: address }))
    } else if (/^(?:https?|ftp):/i.test(whole)) top().push(element('a', [textNode(whole)], { href: whole }))
    else if (tag !== undefined) {
      const name = tag.toLowerCase()
      const known = kept[name]
      if (name === 'br') top().push(element('br', []))
      else if (known === undefined) addText(/^(?:p|div|li|tr|center)$/.test(name) ? ' ' : '')
      else if (ends === '/') close(known)
      else if (!whole.endsWith('/>')) open(known)
    } else if (piece !== undefined) top().push(...around.piece(Number(piece)))
    else if (whole.startsWith('&')) addText(decodeEntity(whole))
  }
  addText(text.slice(at))
  while (frames.length > 1) closeLast(frames)
  return frames[0]?.nodes ?? []
}

function closeLast(frames: Frame[]): void {
  const frame = frames.pop()
  if (frame && frame.nodes.length > 0) frames.at(-1)?.nodes.push(asElement(frame))
}

const asElement = ({ tag, nodes }: Frame): Element => element(tag, nodes)

/** The `]]` that closes the `[[` before `from`; null where there is none on the next 20,000 signs. */
function closingBrackets(text: string, from: number): number | null {
  const pattern = /\[\[|\]\]/g
  pattern.lastIndex = from
  let depth = 1
  for (
    let match = pattern.exec(text);
    match !== null && match.index < from + 20_000;
    match = pattern.exec(text)
  ) {
    depth += match[0] === '[[' ? 1 : -1
    if (depth === 0) return match.index
  }
  return null
}

function linkNodes(inner: string, around: Surroundings, depth: number): readonly ElementContent[] {
  const link = readLink(inner)
  switch (link.kind) {
    case 'page':
      return inlines(link.label, around, depth + 1)
    case 'picture':
      around.picture(link.file)
      return link.caption === '' ? [] : [element('figcaption', inlines(link.caption, around, depth + 1))]
    case 'category':
      around.category(link.target)
      return []
    case 'language':
      around.language(link.target)
      return []
  }
}

const entities = new Map<string, string>()

function decodeEntity(entity: string): string {
  const known = entities.get(entity)
  if (known !== undefined) return known
  const [node] = fromHtml(entity, { fragment: true }).children
  const value = node?.type === 'text' ? node.value : entity
  entities.set(entity, value)
  return value
}
