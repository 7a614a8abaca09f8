/** The table of what a print costs, in docs/benchmarks.md between two markers of its own. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { PaperMeasured } from './paper.ts'
import type { PaperUse } from './paperprocess.ts'

const open = '<!-- measured: written by npm run bench -- paper -->'
const close = '<!-- end of what is measured of paper -->'

export function writePaperReport(file: string, measured: readonly PaperMeasured[]): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(open)
  const after = page.split(close)[1] ?? ''
  writeFileSync(file, `${before}${open}\n\n${table(measured)}\n\n${close}${after}`)
}

function table(measured: readonly PaperMeasured[]): string {
  const head = [
    'document',
    'seconds',
    'processor, s',
    'peak memory, MB',
    'of it for the print, MB',
    'file, KB',
  ]
  const rows = measured.map(({ document, ours, bare }) => [
    document,
    ...figures.map((figure) => versus(figure(ours), figure(bare))),
  ])
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

const figures: readonly ((use: PaperUse) => number | null)[] = [
  ({ seconds }) => seconds,
  ({ use }) => use && use.processor,
  ({ use }) => use && use.peak / 1e6,
  ({ use }) => use && (use.peak - use.before) / 1e6,
  ({ bytes }) => bytes / 1000,
]

function versus(ours: number | null, bare: number | null): string {
  if (ours === null || bare === null) return 'not told here'
  return `${ours < 20 ? ours.toFixed(1) : ours.toFixed(0)} (${(ours / bare).toFixed(1)})`
}
