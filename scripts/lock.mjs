// One start prepares the folder at a time: two that install into it at once leave neither with whole packages.
// @ts-check
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Milliseconds after which the holder of the file counts as gone. */
const patience = 15 * 60 * 1000

/**
 * Does `work` while no other process does work under the same file.
 * @template Result
 * @param {string} file holds the id of the process that works
 * @param {() => Promise<Result>} work
 * @param {(sentence: string) => void} say told once if there is another to wait for
 * @returns {Promise<Result>} rejects where the file can't be written
 */
export async function alone(file, work, say) {
  mkdirSync(dirname(file), { recursive: true })
  for (let waits = false; !take(file); waits = true) {
    if (!waits) say('Another start is preparing Fieldshelf here: waiting for it …')
    await setTimeout(300)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {string} file @returns {boolean} */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  if (isHeld(file)) return false
  rmSync(file, { force: true })
  return take(file)
}

/** A holder that was killed, for instance by Ctrl+C, leaves the file behind. @param {string} file */
function isHeld(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    // Taken in this moment, and not yet signed.
    if (holder === 0) return Date.now() - statSync(file).mtimeMs < 2000
    if (Date.now() - statSync(file).mtimeMs > patience) return false
    process.kill(holder, 0)
    return true
  } catch (error) {
    // Another account's process may not be asked, and is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
