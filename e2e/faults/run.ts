/**
 * `npm run test:faults`: plants each fault in a copy of the sources, builds it, and lets the spec
 * that is named for it run. A fault that its spec does not see survives, and is reported.
 * `npm run test:faults -- menu` runs only those with "menu" in their name. Takes some minutes.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { faults, type Fault } from './faults.ts'
import { plant } from './plant.ts'

const root = resolve(import.meta.dirname, '../..')

/** Main and preload alone: the page itself is not changed by any fault. */
const shellConfig = 'shell.electron.vite.config.mjs'
const shellConfigText = `import { defineConfig } from 'electron-vite'
import whole from './electron.vite.config.ts'
export default defineConfig({ main: whole.main, preload: whole.preload })
`

/** What is said of a spec's run. `broken`: it could not even be built or started. */
type Verdict = 'seen' | 'survived' | 'broken'

process.exitCode = main()

function main(): number {
  const [wanted = ''] = process.argv.slice(2)
  const chosen = faults.filter(({ name }) => name.includes(wanted))
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'pipe' })
  const tree = copySources()
  try {
    const specs = [...new Set(chosen.map(({ seenBy }) => seenBy.test))]
    // A spec that fails anyway sees nothing.
    if (runSpecs(tree, [...new Set(chosen.map(({ seenBy }) => seenBy.spec))], specs) !== 'passed') {
      console.error('The specs do not pass without a fault: npm run e2e')
      return 1
    }
    const verdicts = chosen.map((fault) => {
      const verdict = judge(tree, fault)
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

/** A tree of its own, so that the sources are never touched; packages and what is built are shared or copied. */
function copySources(): string {
  const tree = mkdtempSync(join(tmpdir(), 'fieldshelf-faults-'))
  const left = ['.git', 'node_modules', 'test-results', join('out', 'types')].map((name) => join(root, name))
  cpSync(root, tree, { recursive: true, filter: (source) => !left.includes(source) })
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
  writeFileSync(join(tree, shellConfig), shellConfigText)
  return tree
}

function judge(tree: string, { changes, seenBy }: Fault): Verdict {
  const putBack = plant(tree, changes)
  try {
    if (!buildShell(tree)) return 'broken'
    switch (runSpecs(tree, [seenBy.spec], [seenBy.test])) {
      case 'failed':
        return 'seen'
      case 'passed':
        return 'survived'
      case 'none':
        return 'broken'
    }
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

function runSpecs(
  tree: string,
  specs: readonly string[],
  titles: readonly string[],
): 'passed' | 'failed' | 'none' {
  const playwright = join(root, 'node_modules/@playwright/test/cli.js')
  const pattern = titles.map((title) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const { stdout } = spawnSync(
    process.execPath,
    [playwright, 'test', ...specs, '--grep', pattern, '--reporter', 'json', '--max-failures', '1'],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const { stats } = JSON.parse(stdout) as { stats: { expected: number; unexpected: number } }
  if (stats.unexpected > 0) return 'failed'
  return stats.expected > 0 ? 'passed' : 'none'
}
