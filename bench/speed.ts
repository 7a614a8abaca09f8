/** How large and how fast: every engine on generated libraries, each job in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { allEngines } from './engines/all.ts'
import { generate, queriesOf, queryKinds } from './generated.ts'
import type { Built, Opened, Queries } from './measure.ts'

export type Speed = { readonly engine: string; readonly sections: number } & (
  { readonly built: Built; readonly opened: Opened } | { readonly failed: string }
)

/** An engine that takes longer to build, or then to load and answer, is recorded as having failed at that size. */
const minutes = 3
/** Megabytes of heap an engine may take: they run one after the other, so each has half of the machine. */
const heap = Math.floor(totalmem() / 2 ** 21)

/** `only` names the engines; all of them without it. */
export async function measureSpeed(
  sizes: readonly number[],
  queriesPerKind: number,
  only?: readonly string[],
): Promise<Speed[]> {
  const results: Speed[] = []
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-'))
  try {
    for (const sections of sizes) {
      const library = generate(sections)
      const queries = Object.fromEntries(
        queryKinds.map((kind) => [kind, queriesOf(kind, library, queriesPerKind)]),
      ) as unknown as Queries
      const queriesFile = join(folder, 'queries.json')
      writeFileSync(queriesFile, JSON.stringify(queries))
      // Generated once for all engines, which at 100,000 sections takes longer than some of them.
      const documentsFile = join(folder, 'documents.json')
      writeFileSync(documentsFile, JSON.stringify(library.documents))
      for (const { name } of await allEngines()) {
        if (only && !only.includes(name)) continue
        const file = join(folder, 'index')
        let step = 'building'
        try {
          const built = run<Built>(['build', name, documentsFile, file])
          step = 'loading and answering'
          const opened = run<Opened>(['open', name, file, queriesFile])
          results.push({ engine: name, sections, built, opened })
        } catch (error) {
          results.push({ engine: name, sections, failed: `${step} ${reasonOf(error)}` })
        }
        process.stderr.write(`${sections} sections: ${name}\n`)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return results
}

function run<Result>(args: readonly string[]): Result {
  const measure = join(import.meta.dirname, 'measure.ts')
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', `--max-old-space-size=${heap}`, '--import', 'tsx', measure, ...args],
    { encoding: 'utf8', timeout: minutes * 60_000, maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { code?: string; stderr?: string }
  if (code === 'ETIMEDOUT') return `took more than ${minutes} minutes`
  return /heap out of memory|Invalid string length/.exec(stderr ?? '')?.[0] ?? 'ended with an error'
}
