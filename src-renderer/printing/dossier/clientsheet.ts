/**
 * What a sheet to take home has in the place of its headings and sources. The client's copy must not give its
 * reader away: no box for staff, no address behind words, no name of a work.
 */
import type { Block, List } from '../../../src-library/model/block.ts'
import { isForClient, usualSheet, type PrintJob } from '../../../src-library/model/print.ts'
import type { PartialDate } from '../../../src-library/model/source.ts'
import type { OutlinedPart } from './outline.ts'

export type SheetFacts = {
  readonly heading: 'none' | 'small'
  readonly client: boolean
  /** The first and last month of its facts (`2026-11`, or a year alone); null where no section is dated. */
  readonly months: readonly [PartialDate, PartialDate] | null
}

/** Null unless the job makes a sheet to take home. */
export function sheetFactsOf(job: PrintJob, outline: readonly OutlinedPart[]): SheetFacts | null {
  if (job.preset !== 'handout') return null
  return {
    heading: (job.sheet ?? usualSheet).heading,
    client: isForClient(job),
    months: monthsOf(outline),
  }
}

function monthsOf(outline: readonly OutlinedPart[]): SheetFacts['months'] {
  const months = outline
    .flatMap(({ article, root, below }) =>
      [root, ...below].flatMap(({ section }) => section.factsAsOf ?? article.factsAsOf ?? []),
    )
    .map((date) => date.slice(0, 7))
    .sort()
  const [first] = months
  const last = months.at(-1)
  return first === undefined || last === undefined ? null : [first, last]
}

/** Blocks without the boxes that are for staff, wherever they are; an item that held nothing else goes with its box. */
export function withoutStaff(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    switch (block.kind) {
      case 'blockquote':
        return block.tone === 'staff' ? [] : filled({ ...block, children: withoutStaff(block.children) })
      case 'definition':
        return [{ ...block, children: withoutStaff(block.children) }]
      case 'list':
        return listWithoutStaff(block)
      default:
        return [block]
    }
  })
}

const filled = <Value extends Block & { readonly children: readonly unknown[] }>(
  block: Value,
): readonly Value[] => (block.children.length > 0 ? [block] : [])

function listWithoutStaff(list: List): readonly List[] {
  const items = list.items.map((item) => ({ before: item.length, after: withoutStaff(item) }))
  const stays = items.map(({ before, after }) => before === 0 || after.length > 0)
  const kept = items.flatMap(({ after }, position) => (stays[position] === true ? [after] : []))
  if (kept.length === 0) return []
  const numbers = list.numbers?.filter((_, position) => stays[position])
  const checked = list.checked?.filter((_, position) => stays[position])
  return [{ ...list, items: kept, ...(numbers && { numbers }), ...(checked && { checked }) }]
}
