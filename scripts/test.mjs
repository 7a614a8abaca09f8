// npm test: installs what is missing, then every check in order, and how it went on the last line.
// @ts-check
import './nodeversion.mjs'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildHost } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { root, run, tool } from './run.mjs'
import { ensureTestTools } from './testtools.mjs'
import {
  add,
  countPlaywright,
  countVitest,
  nothing,
  passedOnRepeat,
  readReport,
  sentence,
} from './counts.mjs'

const svelteCheck = ['--tsconfig', 'src-renderer/tsconfig.json', '--fail-on-warnings', '--output', 'human']
const reports = join(root, 'out/test')
/** On a slow machine a window may answer later than a spec waits: once more then, and its name is printed. */
const repeating = ['--retries=1']

/** @returns {Promise<number>} the exit code */
async function main() {
  if (!(await ensureInstalled())) return 1
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })
  // It also knows where a Chromium is.
  if (await buildHost()) await ensureTestTools()

  let counts = nothing
  /** @type {string[]} */
  const failed = []
  /** @param {string} name @param {() => Promise<boolean>} check */
  const step = async (name, check) => {
    const start = performance.now()
    const ok = await check()
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(0)} s)`)
    if (!ok) failed.push(name)
    return ok
  }

  await Promise.all([
    step('types', () => quietly(tool('tsc', '-b'), tool('svelte-check', ...svelteCheck))),
    step('lint', () => quietly(tool('eslint', '.', '--max-warnings', '0'))),
    step('format', () => quietly(tool('prettier', '--check', '.', '--log-level', 'warn'))),
    step('prose', () => quietly(tool('tsx', 'scripts/prose/run.ts'))),
  ])
  await step('unit tests', async () => {
    const file = join(reports, 'unit.json')
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
    const { ok } = await run(tool('vitest', 'run', ...reporters), { show: true })
    counts = add(counts, countVitest(readReport(file)))
    return ok
  })
  const isBuilt = await step('build', () => build({ show: false }))
  if (isBuilt)
    await step('end-to-end tests', async () => {
      const file = join(reports, 'e2e.json')
      const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }
      const { ok } = await run(tool('playwright', 'test', ...repeating, '--reporter=dot,json'), {
        show: true,
        env,
      })
      const report = readReport(file)
      counts = add(counts, countPlaywright(report))
      for (const title of passedOnRepeat(report)) console.log(`Passed only when repeated: ${title}`)
      return ok
    })

  console.log(
    '\nLeft out: packages, Firefox, exports before their referees, long and random runs. They run with npm run test:long.',
  )
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`)
  // A failed check that is no test still has to show in the count that is read by machines.
  const unseen = failed.length > 0 && counts.failed === 0 ? failed.length : 0
  console.log(`\n${sentence(add(counts, { ...nothing, failed: unseen }))}`)
  return failed.length === 0 ? 0 : 1
}

/** Runs commands one after the other; shows their output only if one fails. @param {...string[]} commands */
async function quietly(...commands) {
  for (const command of commands) {
    const { ok, output } = await run(command)
    if (ok) continue
    console.log(output.trim())
    return false
  }
  return true
}

process.exitCode = await main()
