// npm run build: the bundled pack, the app's three parts, and the stand-in for Electron's executable.
// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root, run, tool } from './run.mjs'

const pack = 'trafficking-azerbaijan'

/** Everything that the build reads. */
const sources = [
  'content',
  'docs/guide',
  'src-standin',
  'src-bridge',
  'src-compiler',
  'src-isolated',
  'src-library',
  'src-packs',
  'src-main',
  'src-packs',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/build.mjs',
  'scripts/bundled',
  'scripts/notices',
  'scripts/site',
  'scripts/stick',
  'svelte.config.js',
  'tsconfig.base.json',
]
/** One file of each part that the build writes. */
const results = [
  `library/${pack}/manifest.json`,
  'main/index.js',
  'main/browser.js',
  'main/isolated.js',
  'preload/index.cjs',
  'renderer/index.html',
  'renderer/notices.json',
  'host/api.cjs',
  'guide/manifest.json',
  'stick/Fieldshelf.html',
  'site/search.js',
]
const out = join(root, 'out')
const stamp = join(out, 'build.stamp')

/**
 * A fingerprint of files and folders by name and content; tests beside the code don't count.
 * @param {string} base
 * @param {readonly string[]} paths
 */
export function fingerprint(base, paths) {
  const hash = createHash('sha256')
  /** @param {string} path */
  const add = (path) => {
    const full = join(base, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    else if (!/\.(test|spec)\.ts$/.test(path))
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0')
  }
  for (const path of paths) add(path)
  return hash.digest('hex')
}

/** Whether the last build is of these very sources. */
export function isBuilt() {
  if (!results.every((file) => existsSync(join(out, file)))) return false
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, sources)
}

/** Forgets the last build: a development run leaves files in out/ that are no build. */
export const forgetBuild = () => rmSync(stamp, { force: true })

const hostBuild = tool('vite', 'build', '-c', 'src-standin/vite.config.ts', '--logLevel', 'warn')

/** @type {readonly (readonly [what: string, command: string[]])[]} */
const steps = [
  [
    'the bundled pack',
    tool('tsx', 'src-compiler/cli.ts', 'build', `content/${pack}`, '--out', `out/library/${pack}`),
  ],
  ['the guide', tool('tsx', 'src-compiler/cli.ts', 'build', 'docs/guide', '--out', 'out/guide')],
  ['the app', tool('electron-vite', 'build')],
  ['the stand-in', hostBuild],
  ['the USB edition', tool('tsx', 'scripts/stick/build.ts')],
  ['the search of exported sites', tool('tsx', 'scripts/site/build.ts')],
]

/** Builds the stand-in alone; false if that failed, which has been said. */
export async function buildHost() {
  const { ok, output } = await run(hostBuild)
  if (!ok) console.error(`${output.trim()}\nBuilding the stand-in failed.`)
  return ok
}

/**
 * Builds everything; false if a part failed, which has been said.
 * @param {{ show: boolean }} options show: what the tools say, also when all is well
 */
export async function build({ show }) {
  // Fingerprint of the sources now. Changes made during the build are built the next time.
  const print = fingerprint(root, sources)
  mkdirSync(out, { recursive: true })
  forgetBuild()
  // None of them reads what another writes.
  const built = await Promise.all(steps.map(async ([what, command]) => ({ what, ...(await run(command)) })))
  for (const { what, ok, output } of built) {
    if (show || !ok) console.log(output.trim())
    if (!ok) console.error(`Building ${what} failed.`)
  }
  if (!built.every(({ ok }) => ok)) return false
  const bundled = await run(tool('tsx', 'scripts/bundled/run.ts'))
  if (show || !bundled.ok) console.log(bundled.output.trim())
  // With keys of a release the signed file comes from its publisher, when packages are made.
  if (!bundled.ok) console.error('There is no signed pack for packages yet.')
  writeFileSync(stamp, print)
  return true
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  process.exitCode = (await build({ show: true })) ? 0 : 1
