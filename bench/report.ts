/** Writes the tables of docs/benchmarks.md between its two markers. The text around them is written by hand. */
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

const languages = [
  { language: 'en', name: 'English' },
  { language: 'tr', name: 'Turkish' },
  { language: 'ru', name: 'Russian' },
] as const

function relevanceTables(results: readonly Relevance[]): string[] {
  return languages.flatMap(({ language, name }) => {
    const own = results.filter((each) => each.language === language)
    return own.length === 0 ? [] : relevanceIn(name, own)
  })
}

/** A layout left on by mistake is read by no other engine: it has a column of its own, and is in no mean. */
const inMean = (variant: Variant): boolean => variant !== 'other keyboard'

/** The tables of one language: the means of its collections, and each by itself where there are several. */
function relevanceIn(name: string, results: readonly Relevance[]): string[] {
  const engines = [...new Set(results.map((each) => each.engine))]
  const collections = [...new Set(results.map((each) => each.collection))]
  const asked = variants.filter((variant) => results.some((each) => each.variant === variant))
  const meanOf = (list: readonly Relevance[], key: 'ndcg10' | 'map' | 'recall100'): number =>
    list.reduce((sum, each) => sum + each[key], 0) / (list.length || 1)
  const of = (engine: string, variant: Variant): Relevance[] =>
    results.filter((each) => each.engine === engine && each.variant === variant)
  const all = (engine: string): number =>
    meanOf(
      asked.filter(inMean).flatMap((variant) => of(engine, variant)),
      'ndcg10',
    )
  const means = engines.map((engine) => [
    engine,
    ...asked.map((variant) => three(meanOf(of(engine, variant), 'ndcg10'))),
    three(all(engine)),
    (all(engine) / all(ours)).toFixed(2),
    three(meanOf(of(engine, 'as written'), 'map')),
    three(meanOf(of(engine, 'as written'), 'recall100')),
  ])
  const head = asked.map((variant) => (variant === 'as written' ? 'nDCG@10' : variant))
  const count = ['', 'one', 'two', 'three', 'four'][asked.filter(inMean).length] ?? 'all'
  return [
    `### Relevance, ${name}: mean of the collections, held-out half of the queries`,
    table(['engine', ...head, `mean of the ${count}`, 'to ours', 'MAP', 'recall@100'], means),
    `### Relevance, ${name}, by collection: nDCG@10 as written, and the mean of the ${count}`,
    table(
      ['engine', ...collections, ...collections.map((collection) => `${collection}, mean`)],
      engines.map((engine) => {
        const here = (collection: string) => (each: Relevance) =>
          each.engine === engine && each.collection === collection && inMean(each.variant)
        return [
          engine,
          ...collections.map((collection) =>
            three(
              meanOf(
                of(engine, 'as written').filter((each) => each.collection === collection),
                'ndcg10',
              ),
            ),
          ),
          ...collections.map((collection) => three(meanOf(results.filter(here(collection)), 'ndcg10'))),
        ]
      }),
    ),
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
      'Milliseconds a query: p50 / p95 / p99; in brackets, p50 and p99 times ours. “Of 60” means that the time was enough for only 60 queries.',
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
