/**
 * An evidence sheet: the results of a search on a day, so that
 * another person can ask the same and compare. A pure function of the job, the
 * answer and the sections it points to; `Evidence.svelte` only draws it.
 */
import type { EvidenceJob } from '../../../src-library/model/print.ts'
import type { Confidence } from '../../../src-library/model/confidence.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { Source } from '../../../src-library/model/source.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import type { Words } from '../../messages/words.ts'
import type { Hit, ResultPage } from '../../engine/protocol.ts'
import { articleKey, type PrintLibrary } from './chosen.ts'
import type { PrintedSource } from './renumbering.ts'

export type EvidenceHit = {
  /** Unique in the sheet. */
  readonly id: string
  /** From 1. */
  readonly number: number
  readonly hit: Hit
  readonly edition: string
  readonly confidence: Confidence | null
  /** Numbers of its sources in the sheet's list, rising. */
  readonly sources: readonly number[]
}

export type Evidence = {
  /** Sections that answer; `hits` may hold fewer. */
  readonly total: number
  readonly hits: readonly EvidenceHit[]
  readonly sources: readonly PrintedSource[]
  /** All that were searched. */
  readonly packs: readonly Pack[]
}

export function makeEvidence(answer: ResultPage, { packs, articles }: PrintLibrary): Evidence {
  const sources = new Map<string, { number: number; citedIn: { id: string; number: string }[] }>()
  const known = new Map<string, Source>(
    [...packs.values()].flatMap((pack) =>
      pack.sources.map((source) => [`${pack.id}/${source.id}`, source] as const),
    ),
  )
  const hits = answer.hits.map((hit, at): EvidenceHit => {
    const number = at + 1
    const id = `hit-${number}`
    const article = articles.get(articleKey(hit.pack, hit.article))
    const section = article?.sections.find(({ anchor }) => anchor === hit.anchor)
    const cited = (section?.sources ?? []).flatMap((source) => {
      const key = `${hit.pack}/${source}`
      if (!known.has(key)) return []
      const entry = sources.get(key) ?? { number: sources.size + 1, citedIn: [] }
      sources.set(key, entry)
      entry.citedIn.push({ id, number: String(number) })
      return [entry.number]
    })
    return {
      id,
      number,
      hit,
      edition: packs.get(hit.pack)?.edition ?? '',
      confidence: section?.confidence ?? null,
      sources: cited.sort((a, b) => a - b),
    }
  })
  return {
    total: answer.total,
    hits,
    sources: [...sources].flatMap(([key, entry]) => {
      const source = known.get(key)
      return source ? [{ source, ...entry }] : []
    }),
    packs: [...packs.values()],
  }
}

/** The question, line by line: the hits can be judged only with it. */
export function askedOf(
  { search }: EvidenceJob,
  evidence: Evidence,
  answer: ResultPage,
  { evidence: said }: PaperWords,
  words: Words,
): readonly { readonly name: string; readonly value: string }[] {
  const { filters, order } = search
  const languages: Readonly<Record<string, string>> = words.languages
  const filtered = [
    ...filters.packs.map((id) => evidence.packs.find((pack) => pack.id === id)?.title ?? id),
    ...filters.kinds.map((kind) => words.kinds[kind]),
    ...filters.years.map((year) => (year === 0 ? words.search.undated : String(year))),
    ...filters.languages.map((language) => languages[language] ?? language),
    ...filters.sources.map((type) => words.sourceTypes[type]),
    ...(filters.titleOnly ? [words.search.titleOnly] : []),
  ]
  const also = [
    ...answer.expansions.map(({ from, to }) => `${from}: ${to.join(', ')}`),
    ...answer.corrections.map(({ from, to }) => `${from}: ${to}`),
  ]
  return [
    { name: said.query, value: search.query },
    { name: said.filters, value: filtered.join('; ') || said.noFilters },
    { name: said.order, value: order === 'newest' ? words.search.newest : words.search.relevance },
    ...(also.length > 0 ? [{ name: said.also, value: also.join('; ') }] : []),
    {
      name: said.found,
      value:
        evidence.hits.length < evidence.total
          ? said.first(evidence.total, evidence.hits.length)
          : said.all(evidence.total),
    },
    {
      name: said.searched,
      value: evidence.packs.map(({ title, edition }) => said.pack(title, edition)).join('; '),
    },
  ]
}
