// How many tests passed, from Vitest's and Playwright's JSON reports.
// @ts-check
import { readFileSync } from 'node:fs'

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

/** @type {Counts} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/** A report that was never written: the run broke off. @type {Counts} */
const brokenOff = { passed: 0, failed: 1, skipped: 0 }

/** @param {Counts} one @param {Counts} other @returns {Counts} */
export const add = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
})

/** @param {Counts} counts */
export function sentence({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`
}

/** @param {unknown} value @returns {Record<string, unknown>} */
const object = (value) => (typeof value === 'object' && value !== null ? { ...value } : {})

/** @param {unknown} value */
const number = (value) => (typeof value === 'number' ? value : 0)

/** @param {unknown} report @returns {Counts} */
export function countVitest(report) {
  if (report === null) return brokenOff
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, numFailedTestSuites, success } =
    object(report)
  const failed = number(numFailedTests)
  // A file that can't be loaded has no tests that could fail.
  const unloaded = failed === 0 && success === false ? Math.max(1, number(numFailedTestSuites)) : 0
  return {
    passed: number(numPassedTests),
    failed: failed + unloaded,
    skipped: number(numPendingTests) + number(numTodoTests),
  }
}

/** @param {unknown} report @returns {Counts} */
export function countPlaywright(report) {
  if (report === null) return brokenOff
  const { stats, errors } = object(report)
  const { expected, unexpected, flaky, skipped } = object(stats)
  const broken = Array.isArray(errors) ? errors.length : 0
  return {
    passed: number(expected) + number(flaky),
    failed: number(unexpected) + broken,
    skipped: number(skipped),
  }
}

/** @param {unknown} value @returns {unknown[]} */
const list = (value) => (Array.isArray(value) ? value : [])

/** The titles of the tests that passed only when they were repeated. @param {unknown} report @returns {string[]} */
export function passedOnRepeat(report) {
  const { suites, specs, title, tests } = object(report)
  const isFlaky = list(tests).some((test) => object(test)['status'] === 'flaky')
  return [...(isFlaky ? [String(title)] : []), ...[...list(suites), ...list(specs)].flatMap(passedOnRepeat)]
}

/** A report as it was written; null if the run broke off before. @param {string} file @returns {unknown} */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
