// npm start: installs and builds what is missing or has changed, and opens the app on the first host that works.
// npm run dev: the same with live reload.
// @ts-check
import './nodeversion.mjs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { alone } from './lock.mjs'
import { build, forgetBuild, isBuilt } from './build.mjs'
import { announce, chooseHost, findChromium, findElectron, hasDisplay, installedElectron } from './hosts.mjs'
import { ensureInstalled } from './install.mjs'
import { root, runInForeground, tool } from './run.mjs'

const usage = `Usage: npm start -- [--host electron|standin|browser] [--port NUMBER] [-- switches of the app]

  --host  where to run, instead of the first that works:
          electron  Electron's own executable
          standin   the app's main process in Node, its window drawn by this computer's Chromium
          browser   the page alone, in your browser, at an address that is printed
  --port  the port of that address`

/** @typedef {import('./hosts.mjs').Host} Host */
/** @type {readonly Host[]} */
const hosts = ['electron', 'standin', 'browser']

/** @returns {Promise<number>} the exit code */
async function main() {
  const options = readArguments()
  if (typeof options === 'number') return options
  if (!(await prepare())) return 1
  const choice = await choose(options.host)
  if ('refused' in choice) {
    console.error(choice.refused)
    return 1
  }
  console.log(announce(choice))
  return options.dev ? develop(choice.host) : open(choice.host, options)
}

/** Installs and builds what is missing; false if that failed, which has been said. */
async function prepare() {
  try {
    return await alone(
      join(root, 'out/start.lock'),
      async () => {
        if (!(await ensureInstalled())) return false
        if (isBuilt()) return true
        console.log('Building Fieldshelf …')
        return build({ show: false })
      },
      console.log,
    )
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(code)) throw error
    console.error(
      code === 'ENOSPC'
        ? `The disk of ${root} is full. Make room and try again.`
        : `Fieldshelf can’t write into ${root}: clone it to a folder of your own.`,
    )
    return false
  }
}

/**
 * @typedef {{ dev: boolean, host: Host | undefined, port: string | undefined, rest: string[] }} Options
 * @returns {Options | number} an exit code if there is nothing to start
 */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        dev: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    })
    if (values.help) {
      console.log(usage)
      return 0
    }
    const host = hosts.find((each) => each === values.host)
    if (values.host !== undefined && host === undefined) throw new Error(`There is no host ${values.host}.`)
    const port = Number(values.port)
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && port > 0 && port < 65536))
      throw new Error(`--port is a number from 1 to 65535, not “${values.port}”.`)
    return { dev: values.dev, host, port: values.port, rest: positionals }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return 2
  }
}

/**
 * @param {Host | undefined} wished
 * @returns {Promise<{ host: Host, because: string } | { refused: string }>}
 */
async function choose(wished) {
  const because = 'as you asked'
  const display = hasDisplay()
  if (wished === 'browser') return { host: wished, because }
  if (wished !== undefined && !display)
    return { refused: 'There is no display to open a window on. Leave --host out.' }
  const chromium = findChromium()
  if (wished === 'standin')
    return 'path' in chromium
      ? { host: wished, because }
      : { refused: `The stand-in needs one, but ${chromium.missing}.` }
  // Nothing is fetched that could not be shown.
  const electron = display ? await findElectron() : { missing: 'there is no display' }
  if (wished === 'electron')
    return 'path' in electron
      ? { host: wished, because }
      : { refused: `${electron.missing}. Leave --host out.` }
  return chooseHost({ display, electron, chromium })
}

/** The executable of a host that has one: Electron's own, or the one that takes its place. @param {Host} host */
const executable = (host) =>
  host === 'electron' ? (installedElectron() ?? '') : join(root, 'out/host/electron')

/** Chromium refuses to run its sandbox as root. Tests and containers run as root; readers should not. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** @param {Host} host @param {Options} options */
function open(host, { port, rest }) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  switch (host) {
    case 'electron':
      return runInForeground([executable(host), ...asRoot, root, ...rest], env)
    case 'standin':
      return runInForeground([process.execPath, executable(host), ...asRoot, root, ...rest], env)
    case 'browser':
      return runInForeground([
        process.execPath,
        join(root, 'out/main/browser.js'),
        ...(port === undefined ? [] : ['--port', port]),
      ])
  }
}

/** @param {Host} host */
function develop(host) {
  if (host === 'browser') {
    console.error('npm run dev needs a window: Electron, or a display and Chromium for the stand-in.')
    return 1
  }
  forgetBuild()
  const env = { ...process.env, ELECTRON_EXEC_PATH: executable(host) }
  return runInForeground(
    [...tool('electron-vite', 'dev'), ...(asRoot.length > 0 ? ['--noSandbox'] : [])],
    env,
  )
}

process.exitCode = await main()
