/** `{| … |}`: wikitext's tables. Cells over several rows or columns repeat nothing: the places they cover stay empty. */
import type { Element, ElementContent } from 'hast'
import { element } from '../elements.ts'
import { inlines, type Surroundings } from './inline.ts'

type Cell = { readonly isHead: boolean; readonly attributes: string; text: string }

/** `inner` reads the text of a cell, which may hold blocks and tables. */
export function readTable(
  source: string,
  around: Surroundings,
  inner: (text: string) => readonly ElementContent[],
): readonly ElementContent[] {
  const { caption, rows } = cellsOf(source)
  const tableRows = rows.map((row) =>
    element(
      'tr',
      row.map((cell) => asElement(cell, inner)),
    ),
  )
  if (tableRows.length === 0) return []
  const head = caption === null ? [] : [element('caption', inlines(caption, around))]
  return [element('table', [...head, element('tbody', tableRows)])]
}

function asElement(
  { isHead, attributes, text }: Cell,
  inner: (text: string) => readonly ElementContent[],
): Element {
  const content = inner(text.trim())
  const [only] = content
  // One paragraph is the cell's line; several stay apart.
  const children =
    content.length === 1 && only?.type === 'element' && only.tagName === 'p' ? only.children : content
  return element(isHead ? 'th' : 'td', children, spansOf(attributes))
}

/** At most as many columns and rows as a table of ours can have. */
function spansOf(attributes: string): Element['properties'] {
  const span = (name: string): number => {
    const found = new RegExp(`${name}\\s*=\\s*["']?\\s*(\\d{1,3})`, 'i').exec(attributes)
    return Math.min(100, Math.max(1, Number(found?.[1] ?? 1)))
  }
  const [colSpan, rowSpan] = [span('colspan'), span('rowspan')]
  return { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }
}

function cellsOf(source: string): {
  readonly caption: string | null
  readonly rows: readonly (readonly Cell[])[]
} {
  const lines = source.split('\n').slice(1)
  const rows: Cell[][] = []
  let caption: string | null = null
  let nested = 0
  let inCaption = false
  const row = (): Cell[] => rows.at(-1) ?? (rows.push([]), rows[0] as Cell[])
  for (const line of lines) {
    const start = line.trimStart()
    const cell = rows.at(-1)?.at(-1)
    if (nested > 0 || /^:*\{\|/.test(start)) {
      if (/^:*\{\|/.test(start)) nested++
      if (start.startsWith('|}')) nested--
      if (cell) cell.text += `\n${line}`
    } else if (start.startsWith('|}')) break
    else if (start.startsWith('|+')) {
      caption = afterAttributes(start.slice(2)).text
      inCaption = true
    } else if (start.startsWith('|-')) {
      if (row().length > 0 || rows.length === 0) rows.push([])
      inCaption = false
    } else if (/^[|!]/.test(start)) {
      inCaption = false
      const isHead = start.startsWith('!')
      for (const part of splitCells(start.slice(1), isHead)) row().push({ isHead, ...afterAttributes(part) })
    } else if (inCaption) caption = `${caption ?? ''} ${line}`
    else if (cell) cell.text += `\n${line}`
  }
  return { caption: caption?.trim() || null, rows: rows.filter((cells) => cells.length > 0) }
}

/** Cells of one line: `||`, and `!!` in a row of heads, outside links. */
function splitCells(line: string, isHead: boolean): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const part of line.split(/(\[\[|\]\]|\|\||!!)/)) {
    if (part === '[[') depth++
    else if (part === ']]') depth = Math.max(0, depth - 1)
    if (depth === 0 && (part === '||' || (isHead && part === '!!'))) parts.push('')
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${part}`
  }
  return parts
}

/** `style="…" | text`: attributes end at a single bar, unless the part before it holds a link or a piece. */
function afterAttributes(part: string): { readonly attributes: string; readonly text: string } {
  const bar = part.indexOf('|')
  const before = part.slice(0, bar)
  const isAttributes =
    bar >= 0 &&
    !/\[\[|\{\{|\]\]/.test(before) &&
    (before.trim() === '' || /[\w-]+\s*=|^\s*\uE000\d+\uE001\s*$/.test(before))
  return isAttributes ? { attributes: before, text: part.slice(bar + 1) } : { attributes: '', text: part }
}
