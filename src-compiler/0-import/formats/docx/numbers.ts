/**
 * The numbers of lists. Word counts on after a paragraph between two items, and starts again where it is told to;
 * mammoth gives lists without numbers. Each item carries its number through mammoth as the name of a bookmark.
 */
import type { Element, ElementContent } from 'hast'
import { element } from '../elements.ts'
import { attribute, cutOut, parse, valueOf, wordSpace, type Replacement } from './wordxml.ts'

type Level = { start: number; isNumbered: boolean }
type List = { readonly abstract: string; readonly starts: Map<number, number> }

export type Numbering = {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  readonly lists: ReadonlyMap<string, List>
}

export function readNumbering(xml: string): Numbering {
  const levels = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  let ofAbstract: Map<number, Level> | null = null
  let level: Level | null = null
  let list = { id: '', abstract: '', starts: new Map<number, number>() }
  let overridden = 0
  parse(xml, {
    open: (name, tag) => {
      const value = valueOf(tag) ?? ''
      switch (name) {
        case 'w:abstractNum':
          ofAbstract = new Map()
          levels.set(attribute(tag, 'abstractNumId') ?? '', ofAbstract)
          return
        case 'w:lvl':
          level = { start: 1, isNumbered: true }
          ofAbstract?.set(Number(attribute(tag, 'ilvl')), level)
          return
        case 'w:start':
          if (level) level.start = Number(value)
          return
        case 'w:numFmt':
          if (level) level.isNumbered = value !== 'bullet' && value !== 'none'
          return
        case 'w:num':
          ofAbstract = null
          list = { id: attribute(tag, 'numId') ?? '', abstract: '', starts: new Map() }
          return
        case 'w:abstractNumId':
          list.abstract = value
          lists.set(list.id, list)
          return
        case 'w:lvlOverride':
          overridden = Number(attribute(tag, 'ilvl'))
          return
        case 'w:startOverride':
          list.starts.set(overridden, Number(value))
      }
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'w:lvl') level = null
    },
  })
  return { levels, lists }
}

const marked = /^_number-(\d+)$/

type Paragraph = { at: number; list: string | null; level: number; hasWords: boolean }

/** The body with a bookmark in each numbered item. */
export function withNumbers(xml: string, { levels, lists }: Numbering): string {
  const cuts: Replacement[] = []
  const counts = new Map<string, number[]>()
  const used = new Set<string>()
  const open: Paragraph[] = []
  const numberOf = ({ list: id, level }: Paragraph): number | null => {
    const list = lists.get(id ?? '')
    const own = list && levels.get(list.abstract)?.get(level)
    if (!list || !own) return null
    const count = counts.get(list.abstract) ?? []
    counts.set(list.abstract, count)
    const restart = list.starts.get(level)
    if (restart !== undefined && !used.has(`${id ?? ''} ${level}`)) count[level] = restart - 1
    used.add(`${id ?? ''} ${level}`)
    count[level] = (count[level] ?? own.start - 1) + 1
    count.length = level + 1
    return own.isNumbered ? count[level] : null
  }
  parse(xml, {
    open: (name, tag, _start, end) => {
      const last = open.at(-1)
      if (name === 'w:p') open.push({ at: end, list: null, level: 0, hasWords: false })
      else if (!last) return
      else if (name === 'w:ilvl') last.level = Number(valueOf(tag))
      else if (name === 'w:numId') last.list = valueOf(tag)
      else if (name === 'w:t') last.hasWords = true
    },
    text: () => undefined,
    close: (name, _start, end) => {
      const last = open.at(-1)
      if (name === 'w:pPr' && last) last.at = end
      if (name !== 'w:p' || !last) return
      open.pop()
      const number = last.list === null ? null : numberOf(last)
      if (number === null || !last.hasWords || !(number >= 0 && number < 1e6)) return
      const mark = `<w:bookmarkStart ${wordSpace} w:id="0" w:name="_number-${number}"/>`
      cuts.push({ start: last.at, end: last.at, instead: mark })
    },
  })
  return cutOut(xml, cuts)
}

/** The blocks with the numbers in their lists, and without the bookmarks. A list that begins to count again is another one. */
export function numbered(blocks: readonly ElementContent[]): ElementContent[] {
  return blocks.flatMap((block): ElementContent[] => {
    if (block.type !== 'element') return [block]
    if (block.tagName === 'a' && marked.test(idOf(block)) && block.children.length === 0) return []
    if (block.tagName !== 'ol') return [{ ...block, children: numbered(block.children) }]
    const lists: { readonly start: number | null; next: number; readonly items: ElementContent[] }[] = []
    for (const item of block.children) {
      const number = item.type === 'element' ? ownNumber(item) : null
      const last = lists.at(-1)
      if (!last || (number !== null && number !== last.next))
        lists.push({ start: number, next: (number ?? 1) + 1, items: [item] })
      else {
        last.next++
        last.items.push(item)
      }
    }
    return lists.map(({ start, items }) =>
      element('ol', numbered(items), {
        ...block.properties,
        ...(start !== null && start !== 1 && { start }),
      }),
    )
  })
}

const idOf = ({ properties }: Element): string => String(properties['id'] ?? '')

/** The number that an item brought, before its words. */
function ownNumber(item: Element): number | null {
  for (const child of item.children) {
    if (child.type !== 'element' || child.tagName !== 'a') return null
    const found = marked.exec(idOf(child))
    if (found) return Number(found[1])
  }
  return null
}
