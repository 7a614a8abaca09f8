/**
 * An evidence sheet: the results of a search on a day, so that
 * another person can ask the same and compare. A pure function of the job, the
 * answer and the sections it points to; `Evidence.svelte` only draws it.
 */
import type { EvidenceJob } from '../../../src-library/model/print.ts'
import type { Confidence } from '../../../src-library/model/confidence.ts'
import type { Pack } from '../../../src-library/model/pack.ts'
import type { PartialDate, Source } from '../../../src-library/model/source.ts'
import { formatDate } from '../../messages/dates.ts'
import type { PaperWords } from '../../messages/en-printing.ts'
import type { Words } from '../../messages/words.ts'
import type { Hit, ResultPage } from '../../engine/protocol.ts'
import { articleKey, type PrintLibrary } from './chosen.ts'
import { passagesOf, type HitPassage } from './passages.ts'
import { ranges } from './ranges.ts'
import type { PrintedSource } from './renumbering.ts'

/** The facts of a hit, printed beside its words. */
export type HitFacts = {
  /** Null for news, which has a day of its own, and for a section without a date. */
  readonly factsAsOf: PartialDate | null
  readonly edition: string
  readonly confidence: Confidence | null
}

export type EvidenceHit = HitFacts & {
  /** Unique in the sheet. */
  readonly id: string
  /** Its place among the hits, from 1. */
  readonly number: number
  readonly hit: Hit
  readonly passages: readonly HitPassage[]
  /** Numbers of its sources in the sheet's list, rising. */
  readonly sources: readonly number[]
}

/** The hits of an article, the best first. */
export type HitGroup = { readonly first: EvidenceHit; readonly hits: readonly EvidenceHit[] }

export type Evidence = {
  /** Sections that answer; `hits` may hold fewer. */
  readonly total: number
  readonly hits: readonly EvidenceHit[]
  /** All hits, those of an article together, in the order of each article's best hit. */
  readonly groups: readonly HitGroup[]
  /** What most hits have in common: said once. Null where no two have it in common. */
  readonly common: HitFacts
  readonly sources: readonly PrintedSource[]
  /** The day on which most of them were read; null where no two were read on one. */
  readonly readOn: string | null
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
      passages: passagesOf(hit, section?.blocks ?? []),
      factsAsOf: hit.date === null ? hit.factsAsOf : null,
      edition: packs.get(hit.pack)?.edition ?? '',
      confidence: section?.confidence ?? null,
      sources: cited.sort((a, b) => a - b),
    }
  })
  const listed = [...sources].flatMap(([key, entry]) => {
    const source = known.get(key)
    return source ? [{ source, ...entry }] : []
  })
  return {
    total: answer.total,
    hits,
    groups: groupsOf(hits),
    common: {
      factsAsOf: mostCommon(hits.map(({ factsAsOf }) => factsAsOf)),
      edition: mostCommon(hits.map(({ edition }) => edition)) ?? '',
      // What says nothing of itself must not be taken for what most are.
      confidence: hits.every(({ confidence }) => confidence !== null)
        ? mostCommon(hits.map(({ confidence }) => confidence))
        : null,
    },
    sources: listed,
    readOn: mostCommon(listed.map(({ source }) => source.read)),
    packs: [...packs.values()],
  }
}

function groupsOf(hits: readonly EvidenceHit[]): readonly HitGroup[] {
  const byArticle = new Map<string, { first: EvidenceHit; hits: EvidenceHit[] }>()
  for (const one of hits) {
    const key = articleKey(one.hit.pack, one.hit.article)
    const group = byArticle.get(key)
    if (group) group.hits.push(one)
    else byArticle.set(key, { first: one, hits: [one] })
  }
  return [...byArticle.values()]
}

/** The value that most of several have; null where none is there twice. */
function mostCommon<Value>(values: readonly (Value | null)[]): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [most] = [...counts].sort((one, other) => other[1] - one[1])
  return most && most[1] > 1 ? most[0] : null
}

/** What most hits have in common, for the head of the sheet; empty where nothing is. */
export function commonOf({ common, packs }: Evidence, said: PaperWords, words: Words): readonly string[] {
  const { factsAsOf, confidence, edition } = common
  return [
    ...(factsAsOf === null ? [] : [words.reading.factsAsOf(formatDate(factsAsOf, said.language))]),
    ...(confidence === null ? [] : [words.confidence[confidence].name]),
    // With one pack its edition is that of all, and is said beside its title.
    ...(edition === '' || packs.length === 1 ? [] : [said.edition(edition)]),
  ]
}

/** The facts of a hit in words: its sources always, the others only where they differ from those of most hits. */
export function hitFactsText(
  one: EvidenceHit,
  { common, packs }: Evidence,
  said: PaperWords,
  words: Words,
): string {
  const { hit, factsAsOf, edition, confidence, sources } = one
  const date = (day: PartialDate): string => formatDate(day, said.language)
  const isOther = factsAsOf === null || factsAsOf !== common.factsAsOf
  return [
    hit.date && words.reading.newsOf(date(hit.date)),
    !hit.date &&
      isOther &&
      (factsAsOf === null ? words.reading.factsUndated : words.reading.factsAsOf(date(factsAsOf))),
    edition !== common.edition && packs.length > 1 && said.edition(edition),
    confidence && confidence !== common.confidence && words.confidence[confidence].name,
    packs.find(({ id }) => id === hit.pack)?.isOwn && words.packs.own,
    `${said.sources}: ${sources.length > 0 ? ranges(sources) : said.noSource}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The question, line by line: the hits can be judged only with it. */
export function questionLines(
  { search }: EvidenceJob,
  evidence: Evidence,
  answer: ResultPage,
  paper: PaperWords,
  words: Words,
): readonly { readonly name: string; readonly value: string }[] {
  const { filters, order } = search
  const { evidence: said } = paper
  const common = commonOf(evidence, paper, words)
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
    ...(common.length > 0 ? [{ name: said.entries, value: said.common(common.join(' · ')) }] : []),
  ]
}
