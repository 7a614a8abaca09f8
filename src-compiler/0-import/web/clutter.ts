/** Blocks within the text of a page that are no part of it: lists of links, calls to read on, what frames its ends. */
import type { Element, ElementContent } from 'hast'
import type { RemarkCode } from '../draft.ts'
import { isEmpty, wordsOf } from '../formats/elements.ts'
import { isBlock, type Measures } from './measure.ts'

/** Signs of a block that its links may outweigh. */
const longestOfLinks = 400

/** The reason why a block is not part of the text; null if it is part of it. */
export function isClutter(
  node: Element,
  measures: Measures,
  isOwn: (link: Element) => boolean,
): RemarkCode | null {
  if (!isBlock(node)) return null
  const { signs, linkSigns, prose } = measures.of(node)
  if (signs === 0) return null
  const share = linkSigns / signs
  if (
    share > 0.6 &&
    (signs < longestOfLinks || node.tagName === 'ul') &&
    linksOf(node).every(isOwn) &&
    !isHeading(node)
  )
    return node.tagName === 'p' && share < 0.9
      ? null
      : /^(?:li|td|th|tr|thead|tbody)$/.test(node.tagName)
        ? null
        : 'boilerplate-related'
  if ((node.tagName === 'ul' || node.tagName === 'ol') && isListOfPages(node, isOwn))
    return 'boilerplate-related'
  const isCell = node.tagName === 'td' || node.tagName === 'th' || node.tagName === 'tr'
  if (!isHeading(node) && !isCell && prose < 200 && signs < 200 && calls.test(wordsOf(node.children)))
    return 'boilerplate-related'
  return null
}

const isHeading = (node: ElementContent): boolean => node.type === 'element' && /^h[1-6]$/.test(node.tagName)

function linksOf(node: Element): readonly Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === 'a' ? [child] : linksOf(child),
  )
}

/** Whether each of at least two items begins with a link within the site, which is its longest or only line: a list of other pages. */
function isListOfPages(list: Element, isOwn: (link: Element) => boolean): boolean {
  const items = list.children.filter((child) => child.type === 'element')
  return (
    items.length >= 2 &&
    items.every((item) => {
      const [first] = linksOf(item)
      if (first === undefined || !isOwn(first)) return false
      const words = wordsOf(item.children)
      const link = wordsOf(first.children)
      return link === '' || (words.startsWith(link) && link.length > words.length * 0.25 && hasBlock(item))
    })
  )
}

const hasBlock = (node: Element): boolean =>
  node.children.some((child) => child.type === 'element' && (isBlock(child) || hasBlock(child)))

/** How lines begin that call to other pages, in the languages of this region and of much of the web. */
const calls =
  /^(?:(?:read|see|watch|listen|click|go|find)(?: more| also| next| here|:)|more(?: on this| from|:)|related(?: articles?| stories| topics|:|$)|advertisements?\b|sponsored|share (?:this|on)|follow (?:us|\S+ on)\b|sign up|subscribe|continue reading|story continues|posted (?:on|by|in)\b|filed (?:under|to)|tags?:|categor(?:y|ies):|tagged|this (?:article|story|post) (?:was|is|has been) (?:originally|first)|читайте также|читать также|подробнее|реклама$|смотрите также|материалы по теме|подписывайтесь|поделиться|теги:|həmçinin oxu|oxşar|reklam$|ətraflı|paylaş|abunə ol|close$|caption$|image caption|media caption|media playback)/i

type Dropped = { readonly node: ElementContent; readonly code: RemarkCode }

/** Takes bylines and dates away above the first sentence, and headings that nothing follows at the end. */
export function trimEnds(
  part: Element,
  measures: Measures,
): { readonly rest: Element; readonly dropped: readonly Dropped[] } {
  const dropped: Dropped[] = []
  let isText = false
  const above = (node: Element): Element => ({
    ...node,
    children: node.children.flatMap((child): ElementContent[] => {
      if (isText || child.type !== 'element') return [child]
      if (isProse(child)) {
        isText = true
        return [child]
      }
      const words = wordsOf(child.children)
      if (words.length < 120 && isBlock(child) && !isHeading(child) && isByline(words)) {
        dropped.push({ node: child, code: 'boilerplate-site' })
        return []
      }
      return [above(child)]
    }),
  })
  const isProse = (node: Element): boolean => !node.children.some(isBlock) && measures.of(node).signs > 60
  let isEnd = true
  const below = (node: Element): Element => {
    const children: ElementContent[] = []
    for (const child of node.children.toReversed()) {
      if (!isEnd || isEmpty([child])) children.push(child)
      else if (isHeading(child)) dropped.push({ node: child, code: 'boilerplate-low-text' })
      else if (child.type === 'element' && child.children.some(isBlock)) children.push(below(child))
      else {
        isEnd = false
        children.push(child)
      }
    }
    return { ...node, children: children.reverse() }
  }
  return { rest: below(above(part)), dropped }
}

/** A line that says who wrote it, when, or how long it takes to read. */
const isByline = (words: string): boolean =>
  /^(?:by|von|par|por|автор:?|müəllif:?)\s+\p{Lu}/iu.test(words) ||
  /^(?:(?:published|updated|posted|last updated|опубликовано|обновлено|dərc olunub|yenilənib)\b.{0,60}|.{0,30}\d+\s*min(?:ute)?s? read.{0,20}|.{0,20}\d+ (?:minutes?|hours?|days?|weeks?) ago.{0,20})$/i.test(
    words,
  ) ||
  (/\b(?:19|20)\d\d\b/.test(words) && words.replace(dateWords, '').replace(/[^\p{L}]/gu, '') === '')

const dateWords =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|a\.?m\.?|p\.?m\.?|at|on|utc|gmt|e[sd]t|c[sd]t|p[sd]t|m[sd]t|updated|posted|published|th|st|nd|rd)\b|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|года?|yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr/giu
