/**
 * Takes out of a web page what the site put around its text. In three steps: what says of itself that it is no text
 * (`frame.ts`), what lies outside the part that holds most sentences (`mainpart.ts`), and within that part blocks that
 * are links or buttons by their measure. All words that go are told.
 */
import type { Element, ElementContent, Root, RootContent } from 'hast'
import { leftOut, type Remark, type RemarkCode } from '../draft.ts'
import { frameMark, isCaption, silent } from './frame.ts'
import { mainPart, sentences } from './mainpart.ts'
import { Measures } from './measure.ts'
import { isClutter, trimEnds } from './clutter.ts'
import { ownLinks } from './ownlinks.ts'
import { isEmpty, wordsOf } from '../formats/elements.ts'

export type PrunedPage = { readonly tree: Root; readonly remarks: readonly Remark[] }

/** A part whose name alone speaks against it stays if it holds more than this of the page's sentences. */
const mostByName = 0.4
const mostOfReaders = 0.85

/** What the page says of itself. */
type About = { readonly title: string | null; readonly address: string | null }

/** The page without its frame. `title` is what the page calls itself: a heading that says it is left out too. */
export function prune(
  page: Root,
  { title, address }: About,
  images: ReadonlyMap<string, unknown> = new Map(),
): PrunedPage {
  const isOwn = ownLinks(page, address)
  const remarks: Remark[] = []
  const tell = (nodes: readonly ElementContent[], code: RemarkCode): void => {
    const words = wordsOf(nodes)
    if (words !== '') remarks.push(leftOut(code, words))
  }
  const body: Element = { type: 'element', tagName: 'body', properties: {}, children: audible(page.children) }
  const raw = new Measures()
  const all = raw.of(body).prose
  const unframed = without(body, (node) => {
    const mark = frameMark(node)
    if (mark === null) {
      if (!isCaption(node) || hasOwnImage(node, images) || raw.of(node).prose > all * mostByName) return false
      tell([node], 'image-caption')
      return true
    }
    // A name alone does not speak against a sentence.
    if (!mark.isSure && sentences.has(node.tagName) && raw.of(node).prose > 0) return false
    const most = mark.isReaders ? mostOfReaders : mostByName
    if (!mark.isSure && raw.of(node).prose > all * most) return false
    tell([node], mark.code)
    return true
  })
  const measures = new Measures()
  const { part, outside } = mainPart(unframed, measures)
  for (const { node, code } of outside) tell([node], code)
  const cleaned = without(part, (node) => {
    const code = isTitle(node, title) ? 'page-title' : isClutter(node, measures, isOwn)
    if (code === null) return false
    tell([node], code)
    return true
  })
  const { rest, dropped } = trimEnds(cleaned, measures)
  for (const { node, code } of dropped) tell([node], code)
  if (isEmpty(rest.children))
    return {
      tree: { type: 'root', children: without(body, isHidden).children },
      remarks: [
        ...remarks.filter(({ code }) => code === 'hidden-text'),
        {
          code: 'page-kept-whole',
          text: 'The text can’t be told from what is around it. Everything is kept.',
        },
      ],
    }
  return { tree: { type: 'root', children: rest.children }, remarks }
}

/** The nodes that can hold text. */
export const audible = (nodes: readonly (RootContent | ElementContent)[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return [node]
    if (node.type !== 'element' || silent.has(node.tagName)) return []
    const children = audible(node.children)
    return node.tagName === 'html' || node.tagName === 'body' ? children : [{ ...node, children }]
  })

function without(node: Element, isOut: (node: Element, parent: Element) => boolean): Element {
  const children = node.children.flatMap((child): ElementContent[] =>
    child.type !== 'element' ? [child] : isOut(child, node) ? [] : [without(child, isOut)],
  )
  return { ...node, children }
}

const isHidden = (node: Element): boolean => frameMark(node)?.code === 'hidden-text'

const isTitle = (node: Element, title: string | null): boolean => {
  if (title === null || !/^h[12]$/.test(node.tagName)) return false
  const words = plain(wordsOf(node.children))
  const called = plain(title)
  // The page's name may lack the end of a heading, and is never a letter of it.
  return (
    words !== '' &&
    (called.startsWith(words) || (words.startsWith(called) && called.length * 2 > words.length))
  )
}

/** Whether an image that came in the file is in there. */
const hasOwnImage = (node: Element, images: ReadonlyMap<string, unknown>): boolean => {
  const src = String(node.properties['src'] ?? '')
  if (node.tagName === 'img' && (src.startsWith('data:') || images.has(src))) return true
  return node.children.some((child) => child.type === 'element' && hasOwnImage(child, images))
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
