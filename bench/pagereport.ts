/** The tables of what a reader waits for, in docs/benchmarks.md between two markers of their own. */
import { readFileSync, writeFileSync } from 'node:fs'
import { steps, type PageMeasured, type Step, type Times } from './page.ts'
import type { FileSize } from './pagesizes.ts'

const open = '<!-- measured: written by npm run bench -- page -->'
const close = '<!-- end of what is measured of the page -->'

export function writePageReport(file: string, measured: readonly PageMeasured[]): void {
  const page = readFileSync(file, 'utf8')
  const [before = ''] = page.split(open)
  const after = page.split(close)[1] ?? ''
  writeFileSync(file, `${before}${open}\n\n${tables(measured).join('\n\n')}\n\n${close}${after}`)
}

function tables(measured: readonly PageMeasured[]): string[] {
  const empty = measured.find(({ page }) => page === 'empty')
  const own = measured.find(({ page }) => page === 'bundled')
  if (!empty || !own) return []
  const versus = (times: Times, base: Times): string =>
    `${times.p50.toFixed(0)} / ${times.p95.toFixed(0)} (${(times.p50 / base.p50).toFixed(1)})`
  const rows = measured.map((each) => [
    names[each.page](each.sections),
    versus(each.usable, empty.usable),
    each.number ? versus(each.number, empty.usable) : '',
    ...(['complete', 'firstSearch', 'keystroke'] as const).map((what) => versus(each[what], empty[what])),
  ])
  const { usable, keystroke } = own
  return [
    `Milliseconds, p50 / p95; in brackets, p50 as a multiple of the empty page. ${usable.samples} starts, ` +
      `${keystroke.samples} keys in the bundled pack and ${measured.at(-1)?.keystroke.samples ?? 0} in the generated library.`,
    table(
      [
        'page',
        'start to search field',
        'start to the number to call',
        'start to whole screen',
        'first key to hits',
        'each key to hits',
      ],
      rows,
    ),
    'Where a key’s time goes, milliseconds, p50 / p95 of each step:',
    table(['page', ...steps.map((step) => stepNames[step])], stepRows(measured)),
    'What the first screen loads, in kB, raw and gzipped:',
    table(['kind', 'files', 'raw', 'gzipped'], sizeRows(own.files)),
  ]
}

const names: Readonly<Record<PageMeasured['page'], (sections: number) => string>> = {
  empty: () => 'empty page',
  bundled: (sections) => `bundled pack, ${sections} sections`,
  generated: (sections) => `generated, ${sections.toLocaleString('en')} sections`,
}

const stepNames: Readonly<Record<Step, string>> = {
  asking: 'key to question',
  searching: 'to its answer, from the worker',
  drawing: 'to the answer in the page',
  painting: 'to the painted frame',
}

const stepRows = (measured: readonly PageMeasured[]): string[][] =>
  measured.flatMap(({ page, sections, steps: times }) =>
    times
      ? [
          [
            names[page](sections),
            ...steps.map((step) => `${times[step].p50.toFixed(1)} / ${times[step].p95.toFixed(1)}`),
          ],
        ]
      : [],
  )

function sizeRows(files: readonly FileSize[]): string[][] {
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['page', /\.html$/],
    ['scripts', /\.js$/],
    ['style sheets', /\.css$/],
    ['fonts', /\.woff2$/],
    ['icons', /\.svg$/],
    ['all', /./],
  ]
  return kinds.map(([kind, pattern]) => {
    const own = files.filter(({ file }) => pattern.test(file))
    const kilo = (of: 'bytes' | 'gzip'): string =>
      (own.reduce((sum, file) => sum + file[of], 0) / 1000).toFixed(1)
    return [kind, String(own.length), kilo('bytes'), kilo('gzip')]
  })
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
