/**
 * What a sheet to take home has in the place of its headings and sources. The client's copy must not give its
 * reader away: no box for staff, no address behind words, no name of a work.
 */
import type { Block, List } from '../../../src-library/model/block.ts'
import type { NumberCheck } from '../../../src-library/model/directanswer.ts'
import { isClientSheet, usualSheet, type PrintJob } from '../../../src-library/model/print.ts'
import type { PartialDate } from '../../../src-library/model/source.ts'
import type { OutlinedPart } from './outline.ts'

/** Numbers to call that were checked in one way on one day. */
export type CheckedNumbers = {
  readonly numbers: readonly string[]
  readonly checkedBy: NumberCheck
  readonly checked: PartialDate
}

export type SheetFacts = {
  readonly heading: 'none' | 'small'
  readonly client: boolean
  /** The first and last month of its facts (`2026-11`, or a year alone); null where no section is dated. */
  readonly months: readonly [PartialDate, PartialDate] | null
  readonly numbers: readonly CheckedNumbers[]
}

/** Null unless the job makes a sheet to take home. */
export function sheetFactsOf(job: PrintJob, outline: readonly OutlinedPart[]): SheetFacts | null {
  if (job.preset !== 'handout') return null
  return {
    heading: (job.sheet ?? usualSheet).heading,
    client: isClientSheet(job),
    months: monthsOf(outline),
    numbers: numbersOf(outline),
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

/** The numbers of the printed sections, each once, in the order printed. */
function numbersOf(outline: readonly OutlinedPart[]): readonly CheckedNumbers[] {
  const checks = new Map<string, { numbers: Set<string>; checkedBy: NumberCheck; checked: PartialDate }>()
  for (const { pack, article, root, below } of outline) {
    for (const { section } of [root, ...below]) {
      const here = pack.answers.filter(
        ({ section: at }) => at.article === article.id && at.anchor === section.anchor,
      )
      for (const { phone, checked } of here) {
        if (!phone) continue
        const key = `${phone.checkedBy} ${checked}`
        const known = checks.get(key) ?? {
          numbers: new Set<string>(),
          checkedBy: phone.checkedBy,
          checked,
        }
        checks.set(key, known)
        known.numbers.add(phone.number)
      }
    }
  }
  return [...checks.values()].map(({ numbers, ...check }) => ({ numbers: [...numbers], ...check }))
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
