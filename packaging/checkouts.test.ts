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

/** Builds the last commit in a folder of this name and packages it; gives the lists of check sums. */
function sumsOf(name: string, timeZone: string): string {
  const checkout = join(folder, name)
  const env = { ...process.env, TZ: timeZone }
  const silent = { cwd: checkout, env, stdio: 'pipe' } as const
  execFileSync('git', ['clone', '--quiet', '--local', root, checkout], { stdio: 'pipe' })
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
    const one = sumsOf('one', 'Asia/Baku')
    expect(one.trim().split('\n')).toHaveLength(5)
    expect(sumsOf('another folder', 'America/Lima')).toBe(one)
  },
  1_800_000,
)
