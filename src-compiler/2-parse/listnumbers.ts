/**
 * The numbers of an ordered list, as its author wrote them. Markdown counts on from the first number, so it would
 * renumber a law whose third point was repealed (`1. 2. 4.`). `1. 1. 1.` asks for counting and is counted.
 */
import type { List } from 'mdast'
import type { TextRange } from '../1-read/text.ts'
import type { Conversion } from './conversion.ts'
import { rangeOf } from './inlines.ts'

/** The first number, and every item's where they do not follow one another. */
export function numberedList(
  node: List,
  at: TextRange,
  conversion: Conversion,
): { readonly start: number; readonly numbers: readonly number[] | null } {
  const { text, report } = conversion
  const start = node.start ?? 1
  if (!node.ordered) return { start: 1, numbers: null }
  reportGlued(node, at, conversion)
  const written = node.children.map((item) => {
    const place = rangeOf(item, at)
    const [digits = ''] = /^\d+/.exec(text.text.slice(place.start, place.start + 12)) ?? []
    return { digits, at: { start: place.start, end: place.start + digits.length } }
  })
  const padded = written.find(({ digits }) => /^0\d/.test(digits))
  if (padded) {
    const message = `\`${padded.digits}\` is shown without the zero in front.`
    report('list-numbers', padded.at, message, 'If the zero matters, write a \\ before the point.')
  }
  const numbers = written.map(({ digits }, i) => (digits === '' ? start + i : Number(digits)))
  if (numbers.every((number, i) => number === start + i)) return { start, numbers: null }
  if (start <= 1 && numbers.every((number) => number === start)) return { start, numbers: null }
  const odd = numbers.findIndex((number, i) => number !== start + i)
  report(
    'list-numbers',
    written[odd]?.at ?? at,
    `${numbers[odd] ?? ''} follows ${numbers[odd - 1] ?? ''} in this list; its numbers are kept as they are written.`,
    'If they should count on, write 1. before every item.',
  )
  return { start, numbers }
}

/** `2.b` below `1. a`, or a number of ten digits, begins no item: the line runs on in the item above. */
function reportGlued(node: List, at: TextRange, { text, report }: Conversion): void {
  for (const item of node.children) {
    const place = rangeOf(item, at)
    const source = text.text.slice(place.start, place.end)
    const next = Number(/^\d+/.exec(source)?.[0]) + 1
    for (const { 0: line, 1: short, 2: long, index } of source.matchAll(glued)) {
      const number = short ?? long ?? ''
      if (Number(number) !== next) continue
      const start = place.start + index + line.length - number.length - 1
      report(
        'markup-as-text',
        { start, end: start + number.length + 1 },
        'This line makes no item: it runs on in the item above.',
        'Put a blank behind the number, which has at most nine digits.',
      )
    }
  }
}

const glued = /(?<=\n)[ \t>]*(?:(\d{1,9})[.)](?=\p{L})|(\d{10,})[.)](?=[ \t]))/gu
