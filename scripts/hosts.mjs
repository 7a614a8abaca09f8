// Where the app can run on this computer: Electron, the stand-in on the system's Chromium, the browser host.
// @ts-check
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { root, run } from './run.mjs'

/** @typedef {'electron' | 'standin' | 'browser'} Host */
/**
 * The facts about this computer.
 * @typedef {object} Findings
 * @property {boolean} display whether there is a screen to open a window on
 * @property {{ path: string } | { missing: string }} electron its executable, or why there is none
 * @property {{ path: string } | { missing: string }} chromium the system's, or why there is none
 */

/**
 * The first host that works here, with the reason in words.
 * @param {Findings} findings
 * @returns {{ host: Host, because: string }}
 */
export function chooseHost({ display, electron, chromium }) {
  if (!display) return { host: 'browser', because: 'there is no display to open a window on' }
  if ('path' in electron) return { host: 'electron', because: '' }
  if ('path' in chromium) return { host: 'standin', because: electron.missing }
  return { host: 'browser', because: `${electron.missing}, and ${chromium.missing}` }
}

/**
 * One plain line for the person at the terminal.
 * @param {{ host: Host, because: string }} choice
 */
export function announce({ host, because }) {
  switch (host) {
    case 'electron':
      return 'Fieldshelf opens in Electron.'
    case 'standin':
      return `Fieldshelf opens in a window of this computer's Chromium: ${because}.`
    case 'browser':
      return `Fieldshelf opens in your browser: ${because}.`
  }
}

/** @param {NodeJS.ProcessEnv} env @param {NodeJS.Platform} platform */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'win32' || platform === 'darwin') return true
  return Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

const electronPackage = join(root, 'node_modules/electron')

/** Electron's executable as its own package left it, or null. */
export function installedElectron() {
  try {
    const name = readFileSync(join(electronPackage, 'path.txt'), 'utf8')
    const path = join(electronPackage, 'dist', name)
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}

/** A failed download is not tried again for this long, in milliseconds. */
const patience = 6 * 60 * 60 * 1000
const memory = join(root, 'out/electron-not-fetched.json')

/**
 * Electron's executable; fetched if it can be.
 * @param {number} now milliseconds
 * @returns {Promise<Findings['electron']>}
 */
export async function findElectron(now = Date.now()) {
  const there = installedElectron()
  if (there !== null) return { path: there }
  const missing = 'Electron itself could not be fetched'
  if (failedLately(now)) return { missing }
  const reachable = await canReachDownload()
  if (reachable) console.log('Fetching Electron (about 110 MB, once) …')
  // Unreachable, it can still lie in the cache of an earlier download.
  await run([process.execPath, join(electronPackage, 'install.js')], { limit: reachable ? 600_000 : 4000 })
  const fetched = installedElectron()
  if (fetched !== null) return { path: fetched }
  mkdirSync(dirname(memory), { recursive: true })
  writeFileSync(memory, JSON.stringify({ failedAt: now }))
  return { missing }
}

/** @param {number} now */
function failedLately(now) {
  try {
    const { failedAt } = JSON.parse(readFileSync(memory, 'utf8'))
    return now >= failedAt && now - failedAt < patience
  } catch {
    return false
  }
}

/** Whether a connection to where Electron is fetched from opens within two seconds. */
function canReachDownload() {
  const env = process.env
  const address =
    env['HTTPS_PROXY'] ??
    env['https_proxy'] ??
    env['ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    'https://github.com/'
  if (!URL.canParse(address)) return Promise.resolve(false)
  const { hostname, port, protocol } = new URL(address)
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port) || (protocol === 'http:' ? 80 : 443),
      timeout: 2000,
    })
    /** @param {boolean} answer */
    const done = (answer) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => done(true))
    socket.once('timeout', () => done(false))
    socket.once('error', () => done(false))
  })
}

/** The stand-in's own way to find a browser, built beside it. */
export function findChromium() {
  const { findChromium } = createRequire(import.meta.url)(join(root, 'out/host/chromium.cjs'))
  /** @type {string | null} */
  const path = findChromium()
  return path === null ? { missing: 'no Chromium or Chrome was found' } : { path }
}
