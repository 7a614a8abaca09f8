/** Wikitext's blocks: headings, lists, tables, rules, preformatted lines and paragraphs, line by line. */
import type { Element, ElementContent } from 'hast'
import { element, isEmpty, textNode } from '../elements.ts'
import { inlines, type Surroundings } from './inline.ts'
import { readTable } from './tables.ts'

/** The nodes of a whole text, or of a table's cell. */
export function blocks(text: string, around: Surroundings, depth = 0): readonly ElementContent[] {
  const lines = text.split('\n')
  const out: ElementContent[] = []
  let paragraph: string[] = []
  const finish = (): void => {
    if (paragraph.length > 0) out.push(...paragraphs(inlines(paragraph.join('\n'), around)))
    paragraph = []
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const heading = /^(={1,6})[ \t]*(.+?)[ \t]*\1[ \t]*(?:\uE000\d+\uE001[ \t]*)*$/.exec(line)
    if (line.trim() === '') finish()
    else if (heading) {
      finish()
      out.push(element(`h${heading[1]?.length ?? 2}`, inlines(heading[2] ?? '', around)))
    } else if (/^\s*:*\{\|/.test(line) && depth < 4) {
      finish()
      const end = endOfTable(lines, i)
      out.push(
        ...readTable(lines.slice(i, end + 1).join('\n'), around, (cell) => blocks(cell, around, depth + 1)),
      )
      i = end
    } else if (/^[*#:;]/.test(line)) {
      finish()
      let end = i
      while (/^[*#:;]/.test(lines[end + 1] ?? '')) end++
      out.push(...lists(lines.slice(i, end + 1), around))
      i = end
    } else if (/^-{4,}/.test(line)) {
      finish()
      out.push(element('hr', []))
      const rest = line.replace(/^-+/, '').trim()
      if (rest !== '') paragraph.push(rest)
    } else paragraph.push(line)
  }
  finish()
  return out
}

/** The line of the `|}` that closes the table on line `start`; the last line where none does. */
function endOfTable(lines: readonly string[], start: number): number {
  let depth = 0
  for (let i = start; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (/^\s*:*\{\|/.test(line)) depth++
    if (/^\s*\|\}/.test(line) && --depth === 0) return i
  }
  return lines.length - 1
}

const blockTags = new Set([
  'blockquote',
  'pre',
  'table',
  'figcaption',
  'ul',
  'ol',
  'dl',
  'p',
  'hr',
  'note-text',
])

/** Inlines with blocks among them, such as a picture's caption: each run between blocks is a paragraph. */
function paragraphs(nodes: readonly ElementContent[]): readonly ElementContent[] {
  const out: ElementContent[] = []
  let run: ElementContent[] = []
  const finish = (): void => {
    if (!isEmpty(run)) out.push(element('p', run))
    run = []
  }
  for (const node of nodes) {
    if (node.type !== 'element' || !blockTags.has(node.tagName)) run.push(node)
    else {
      finish()
      out.push(node)
    }
  }
  finish()
  return out
}

type Item = { readonly signs: string; readonly text: string }

/** Lists of three kinds, nested by the number of signs at the start of a line. */
function lists(lines: readonly string[], around: Surroundings): readonly ElementContent[] {
  const items = lines.map((line): Item => {
    const signs = /^[*#:;]+/.exec(line)?.[0] ?? ''
    return { signs, text: line.slice(signs.length).trim() }
  })
  return level(items, 0, around)
}

function level(items: readonly Item[], depth: number, around: Surroundings): readonly ElementContent[] {
  const out: ElementContent[] = []
  for (let i = 0; i < items.length;) {
    const sign = items[i]?.signs[depth] ?? ''
    const kind = kindOf(sign)
    let end = i
    while (end < items.length && kindOf(items[end]?.signs[depth] ?? '') === kind) end++
    out.push(listOf(kind, items.slice(i, end), depth, around))
    i = Math.max(end, i + 1)
  }
  return out
}

type Kind = 'ul' | 'ol' | 'dl'
const kindOf = (sign: string): Kind | '' =>
  sign === '*' ? 'ul' : sign === '#' ? 'ol' : sign === '' ? '' : 'dl'

function listOf(kind: Kind | '', items: readonly Item[], depth: number, around: Surroundings): Element {
  const list = element(kind === '' ? 'ul' : kind, [])
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item
    let end = i
    while ((items[end + 1]?.signs.length ?? 0) > depth + 1) end++
    const isOwn = item.signs.length === depth + 1
    const inner = items.slice(isOwn ? i + 1 : i, end + 1)
    const children = [
      ...(isOwn ? inlines(item.text, around) : []),
      ...(inner.length > 0 && depth < 20 ? level(inner, depth + 1, around) : []),
    ]
    if (kind === 'dl')
      list.children.push(...definition(item.signs[depth] ?? ':', item.text, children, around, isOwn))
    else list.children.push(element('li', children))
    i = end
  }
  return list
}

/** `; term : description`, or an indented line, which is a description without a term. */
function definition(
  sign: string,
  text: string,
  children: readonly ElementContent[],
  around: Surroundings,
  isOwn: boolean,
): readonly ElementContent[] {
  const colon =
    sign === ';' && isOwn
      ? /\s:\s*|:\s+/.exec(text.replace(/\[\[.*?\]\]|https?:\S+/g, (all) => ' '.repeat(all.length)))
      : null
  if (colon) {
    return [
      element('dt', inlines(text.slice(0, colon.index).trim(), around)),
      element('dd', inlines(text.slice(colon.index + colon[0].length), around)),
    ]
  }
  return [element(sign === ';' ? 'dt' : 'dd', children.length > 0 ? children : [textNode('')])]
}
