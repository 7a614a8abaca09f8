/**
 * The handout of what an edition changes: its changes in order, and one list of their sources. A pure function of the
 * job and the comparison; `Changes.svelte` only draws it.
 */
import { changesWith, type NumberChange, type SectionChange } from '../../../src-library/changes/editions.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import { mostPrintedChanges, type ChangesJob } from '../../../src-library/model/print.ts'
import type { Comparison } from '../../state/comparison.ts'
import type { PrintedSource } from './renumbering.ts'

type Printed<Change> = {
  /** Unique in the handout. */
  readonly id: string
  readonly change: Change
  /** Numbers of its sources in the handout's list, rising. */
  readonly sources: readonly number[]
}

export type PrintedChanges = {
  readonly before: Pack
  readonly after: Pack
  /** Sections that changed; `sections` may hold fewer. */
  readonly total: number
  /** Left out where the reader asked for certain changes only. */
  readonly numbers: readonly Printed<NumberChange>[]
  /** Numbered from 1 by their place. */
  readonly sections: readonly Printed<SectionChange>[]
  readonly sources: readonly PrintedSource[]
}

export function makeChanges(
  { query }: Pick<ChangesJob, 'query'>,
  { before, after, changes }: Comparison,
  most = mostPrintedChanges,
): PrintedChanges {
  const found = changesWith(query, changes.sections)
  const works = new Map<string, PrintedSource & { citedIn: { id: string; number: string }[] }>()
  /** A section that is gone cites sources of the edition before. */
  const cite = (kind: SectionChange['kind'], ids: readonly string[], from: { id: string; number: string }) =>
    ids
      .flatMap((id) => {
        const source = (kind === 'gone' ? before : after).sources.find((one) => one.id === id)
        if (!source) return []
        // A work whose entry changed between the editions is listed as each of them has it.
        const key = JSON.stringify(source)
        const work = works.get(key) ?? { source, number: works.size + 1, citedIn: [] }
        works.set(key, work)
        work.citedIn.push(from)
        return [work.number]
      })
      .sort((one, other) => one - other)
  const numbers = query.trim() === '' ? changes.numbers : []
  return {
    before,
    after,
    total: found.length,
    numbers: numbers.map((change, at) => {
      const id = `number-${at + 1}`
      const number = change.after ?? change.before ?? ''
      return { id, change, sources: cite(change.kind, [change.source], { id, number }) }
    }),
    sections: found.slice(0, most).map((change, at) => {
      const id = `change-${at + 1}`
      return { id, change, sources: cite(change.kind, change.sources, { id, number: String(at + 1) }) }
    }),
    sources: [...works.values()],
  }
}
