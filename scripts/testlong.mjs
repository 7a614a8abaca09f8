// npm run test:long: what proves rather than guards. Random tests and kills with many more attempts, every pair of
// theme and language for axe, soaks, and faults planted in the wiring. It has its own counts and closing line.
// @ts-check
import './nodeversion.mjs'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build, buildHost } from './build.mjs'
import { add, countPlaywright, countVitest, nothing, readReport, sentence } from './counts.mjs'
import { ensureInstalled } from './install.mjs'
import { root, run, tool } from './run.mjs'
import { ensureTestTools, isInPath, leftOut } from './testtools.mjs'

const reports = join(root, 'out/test')

/** The unit tests that have a number of attempts to raise: they import `testing/effort.ts`. */
export function longTests() {
  return readdirSync(root)
    .filter((folder) => /^(?:src-.*|e2e|scripts)$/.test(folder))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts'))
    .filter((name) => readFileSync(join(root, name), 'utf8').includes('testing/effort.ts'))
}

/** @returns {Promise<number>} the exit code */
async function main() {
  if (!(await ensureInstalled())) return 1
  mkdirSync(reports, { recursive: true })
  if (await buildHost()) await ensureTestTools()
  const env = { ...process.env, TEST_LONG: '1', AXE_ALL: '1' }
  for (const sentence of leftOut()) console.log(sentence)
  let counts = nothing
  /** @type {string[]} */
  const failed = []
  /** @param {string} name @param {() => Promise<boolean>} check */
  const step = async (name, check) => {
    const start = performance.now()
    const ok = await check()
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - start) / 1000).toFixed(0)} s)`)
    if (!ok) failed.push(name)
  }
  await step('random tests and kills', async () => {
    const file = join(reports, 'long-unit.json')
    rmSync(file, { force: true })
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
    const limits = ['--testTimeout=1800000']
    const { ok } = await run(tool('vitest', 'run', ...longTests(), ...reporters, ...limits), {
      show: true,
      env,
    })
    counts = add(counts, countVitest(readReport(file)))
    return ok
  })
  const built = await build({ show: false })
  if (!built) failed.push('build')
  else {
    await step('every theme in every language, and soaks', async () => {
      const file = join(reports, 'long-e2e.json')
      rmSync(file, { force: true })
      const { ok } = await run(tool('playwright', 'test', '--grep', 'A1, A2|@long', '--reporter=dot,json'), {
        show: true,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      })
      counts = add(counts, countPlaywright(readReport(file)))
      return ok
    })
    await step('the USB edition', async () => {
      const file = join(reports, 'long-usb.json')
      rmSync(file, { force: true })
      const { ok } = await run(tool('playwright', 'test', '--project=usb all', '--reporter=dot,json'), {
        show: true,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      })
      counts = add(counts, countPlaywright(readReport(file)))
      return ok
    })
    if (!existsSync(join(root, 'packaging/node_modules')))
      console.log(
        'Left out: the packages. Their tools are not installed; `npm ci` in packaging installs them.',
      )
    else if (!['makensis', 'zip', 'unzip'].every(isInPath))
      console.log('Left out: the packages. They need: apt install nsis zip unzip.')
    else
      await step('packages', async () => {
        const file = join(reports, 'long-packages.json')
        rmSync(file, { force: true })
        const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
        const config = ['--config', 'packaging/vitest.config.ts']
        const { ok } = await run(tool('vitest', 'run', ...config, ...reporters), { show: true, env })
        counts = add(counts, countVitest(readReport(file)))
        return ok
      })
    await step('planted faults', async () => {
      const { ok } = await run(tool('tsx', 'e2e/faults/run.ts'), { show: true, env })
      counts = add(counts, ok ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 })
      return ok
    })
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`)
  const unseen = failed.length > 0 && counts.failed === 0 ? failed.length : 0
  console.log(`\n${sentence(add(counts, { ...nothing, failed: unseen }))}`)
  return failed.length === 0 ? 0 : 1
}

process.exitCode = await main()
