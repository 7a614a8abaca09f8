// Installs the packages of the lock file if a clone lacks them.
// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root, run } from './run.mjs'

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 */

/**
 * Whether what is installed is what the lock file asks for. npm leaves a copy of what it installed in node_modules;
 * a package may have been taken out of there since.
 * @param {LockedPackages} wanted
 * @param {LockedPackages | null} installed
 * @param {(path: string) => boolean} isThere whether a package's folder has what makes it one
 */
export function isInstalled(wanted, installed, isThere) {
  if (installed === null) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || (installed[path]?.version === version && isThere(path)),
  )
}

/**
 * What to do when npm could not install, by what it said.
 * @param {string} output
 */
export function installRemedy(output) {
  const code = /^npm (?:error|ERR!) code (\w+)$/m.exec(output)?.[1] ?? ''
  switch (code) {
    case 'ENOSPC':
      return 'The packages could not be installed: the disk is full. Make room (about 600 MB) and try again.'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return (
        'The packages could not be installed: the folder that is named above may not be written. It is this ' +
        'one, or npm’s own in your home; npm_config_cache=FOLDER in front of the command names another for that.'
      )
    default:
      return 'The packages could not be installed. The first start needs the network once; try again with it.'
  }
}

/** @param {string} file @returns {LockedPackages | null} */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return null
  }
}

/** Installs what is missing; false if that failed, which has been said. */
export async function ensureInstalled() {
  const wanted = packagesOf('package-lock.json')
  if (wanted === null) {
    console.error('package-lock.json cannot be read: clone the repository again.')
    return false
  }
  /** @param {string} path */
  const isThere = (path) => existsSync(join(root, path, 'package.json'))
  if (isInstalled(wanted, packagesOf('node_modules/.package-lock.json'), isThere)) return true
  console.log('Installing what Fieldshelf is built with (npm ci) …')
  const { ok, output } = await run(npm('ci', '--no-audit', '--no-fund', '--loglevel=error'))
  if (!ok) {
    console.error(output.trim())
    console.error(installRemedy(output))
  }
  return ok
}
