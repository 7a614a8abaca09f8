// Two whole builds, from clean checkouts in different folders and time zones: `npm run test:long`.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { layStandIns } from './testing/standins.ts'

const root = resolve(import.meta.dirname, '..')
const isLong = process.env['TEST_LONG'] === '1'
const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-checkouts-'))
afterAll(() => rmSync(folder, { recursive: true }))

const systems = ['linux', 'win', 'mac'] as const

/** Builds a commit in a folder of this name and packages it; gives the lists of check sums. */
function sumsOf(commit: string, name: string, timeZone: string): string {
  const checkout = join(folder, name)
  const env = { ...process.env, TZ: timeZone }
  const silent = { cwd: checkout, env, stdio: 'pipe' } as const
  execFileSync('git', ['clone', '--quiet', '--local', '--no-checkout', root, checkout], { stdio: 'pipe' })
  execFileSync('git', ['checkout', '--quiet', '--detach', commit], silent)
  for (const modules of ['node_modules', 'packaging/node_modules'])
    symlinkSync(join(root, modules), join(checkout, modules))
  execFileSync(process.execPath, ['scripts/build.mjs'], silent)
  for (const system of systems) {
    const dists = (system === 'mac' ? ['mac-arm64', 'mac-x64'] : [system]).flatMap((dist) => [
      '--dist',
      join(folder, 'standins', dist),
    ])
    const command = ['--import', 'tsx', 'packaging/run.ts', system, ...dists]
    execFileSync(process.execPath, command, silent)
  }
  return systems
    .map((system) => readFileSync(join(checkout, `out/package/SHA256SUMS-${system}`), 'utf8'))
    .join('')
}

test.skipIf(!isLong)(
  'two builds from clean checkouts in other folders and time zones make the same packages',
  () => {
    layStandIns(join(folder, 'standins'))
    // Asked once: somebody may commit while the first one is built.
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
    const one = sumsOf(commit, 'one', 'Asia/Baku')
    expect(one.trim().split('\n')).toHaveLength(5)
    expect(sumsOf(commit, 'another folder', 'America/Lima')).toBe(one)
  },
  1_800_000,
)
