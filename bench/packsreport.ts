/** The tables of what many packs cost, in docs/benchmarks.md between two markers of their own. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { PacksMeasured, Quantiles } from './packs.ts'

const open = '<!-- measured: written by npm run bench -- packs -->'
const close = '<!-- end of what is measured of packs -->'

export function writePacksReport(file: string, measured: PacksMeasured): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(open)
  const after = page.split(close)[1] ?? ''
  writeFileSync(file, `${before}${open}\n\n${tables(measured)}\n\n${close}${after}`)
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
