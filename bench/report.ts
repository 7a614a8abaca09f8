/** The tables of docs/benchmarks.md, between its two markers; what stands around them is written by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { variants, type Variant } from './collections.ts'
import { queryKinds, type QueryKind } from './generated.ts'
import type { Opened, Times } from './measure.ts'
import type { Relevance } from './relevance.ts'
import type { Speed } from './speed.ts'

const open = '<!-- measured: written by npm run bench -- search -->'
const close = '<!-- end of what is measured -->'

const ours = 'fieldshelf'

export function writeReport(file: string, relevance: readonly Relevance[], speed: readonly Speed[]): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(open)
  const after = page.split(close)[1] ?? ''
  const tables = [...relevanceTables(relevance), ...speedTables(speed)].join('\n\n')
  writeFileSync(file, `${before}${open}\n\n${tables}\n\n${close}${after}`)
}

function relevanceTables(results: readonly Relevance[]): string[] {
  if (results.length === 0) return []
  const engines = [...new Set(results.map((each) => each.engine))]
  const collections = [...new Set(results.map((each) => each.collection))]
  const inEnglish = results.filter((each) => each.language === 'en')
  const meanOf = (list: readonly Relevance[], key: 'ndcg10' | 'map' | 'recall100'): number =>
    list.reduce((sum, each) => sum + each[key], 0) / (list.length || 1)
  const of = (list: readonly Relevance[], engine: string, variant?: Variant): Relevance[] =>
    list.filter((each) => each.engine === engine && (variant === undefined || each.variant === variant))
  const english = engines.map((engine) => {
    const all = meanOf(of(inEnglish, engine), 'ndcg10')
    const asked = of(inEnglish, engine, 'as written')
    return [
      engine,
      ...(['as written', 'misspelt', 'prefix'] as const).map((variant) =>
        three(meanOf(of(inEnglish, engine, variant), 'ndcg10')),
      ),
      three(all),
      `${(all / meanOf(of(inEnglish, ours), 'ndcg10')).toFixed(2)}`,
      three(meanOf(asked, 'map')),
      three(meanOf(asked, 'recall100')),
    ]
  })
  const each = engines.map((engine) => [
    engine,
    ...collections.flatMap((collection) =>
      variants.flatMap((variant) => {
        const found = of(results, engine, variant).find((result) => result.collection === collection)
        return found && (variant === 'as written' || found.language !== 'en') ? [three(found.ndcg10)] : []
      }),
    ),
  ])
  const head = collections.flatMap((collection) =>
    variants
      .filter((variant) =>
        results.some(
          (result) =>
            result.collection === collection &&
            result.variant === variant &&
            (variant === 'as written' || result.language !== 'en'),
        ),
      )
      .map((variant) => (variant === 'as written' ? collection : `${collection}, ${variant}`)),
  )
  return [
    '### Relevance, English: mean of the collections, held-out half of the queries',
    table(
      ['engine', 'nDCG@10', 'misspelt', 'prefix', 'mean of the three', 'to ours', 'MAP', 'recall@100'],
      english,
    ),
    '### Relevance by collection, nDCG@10',
    table(['engine', ...head], each),
  ]
}

function speedTables(results: readonly Speed[]): string[] {
  const sizes = [...new Set(results.map((each) => each.sections))]
  const tables = sizes.flatMap((sections) => {
    const here = results.filter((each) => each.sections === sections)
    const us = here.find((each) => each.engine === ours)
    if (!us || 'failed' in us) return []
    return [
      `### ${sections.toLocaleString('en')} sections`,
      'Index in MB, raw and gzipped; milliseconds to the first answer; memory held in MB; in brackets, times ours.',
      table(
        ['engine', 'index', 'gzipped', 'first answer', 'memory', 'built in s'],
        here.map((each) => [each.engine, ...('failed' in each ? [each.failed] : storage(each, us))]),
      ),
      'Milliseconds a query: p50 / p95 / p99; in brackets, p50 and p99 times ours. “Of 60” stands where only so many were answered in the time there was.',
      table(
        ['engine', ...queryKinds],
        here.map((each) => [
          each.engine,
          ...('failed' in each
            ? [each.failed]
            : queryKinds.map((kind) => versus(each.opened.queries[kind], us.opened.queries[kind]))),
        ]),
      ),
      ...(us.opened.limit ? [limitLine(us.opened.limit, us.opened.queries.question)] : []),
    ]
  })
  return [...tables, ...growth(results)]
}

type Measured = Extract<Speed, { built: unknown }>

function storage({ built, opened }: Measured, us: Measured): string[] {
  const ratio = (value: number, own: number, digits: number): string =>
    `${value.toFixed(digits)} (${(value / own).toFixed(1)})`
  const mega = 1e6
  return [
    ratio(built.bytes / mega, us.built.bytes / mega, 1),
    ratio(built.gzip / mega, us.built.gzip / mega, 1),
    ratio(opened.firstAnswer, us.opened.firstAnswer, 1),
    ratio(opened.memory / mega, us.opened.memory / mega, 1),
    built.seconds.toFixed(1),
  ]
}

const versus = (times: Times, own: Times): string =>
  `${two(times.p50)} / ${two(times.p95)} / ${two(times.p99)} (${(times.p50 / own.p50).toFixed(1)}, ${(times.p99 / own.p99).toFixed(1)})` +
  // Results of before they were counted have none.
  (times.count < own.count ? ` of ${times.count}` : '')

const limitLine = ({ bare, bareTelling, packed }: NonNullable<Opened['limit']>, question: Times): string =>
  `The limit, in the same process (p50 of a question): the bare loop over flat arrays takes ${two(bare.p50)} ms for all its words, ` +
  `${two(bareTelling.p50)} ms without stop words, which our search leaves out. Our scoring loop, which unpacks what it has not kept, takes ` +
  `${two(packed.p50)} ms (${(packed.p50 / bareTelling.p50).toFixed(1)} times that), the whole of our search ${two(question.p50)} ms ` +
  `(${(question.p50 / bare.p50).toFixed(1)} times the first, ${(question.p50 / bareTelling.p50).toFixed(1)} times the second).`

/** Exponents of growth between the two largest sizes: 1 is linear. */
function growth(results: readonly Speed[]): string[] {
  const sizes = [...new Set(results.map((each) => each.sections))].sort((a, b) => a - b)
  const [from, to] = sizes.slice(-2)
  if (from === undefined || to === undefined) return []
  const at = (engine: string, sections: number): Measured | undefined =>
    results.find(
      (each): each is Measured => each.engine === engine && each.sections === sections && 'built' in each,
    )
  const rows = [...new Set(results.map((each) => each.engine))].flatMap((engine) => {
    const small = at(engine, from)
    const large = at(engine, to)
    if (!small || !large) return []
    const slope = (kind: QueryKind): string =>
      (
        Math.log(large.opened.queries[kind].p50 / small.opened.queries[kind].p50) / Math.log(to / from)
      ).toFixed(2)
    return [[engine, ...queryKinds.map(slope)]]
  })
  return [
    `### Growth from ${from.toLocaleString('en')} to ${to.toLocaleString('en')} sections`,
    'Slope of the median on a log-log scale: 1 is linear, 0 is constant.',
    table(['engine', ...queryKinds], rows),
  ]
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const three = (value: number): string => value.toFixed(3)
const two = (value: number): string => value.toFixed(2)
