/** How long a pack of many short documents takes to build, beside Pagefind over the same texts as HTML. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { generate } from './generated.ts'

const documents = 5_000
const root = resolve(import.meta.dirname, '..')

/** Seconds of each round. */
export type Building = { readonly builder: 'fieldshelf' | 'Pagefind'; readonly seconds: readonly number[] }

/** Builds by turns, so that both meet the same other work on the machine. */
export function measureBuilding(rounds: number): readonly Building[] {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-building-'))
  try {
    write(folder)
    const shelf = [join(root, 'src-compiler/cli.ts'), 'build', join(folder, 'texts'), '--out']
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < rounds; round++) {
      const out = join(folder, `pack-${round}`)
      ours.push(secondsOf(process.execPath, ['--import', 'tsx', ...shelf, out]))
      const pages = ['--site', join(folder, 'pages'), '--output-path', join(folder, `index-${round}`)]
      theirs.push(
        secondsOf(process.execPath, [
          join(import.meta.dirname, 'node_modules/pagefind/lib/runner/bin.cjs'),
          ...pages,
        ]),
      )
    }
    return [
      { builder: 'fieldshelf', seconds: ours },
      { builder: 'Pagefind', seconds: theirs },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function write(folder: string): void {
  mkdirSync(join(folder, 'texts/encyclopedia'), { recursive: true })
  mkdirSync(join(folder, 'pages'))
  const pack = { id: 'short', title: 'Short documents', edition: '1', language: 'en' }
  writeFileSync(join(folder, 'texts/pack.json'), JSON.stringify(pack))
  for (const [i, { title, body }] of generate(documents).documents.entries()) {
    writeFileSync(join(folder, `texts/encyclopedia/a${i}.md`), `---\ntitle: ${title}\n---\n\n${body}\n`)
    writeFileSync(
      join(folder, `pages/a${i}.html`),
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1><p>${body}</p></html>`,
    )
  }
}

function secondsOf(program: string, args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return (performance.now() - start) / 1000
}

const open = '<!-- measured: written by npm run bench -- building -->'
const close = '<!-- end of what is measured of building -->'

/** Writes the table of docs/benchmarks.md between its two markers. */
export function writeBuildingReport(report: string, measured: readonly Building[]): void {
  const best = ({ seconds }: Building): number => Math.min(...seconds)
  const theirs = Math.min(...measured.filter(({ builder }) => builder === 'Pagefind').map(best))
  const rows = measured.map(
    (one) =>
      `| ${one.builder} | ${best(one).toFixed(1)} (${(best(one) / theirs).toFixed(1)}) | ${one.seconds.map((each) => each.toFixed(1)).join(', ')} |`,
  )
  const table = [
    '| builder | shortest, s (times Pagefind) | all rounds, s |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n')
  const text = readFileSync(report, 'utf8')
  const [before, rest = ''] = text.split(open)
  const [, after = ''] = rest.split(close)
  writeFileSync(report, `${before ?? ''}${open}\n\n${table}\n\n${close}${after}`)
}
