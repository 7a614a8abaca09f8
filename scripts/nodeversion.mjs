// Imported first, so that an older Node says what it lacks before it stumbles over something.
// @ts-check
import { readFileSync } from 'node:fs'

/**
 * The fault of this Node, in a sentence; null when it is new enough.
 * @param {string} version `20.19.0`
 * @param {string} wanted as in package.json, `>=20.19.0`
 */
export function tooOld(version, wanted) {
  const numbers = [wanted.replace('>=', ''), version].map((text) => text.split('.').map(Number))
  const [[major = 0, minor = 0] = [], [ownMajor = 0, ownMinor = 0] = []] = numbers
  if (ownMajor > major || (ownMajor === major && ownMinor >= minor)) return null
  return `Fieldshelf needs Node.js ${major}.${minor} or newer, and this is ${version}: https://nodejs.org/`
}

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const complaint = tooOld(process.versions.node, engines.node)
if (complaint !== null) {
  console.error(complaint)
  process.exit(1)
}
