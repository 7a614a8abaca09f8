/** The tables of what many packs cost, in docs/benchmarks.md between two markers of their own. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { PacksMeasured, Quantiles } from './packs.ts'
import { packCounts, type SeveralPacks } from './severalpacks.ts'

const open = '<!-- measured: written by npm run bench -- packs -->'
const close = '<!-- end of what is measured of packs -->'

const openRanking = '<!-- measured: how several packs rank -->'
const closeRanking = '<!-- end of how several packs rank -->'

/** A part that is not measured keeps its last tables. */
export function writePacksReport(
  file: string,
  measured: PacksMeasured | null,
  ranking: readonly SeveralPacks[],
): void {
  if (measured) put(file, open, tables(measured), close)
  if (ranking.length > 0) put(file, openRanking, rankingTable(ranking), closeRanking)
}

function put(file: string, from: string, text: string, to: string): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(from)
  const after = page.split(to)[1] ?? ''
  writeFileSync(file, `${before}${from}\n\n${text}\n\n${to}${after}`)
}

function rankingTable(ranking: readonly SeveralPacks[]): string {
  const of = (collection: string, packs: number): number =>
    ranking.find((one) => one.collection === collection && one.packs === packs)?.ndcg10 ?? 0
  const collections = [...new Set(ranking.map(({ collection }) => collection))]
  const mean = (packs: number): number =>
    collections.reduce((sum, name) => sum + of(name, packs), 0) / collections.length
  const rowOf = (name: string, value: (packs: number) => number): string[] => [
    name,
    ...packCounts.map((packs) => value(packs).toFixed(3)),
    (Math.min(...packCounts.map(value)) - value(1)).toFixed(3),
  ]
  return table([
    ['nDCG@10', ...packCounts.map((packs) => (packs === 1 ? 'one index' : `${packs} packs`)), 'most lost'],
    ...collections.map((name) => rowOf(name, (packs) => of(name, packs))),
    rowOf('mean', mean),
  ])
}

function tables({ install, start, many }: PacksMeasured): string {
  const packs = `${many.packs} packs, ${many.sections.toLocaleString('en')} sections`
  return [
    table([
      ['what', 'target', 'measured'],
      [
        `${mega(install.bytes)} MB on a stick (${install.files.toLocaleString('en')} files, ${mega(install.unpacked)} MB unpacked), copied and verified`,
        'under 8 s',
        `${install.seconds.toFixed(1)} s`,
      ],
      ['memory for that', 'under 150 MB more', `${mega(install.memory)} MB`],
      [
        `list of ${start.packs} installed packs at the start`,
        'under 150 ms',
        `${one(start.list)} ms (slowest of nine ${one(start.slowest)})`,
      ],
      [`${packs}: the bundled one answers`, 'first', `after ${one(many.firstPack)} ms`],
      [`${packs}: all answer`, 'under 6 s', `after ${(many.all / 1000).toFixed(1)} s`],
      ['the first answer then', 'under 300 ms', `${one(many.firstAnswer)} ms`],
      ['memory held', '', `${mega(many.held)} MB; the process has ${mega(many.process)} MB more`],
    ]),
    table([
      ['query', 'p50, ms', 'p99, ms', 'p99 of processor time, ms'],
      ...Object.entries(many.queries).map(([kind, times]) => row(kind, times)),
      row('typo, each pack by itself', many.typoUnmerged),
    ]),
    `The words of all packs are put into one list in ${one(many.merging)} ms, once all packs are read and between questions.`,
  ].join('\n\n')
}

const mega = (bytes: number): string => (bytes / 1e6).toFixed(0)
const one = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0))
const row = (kind: string, { p50, p99, processor99 }: Quantiles): string[] => [
  kind,
  one(p50),
  one(p99),
  one(processor99),
]

function table([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
