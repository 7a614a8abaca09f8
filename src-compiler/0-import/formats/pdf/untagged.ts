/**
 * A PDF without a tree, by its lines: paragraphs by gaps and indents, headings by size, heads and feet of pages by
 * repetition. Tables are not guessed: their lines are kept as they lie, and a person is asked to look.
 */
import type { ElementContent } from 'hast'
import { leftOut, type Remark } from '../../draft.ts'
import { element, textNode } from '../elements.ts'
import type { PdfLine } from './lines.ts'

export type UntaggedText = { readonly blocks: readonly ElementContent[]; readonly remarks: readonly Remark[] }

/** Of the size of most letters: a line this much larger is a heading. */
const headingSize = 1.15
const longestHeading = 200
/** A line at one height on this share of the pages, and on three at least, is a head or foot. */
const repeated = 0.6

export function readUntagged(pages: readonly (readonly PdfLine[])[]): UntaggedText {
  const remarks: Remark[] = []
  const margins = marginsOf(pages)
  if (margins.size > 0) {
    const words = [
      ...new Set(
        pages
          .flat()
          .filter((line) => margins.has(line))
          .map(({ text }) => text.trim()),
      ),
    ]
    remarks.push(leftOut('header-footer', words.join(' '), 'Lines that each page repeats are left out'))
  }
  const kept = pages.map((lines) => lines.filter((line) => !margins.has(line)))
  const words = new Set(kept.flat().flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))
  const body = bodySize(kept.flat())
  const sizes = headingSizes(kept.flat(), body)
  const blocks: ElementContent[] = []
  let open: { readonly lines: PdfLine[]; readonly tag: string } | null = null

  const finish = (): void => {
    if (open === null) return
    const { lines, tag } = open
    if (tag === 'pre') {
      const text = lines.map((line) => line.text).join('\n')
      blocks.push(element('pre', [element('code', [textNode(`${text}\n`)])]))
      remarks.push({
        code: 'table-not-read',
        text: `A table is kept as lines: “${(lines[0]?.text ?? '').slice(0, 80)}”. A person must make it.`,
      })
    } else if (tag === 'li' || tag === 'ol') addItem(blocks, lines, tag, words)
    else blocks.push(element(tag, [textNode(joined(lines, words))]))
    open = null
  }
  for (const lines of kept) {
    const gap = usualGap(lines)
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1]
      const tag = tagOf(line, lines, i, sizes)
      const goesOn =
        open !== null &&
        (tag === open.tag || (tag === 'p' && (open.tag === 'li' || open.tag === 'ol'))) &&
        !(tag === 'li' || tag === 'ol') &&
        (before === undefined
          ? tag === 'p' && !/[.!?:;…»”"]\s*$/.test(open.lines.at(-1)?.text ?? '')
          : isNext(before, line, gap, open.tag))
      if (open && goesOn) open.lines.push(line)
      else {
        finish()
        open = { lines: [line], tag }
      }
    }
    if (open?.tag === 'pre') finish()
  }
  finish()
  return { blocks, remarks }
}

function marginsOf(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const seen = new Map<string, PdfLine[]>()
  for (const lines of pages) {
    // A number of a page is another on each.
    for (const line of new Set([...lines.slice(0, 3), ...lines.slice(-3)])) {
      const key = `${Math.round(line.bottom / 4)} ${line.text.replace(/\d+/g, '#').trim()}`
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
  }
  const least = Math.max(3, pages.length * repeated)
  const often = new Set([...seen.values()].filter((lines) => lines.length >= least).flat())
  // From the edge inwards: a line of the text may be on each page as well.
  return new Set(pages.flatMap((lines) => [...edge(lines, often), ...edge(lines.toReversed(), often)]))
}

function edge(lines: readonly PdfLine[], often: ReadonlySet<PdfLine>): readonly PdfLine[] {
  const end = lines.findIndex((line) => !often.has(line))
  return end < 0 ? lines : lines.slice(0, end)
}

/** The size of most letters. */
function bodySize(lines: readonly PdfLine[]): number {
  const counts = new Map<number, number>()
  for (const { size, text } of lines) counts.set(size, (counts.get(size) ?? 0) + text.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** The sizes of headings, the largest first. */
const headingSizes = (lines: readonly PdfLine[], body: number): readonly number[] =>
  [
    ...new Set(
      lines
        .filter(({ size, text }) => size > body * headingSize && text.length <= longestHeading)
        .map(({ size }) => size),
    ),
  ]
    .sort((a, b) => b - a)
    .slice(0, 5)

function tagOf(line: PdfLine, lines: readonly PdfLine[], i: number, sizes: readonly number[]): string {
  const level = sizes.indexOf(line.size)
  if (level !== -1 && line.text.trim().length <= longestHeading && /\p{L}/u.test(line.text))
    return `h${level + 1}`
  const isRow = (one: PdfLine | undefined): boolean => one !== undefined && one.gaps > 0
  if (isRow(line) && (isRow(lines[i - 1]) || isRow(lines[i + 1]))) return 'pre'
  if (bullet.test(line.text)) return 'li'
  if (number.test(line.text)) return 'ol'
  return 'p'
}

const bullet = /^\s*[•◦▪‣●○■□–—*·\uF0B7\u2212-]\s+(?=\S)/
const number = /^\s*\d{1,3}[.)]\s+(?=\S)/

function addItem(
  blocks: ElementContent[],
  lines: readonly PdfLine[],
  tag: 'li' | 'ol',
  words: ReadonlySet<string>,
): void {
  const text = joined(lines, words).replace(tag === 'li' ? bullet : number, '')
  const item = element('li', [textNode(text)])
  const list = tag === 'li' ? 'ul' : 'ol'
  const last = blocks.at(-1)
  if (last?.type === 'element' && last.tagName === list) last.children.push(item)
  else {
    const start = Number(/\d+/.exec(lines[0]?.text ?? '')?.[0] ?? 1)
    blocks.push(element(list, [item], list === 'ol' && start !== 1 ? { start } : {}))
  }
}

/** The usual distance between the lines of a page. */
function usualGap(lines: readonly PdfLine[]): number {
  const gaps = lines
    .flatMap((line, i) => {
      const gap = (lines[i - 1]?.bottom ?? 0) - line.bottom
      return i > 0 && gap > 0 && gap < line.size * 2 ? [gap] : []
    })
    .sort((a, b) => a - b)
  return gaps[gaps.length >> 1] ?? 0
}

/** Whether a line goes on in the paragraph of the line before. */
function isNext(before: PdfLine, line: PdfLine, gap: number, tag: string): boolean {
  const distance = before.bottom - line.bottom
  if (tag === 'pre') return distance < gap * 2.5
  if (distance < 0 || distance > Math.max(gap * 1.35, line.size * 1.6)) return false
  if (tag.startsWith('h')) return true
  const isIndented = line.left - before.left > line.size * 0.9 && tag === 'p'
  return !isIndented || !/[.!?:;…»”"]\s*$/.test(before.text)
}

/** The words of lines. A word that was parted at the end of a line is whole again where the text has it so elsewhere. */
function joined(lines: readonly PdfLine[], words: ReadonlySet<string>): string {
  let text = ''
  for (const { text: line } of lines) {
    const next = line.trim()
    const parted = /([\p{L}\p{N}]+)(\u00AD|-|\u2010)$/u.exec(text)
    const goesOn = /^[\p{Ll}]+/u.exec(next)
    if (parted && goesOn) {
      const [, start = '', sign] = parted
      const isOne = sign === '\u00AD' || words.has(`${start}${goesOn[0]}`.toLowerCase())
      text = isOne ? text.slice(0, -1) + next : text + next
    } else text += (text === '' ? '' : ' ') + next
  }
  return text
}
