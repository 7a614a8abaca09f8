import { describe, expect, it } from 'vitest'
import type { NumberChange, SectionChange } from '../../../src-library/changes/editions.ts'
import type { Source } from '../../../src-library/model/source.ts'
import { pack } from '../testing/samples.ts'
import { makeChanges } from './changes.ts'

const source = (id: string, title: string): Source => ({
  id,
  title,
  publisher: 'Village',
  type: 'law',
  published: null,
  address: null,
  read: null,
})
const section = (kind: SectionChange['kind'], anchor: string, sources: readonly string[]): SectionChange => ({
  kind,
  address: { article: 'well', anchor },
  movedTo: null,
  articleTitle: 'The well',
  title: anchor,
  language: 'en',
  date: '2026-11-01',
  isNews: false,
  sources,
  before: kind === 'new' ? null : `${anchor} before`,
  after: kind === 'gone' ? null : `${anchor} after`,
})
const number: NumberChange = {
  kind: 'changed',
  language: 'en',
  says: 'The hotline.',
  checked: '2026-11-01',
  source: 'rules',
  before: '152',
  after: '116',
}
const comparison = {
  before: { ...pack([]), sources: [source('rules', 'Rules'), source('old', 'Old rules')] },
  after: { ...pack([]), sources: [source('rules', 'Rules'), source('new', 'New rules')] },
  changes: {
    numbers: [number],
    sections: [
      section('new', 'ford', ['new', 'rules']),
      section('gone', 'bridge', ['old', 'new']),
      section('changed', 'depth', []),
    ],
  },
}

describe('the handout of what an edition changes', () => {
  it('lists each source once, of the edition that has what cites it', () => {
    const { sources, numbers, sections } = makeChanges({ query: '' }, comparison)
    expect(sources.map((one) => `${one.number} ${one.source.title}`)).toEqual([
      '1 Rules',
      '2 New rules',
      '3 Old rules',
    ])
    expect(sources[0]?.citedIn.map((cited) => cited.number)).toEqual(['116', '1'])
    expect(numbers.map((one) => one.sources)).toEqual([[1]])
    expect(sections.map((one) => one.sources)).toEqual([[1, 2], [3], []])
  })

  it('has only the changes that were asked for', () => {
    const { numbers, sections, total, sources } = makeChanges({ query: 'bridge' }, comparison)
    expect([numbers.length, sections.map(({ change }) => change.title), total]).toEqual([0, ['bridge'], 1])
    expect(sources.map((one) => one.source.title)).toEqual(['Old rules'])
  })

  it('says how many there are where it has fewer', () => {
    const { sections, total } = makeChanges({ query: '' }, comparison, 2)
    expect([sections.length, total]).toEqual([2, 3])
  })
})
