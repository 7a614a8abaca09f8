/**
 * `npm run test:faults`: plants each fault in a copy of the sources, builds it, and lets the spec
 * that is named for it run. A fault that its spec does not see survives, and is reported.
 * `npm run test:faults -- menu` runs only those with "menu" in their name. Takes a quarter of an hour.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { assertNever } from '../../src-library/model/never.ts'
import { chooseFaults } from './choose.ts'
import { faults as wiring, type Fault } from './faults.ts'
import { plant } from './plant.ts'
import { outcomesOf, unitOutcomesOf, type Outcomes } from './report.ts'
import { unitFaults } from './unitfaults.ts'

const faults = [...wiring, ...unitFaults]
const root = resolve(import.meta.dirname, '../..')

/** Main and preload alone: the page itself is not changed by any fault. */
const shellConfig = 'shell.electron.vite.config.mjs'
const shellConfigText = `import { defineConfig } from 'electron-vite'
import whole from './electron.vite.config.ts'
export default defineConfig({ main: whole.main, preload: whole.preload })
`

/**
 * The verdict on a fault. `broken`: it could not even be built or started. `unsure`: its spec does not pass
 * without it either, so that its failing says nothing.
 */
type Verdict = 'seen' | 'survived' | 'broken' | 'unsure'

process.exitCode = main()

function main(): number {
  const asked = chooseFaults(process.argv.slice(2), faults)
  switch (asked.kind) {
    case 'help':
      console.log(asked.text)
      return 0
    case 'mistake':
      console.error(asked.text)
      return 2
    case 'run':
      return plantAll(asked.faults)
    default:
      return assertNever(asked)
  }
}

function isUnit({ seenBy }: Fault): boolean {
  return seenBy.spec.endsWith('.test.ts')
}

function plantAll(chosen: readonly Fault[]): number {
  const needsBuild = !chosen.every(isUnit)
  const { status, stderr } = needsBuild
    ? spawnSync(process.execPath, ['scripts/build.mjs'], {
        cwd: root,
        encoding: 'utf8',
      })
    : { status: 0, stderr: '' }
  if (status !== 0) {
    console.error(`${stderr.trim()}\nThere is nothing to plant faults in: npm run build`)
    return 1
  }
  const tree = copySources()
  try {
    const passes = passingWithout(tree, chosen)
    const verdicts = chosen.map((fault) => {
      const verdict = passes(fault) ? judge(tree, fault) : 'unsure'
      console.log(`${verdict.padEnd(9)} ${fault.name}  (${fault.seenBy.spec}: ${fault.seenBy.test})`)
      return verdict
    })
    const seen = verdicts.filter((verdict) => verdict === 'seen').length
    console.log(`\n${seen} of ${chosen.length} faults were seen.`)
    return seen === chosen.length ? 0 : 1
  } finally {
    rmSync(tree, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** Runs the specs without a fault first: one that fails anyway sees nothing. Says which those are. */
function passingWithout(tree: string, chosen: readonly Fault[]): (fault: Fault) => boolean {
  const passed: string[] = []
  const failed: string[] = []
  for (const [kind, run] of [
    [chosen.filter((fault) => !isUnit(fault)), runSpecs],
    [chosen.filter(isUnit), runUnits],
  ] as const) {
    if (kind.length === 0) continue
    const specs = [...new Set(kind.map(({ seenBy }) => seenBy.spec))]
    const titles = [...new Set(kind.map(({ seenBy }) => seenBy.test))]
    const outcomes = run(tree, specs, titles)
    passed.push(...outcomes.passed)
    failed.push(...outcomes.failed)
  }
  for (const title of failed) console.error(`Fails without a fault, too: ${title}`)
  return ({ seenBy }) =>
    passed.some((title) => title.includes(seenBy.test)) &&
    !failed.some((title) => title.includes(seenBy.test))
}

/** A tree of its own, so that the sources are never touched; packages and what is built are shared or copied. */
function copySources(): string {
  const tree = mkdtempSync(join(tmpdir(), 'fieldshelf-faults-'))
  const left = ['.git', 'node_modules', 'test-results', join('out', 'types')].map((name) => join(root, name))
  cpSync(root, tree, { recursive: true, filter: (source) => !left.includes(source) })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  writeFileSync(join(tree, shellConfig), shellConfigText)
  return tree
}

function judge(tree: string, fault: Fault): Verdict {
  const { changes, seenBy } = fault
  const putBack = plant(tree, changes)
  try {
    if (!isUnit(fault) && !buildShell(tree)) return 'broken'
    const run = isUnit(fault) ? runUnits : runSpecs
    const { passed, failed } = run(tree, [seenBy.spec], [seenBy.test])
    if (failed.length > 0) return 'seen'
    return passed.length > 0 ? 'survived' : 'broken'
  } finally {
    putBack()
  }
}

function buildShell(tree: string): boolean {
  const vite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--config', shellConfig], {
    cwd: tree,
    encoding: 'utf8',
  })
  if (status !== 0) console.error(stderr)
  return status === 0
}

/** One spec at a time, and what fails once more: on a busy machine a window may answer later than a spec waits. */
function runSpecs(tree: string, specs: readonly string[], titles: readonly string[]): Outcomes {
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  const options = ['--grep', patternOf(titles), '--reporter', 'json', '--workers', '1', '--retries', '1']
  const { stdout } = spawnSync(process.execPath, [playwright, 'test', ...specs, ...options], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Some faults are seen by specs that `npm test` leaves out.
    env: { ...process.env, TEST_LONG: '1' },
  })
  return outcomesOf(JSON.parse(stdout))
}

/** Unit tests by their files. */
function runUnits(tree: string, files: readonly string[], titles: readonly string[]): Outcomes {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const options = ['--testNamePattern', patternOf(titles), '--reporter', 'json']
  const { stdout } = spawnSync(process.execPath, [vitest, 'run', ...files, ...options], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return unitOutcomesOf(JSON.parse(stdout.slice(stdout.indexOf('{'))))
}

function patternOf(titles: readonly string[]): string {
  return titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
}
