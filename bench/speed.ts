/** How large and how fast: every engine on generated libraries, each job in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allEngines } from './engines/all.ts'
import { generate, queriesOf, queryKinds } from './generated.ts'
import type { Built, Opened, Queries } from './measure.ts'

export type Speed = { readonly engine: string; readonly sections: number } & (
  { readonly built: Built; readonly opened: Opened } | { readonly failed: string }
)

/** An engine that takes longer to build or to answer is recorded as having failed at that size. */
const minutes = 10

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
      for (const { name } of await allEngines()) {
        if (only && !only.includes(name)) continue
        const file = join(folder, 'index')
        try {
          const built = run<Built>(['build', name, String(sections), file])
          results.push({
            engine: name,
            sections,
            built,
            opened: run<Opened>(['open', name, file, queriesFile]),
          })
        } catch (error) {
          results.push({ engine: name, sections, failed: reasonOf(error) })
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
    ['--expose-gc', '--max-old-space-size=6144', '--import', 'tsx', measure, ...args],
    { encoding: 'utf8', timeout: minutes * 60_000, maxBuffer: 1 << 24, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return JSON.parse(output.trim().split('\n').at(-1) ?? '') as Result
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { code?: string; stderr?: string }
  if (code === 'ETIMEDOUT') return `took more than ${minutes} minutes`
  return /heap out of memory|Invalid string length/.exec(stderr ?? '')?.[0] ?? 'ended with an error'
}
