/**
 * The passages of a hit as paper shows them: a row of a table under the heads of its columns, since its cells mean nothing
 * without them; and two lines that overlap as one.
 */
import type { Block } from '../../../src-library/model/block.ts'
import { textOfInlines } from '../../../src-library/model/text.ts'
import type { Hit, SnippetLine } from '../../engine/protocol.ts'

export type HitPassage =
  | { readonly kind: 'line'; readonly line: SnippetLine }
  | {
      readonly kind: 'rows'
      readonly head: readonly string[]
      readonly rows: readonly (readonly SnippetLine[])[]
    }

type Rows = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** As `textOfBlock` writes a row. */
const betweenCells = ' | '
/** Two lines that share fewer characters do not overlap. */
const leastShared = 12

/** `blocks` are those of the hit's section. */
export function passagesOf(
  hit: Pick<Hit, 'table' | 'snippet'>,
  blocks: readonly Block[],
): readonly HitPassage[] {
  if (hit.table) return [{ kind: 'rows', head: hit.table.head, rows: hit.table.rows }]
  const tables = tablesIn(blocks)
  return hit.snippet.reduce<readonly HitPassage[]>((before, line) => {
    const one = rowsWith(line, tables) ?? { kind: 'line', line }
    const last = before.at(-1)
    const joined = last && together(last, one)
    return joined ? [...before.slice(0, -1), joined] : [...before, one]
  }, [])
}

function tablesIn(blocks: readonly Block[]): readonly Rows[] {
  return blocks.flatMap((block): readonly Rows[] => {
    switch (block.kind) {
      case 'table':
        return [
          { head: block.head.map(textOfInlines), rows: block.rows.map((row) => row.map(textOfInlines)) },
        ]
      case 'figure':
        return block.content.kind === 'image'
          ? []
          : [
              {
                head: block.content.columns.map(({ name }) => name),
                rows: block.content.rows.map(({ cells }) => cells),
              },
            ]
      case 'list':
        return block.items.flatMap(tablesIn)
      case 'blockquote':
      case 'definition':
        return tablesIn(block.children)
      default:
        return []
    }
  })
}

/** The row that a line was cut from. */
function rowsWith(line: SnippetLine, tables: readonly Rows[]): HitPassage | null {
  const { core, from } = coreOf(line.text)
  if (!core.includes(betweenCells.trim())) return null
  for (const { head, rows } of tables) {
    for (const row of [...rows, head]) {
      const at = row.join(betweenCells).indexOf(core)
      if (at === -1) continue
      // The heads alone say nothing.
      if (row === head) return { kind: 'rows', head, rows: rows.slice(0, 1).map((cells) => cells.map(plain)) }
      return { kind: 'rows', head, rows: [markedCells(row, line, at - from)] }
    }
  }
  return null
}

const plain = (text: string): SnippetLine => ({ text, ranges: [] })

/** The cells of a row with the marks of a line of it. `move`: from a place in the line to one in the row. */
function markedCells(row: readonly string[], { ranges }: SnippetLine, move: number): readonly SnippetLine[] {
  let begins = 0
  return row.map((text) => {
    const start = begins - move
    begins += text.length + betweenCells.length
    return {
      text,
      ranges: ranges
        .filter((range) => range.start >= start && range.end <= start + text.length)
        .map((range) => ({ start: range.start - start, end: range.end - start })),
    }
  })
}

/** A line without the ellipses that say where it was cut. */
function coreOf(text: string): { readonly core: string; readonly from: number } {
  const from = /^…\s*/u.exec(text)?.[0].length ?? 0
  return { core: text.slice(from).replace(/\s*…$/u, ''), from }
}

/** Rows of one table, or overlapping lines, as one passage; null for others. */
function together(one: HitPassage, other: HitPassage): HitPassage | null {
  if (one.kind === 'rows' && other.kind === 'rows')
    return one.head.join('\n') === other.head.join('\n')
      ? { ...one, rows: [...one.rows, ...other.rows] }
      : null
  if (one.kind !== 'line' || other.kind !== 'line') return null
  const first = one.line.text.replace(/\s*…$/u, '')
  const second = coreOf(other.line.text)
  const shared = overlapOf(first, second.core)
  if (shared < leastShared || (first === one.line.text && !other.line.text.startsWith('…'))) return null
  const move = first.length - shared - second.from
  const text = first + other.line.text.slice(second.from + shared)
  const moved = other.line.ranges.map(({ start, end }) => ({ start: start + move, end: end + move }))
  const known = new Set(one.line.ranges.map(({ start }) => start))
  const fresh = moved.filter(({ start }) => start >= 0 && !known.has(start))
  return {
    kind: 'line',
    line: { text, ranges: [...one.line.ranges, ...fresh].sort((a, b) => a.start - b.start) },
  }
}

/** How many characters at the end of one text begin the other. */
function overlapOf(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length--) {
    if (one.endsWith(other.slice(0, length))) return length
  }
  return 0
}
