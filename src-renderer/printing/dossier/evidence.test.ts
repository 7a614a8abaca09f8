import { describe, expect, it } from 'vitest'
import { noFilters } from '../../../src-library/model/filters.ts'
import type { EvidenceJob } from '../../../src-library/model/print.ts'
import { noMarks } from '../../../src-library/search/result.ts'
import { en } from '../../messages/en.ts'
import { enPrinting } from '../../messages/en-printing.ts'
import type { Hit, ResultPage } from '../../engine/protocol.ts'
import { questionLines, makeEvidence, hitFactsText } from './evidence.ts'
import { offeredHits } from '../preview/joboptions.ts'
import { article, libraryOf, pack, section } from '../testing/samples.ts'

const job: EvidenceJob = {
  kind: 'evidence',
  search: { query: 'shelter', filters: noFilters, order: 'relevance', language: 'en' },
  most: 20,
  textSize: 12,
  paper: 'A4',
  printedOn: '2026-11-23',
}

const articles = [
  article('one', [
    section('lead', 1, '', { sources: ['b'] }),
    section('first', 2, '1', { sources: ['a', 'b'], confidence: 'disputed' }),
  ]),
  article('two', [
    section('lead', 1, '', { sources: [] }),
    section('second', 2, '1', { sources: ['c', 'gone'] }),
  ]),
]
const library = libraryOf({ pack: pack(articles), articles })

/** Every section of the samples, in order. */
const hits: readonly Hit[] = [...library.articles].flatMap(([key, article]) =>
  article.sections.map((section) => ({
    pack: key.split('/')[0] ?? '',
    article: article.id,
    anchor: section.anchor,
    articleTitle: article.title,
    section: 0,
    sectionTitle: section.title,
    number: section.number,
    path: [article.title, section.title],
    kind: article.kind,
    language: section.language,
    date: null,
    factsAsOf: section.factsAsOf,
    versions: [],
    score: 1,
    packTitle: '',
    titleRanges: [],
    snippet: [],
    table: null,
  })),
)

const answerOf = (found: readonly Hit[], total = found.length): ResultPage => ({
  text: 'shelter',
  total,
  complete: total,
  exact: total,
  hits: found,
  facets: { pack: [], kind: [], year: [], language: [], source: [] },
  missing: [],
  corrections: [],
  expansions: [],
  nearest: [],
  marks: noMarks,
  damaged: [],
  withoutTexts: [],
  pending: [],
})

const sectionOf = (hit: Hit) =>
  library.articles.get(`${hit.pack}/${hit.article}`)?.sections.find(({ anchor }) => anchor === hit.anchor)

describe('an evidence sheet', () => {
  it('holds every hit of the answer, in its order, numbered from 1', () => {
    const { hits: printed } = makeEvidence(answerOf(hits), library)
    expect(printed.map(({ hit }) => hit)).toEqual(hits)
    expect(printed.map(({ number }) => number)).toEqual(hits.map((_, at) => at + 1))
    expect(new Set(printed.map(({ id }) => id)).size).toBe(hits.length)
  })

  it('lists each source once, numbered through, with every hit that cites it', () => {
    const { hits: printed, sources } = makeEvidence(answerOf(hits), library)
    expect(sources.map(({ number }) => number)).toEqual(sources.map((_, at) => at + 1))
    expect(new Set(sources.map(({ source }) => source.id)).size).toBe(sources.length)
    for (const { number, source, citedIn } of sources) {
      const citing = printed.filter(({ hit }) => sectionOf(hit)?.sources.includes(source.id))
      expect(citedIn.map(({ id }) => id)).toEqual(citing.map(({ id }) => id))
      for (const one of citing) expect(one.sources).toContain(number)
    }
    expect(sources.length).toBeGreaterThan(1)
  })

  it('puts the hits of an article together, in the order of each article’s best hit', () => {
    const mixed = [hits[3], hits[0], hits[2], hits[1]].filter((hit) => hit !== undefined)
    const { groups } = makeEvidence(answerOf(mixed), library)
    expect(groups.map(({ first, hits }) => [first.hit.article, hits.map(({ number }) => number)])).toEqual([
      ['two', [1, 3]],
      ['one', [2, 4]],
    ])
  })

  it('says once what most hits have in common, and of each hit its sources and what differs', () => {
    const other = hits.map((hit, at) => (at === 3 ? { ...hit, factsAsOf: '2016' } : hit))
    const evidence = makeEvidence(answerOf(other), library)
    const asked = questionLines(job, evidence, answerOf(other), enPrinting.paper, en)
    expect(asked).toContainEqual({
      name: 'Entries',
      value: 'Facts as of 22 November 2026 · Checked at the source, unless an entry says otherwise',
    })
    expect(evidence.hits.map((one) => hitFactsText(one, evidence, enPrinting.paper, en))).toEqual([
      'Sources: 1',
      'Disputed · Sources: 1, 2',
      'Sources: not stated',
      'Facts as of 2016 · Sources: 3',
    ])
  })

  it('says of a hit alone, and of one without a date, everything', () => {
    const [first] = hits
    const alone = makeEvidence(answerOf(first ? [{ ...first, factsAsOf: null }] : []), library)
    expect(alone.hits.map((one) => hitFactsText(one, alone, enPrinting.paper, en))).toEqual([
      'Facts undated · Checked at the source · Sources: 1',
    ])
  })

  it('says the day on which most sources were read once', () => {
    expect(makeEvidence(answerOf(hits), library).readOn).toBe('2026-11-22')
  })

  it('says what was asked, and how much of what was found is on it', () => {
    const filters = { ...noFilters, kinds: ['news'] as const, years: [2017, 0], titleOnly: true }
    const narrowed = { ...job, search: { ...job.search, filters, order: 'newest' as const } }
    const answer = {
      ...answerOf(hits.slice(0, 2), 57),
      expansions: [{ from: 'shelter', to: ['refuge'] }],
      corrections: [{ from: 'sheltr', to: 'shelter' }],
    }
    const evidence = makeEvidence(answer, library)
    const asked = questionLines(narrowed, evidence, answer, enPrinting.paper, en)
    expect(Object.fromEntries(asked.map(({ name, value }) => [name, value]))).toMatchObject({
      'Searched for': 'shelter',
      'Narrowed to': 'News; 2017; Undated; Titles only',
      Order: 'Newest first',
      'Searched as well': 'shelter: refuge; sheltr: shelter',
      Found: '57 sections, of which the first 2 are here',
    })
  })

  it('says when nothing was narrowed and everything is on it', () => {
    const answer = answerOf(hits)
    const asked = questionLines(job, makeEvidence(answer, library), answer, enPrinting.paper, en)
    expect(asked).toContainEqual({ name: 'Narrowed to', value: 'no filters' })
    expect(asked).toContainEqual({ name: 'Found', value: `${hits.length} sections, all of them here` })
    expect(asked.map(({ name }) => name)).not.toContain('Searched as well')
  })

  it.each([
    [1, [1]],
    [10, [10]],
    [57, [10, 20, 50, 57]],
    [900, [10, 20, 50, 100, 200]],
  ])('of %i hits is offered for %j of them', (total, offered) => {
    expect(offeredHits(total)).toEqual(offered)
  })
})
