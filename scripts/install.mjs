// What a fresh clone lacks: the packages of the lock file.
// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, root, run } from './run.mjs'

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 */

/**
 * Whether what is installed is what the lock file asks for. npm leaves a copy of what it installed in node_modules.
 * @param {LockedPackages} wanted
 * @param {LockedPackages | null} installed
 */
export function isInstalled(wanted, installed) {
  if (installed === null) return false
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || optional === true || installed[path]?.version === version,
  )
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
  if (isInstalled(wanted, packagesOf('node_modules/.package-lock.json'))) return true
  console.log('Installing what Fieldshelf is built with (npm ci) …')
  const { ok, output } = await run(npm('ci', '--no-audit', '--no-fund', '--loglevel=error'))
  if (!ok) {
    console.error(output.trim())
    console.error(
      'The packages could not be installed. The first start needs the network once; try again with it.',
    )
  }
  return ok
}
