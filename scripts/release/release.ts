/** What a release changes in the files: the version, and the changelog with what was collected in docs/changes. */

/** `docs/changes/<area>.md`, in the order in which they are shown. */
export type ChangesFile = { readonly name: string; readonly text: string }

/** `2026-12-01` to `December 2026`. */
const monthOf = (date: string): string =>
  new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(date))

/** A sentence on what is wrong with the wish, or null. `date`: `2026-12-01`. */
export function faultIn(version: string, before: string, date: string): string | null {
  const parts = numbersOf(version)
  if (!parts) return `A version has three numbers, as 0.2.0; “${version}” has not.`
  const older = numbersOf(before)
  if (older && !isAfter(parts, older)) return `Version ${version} does not come after ${before}.`
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date))
    return `A date is written as 2026-12-01; “${date}” is not.`
  return null
}

function numbersOf(version: string): readonly number[] | null {
  const found = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)
  return found ? found.slice(1).map(Number) : null
}

function isAfter(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, place) => number !== other[place])
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0)
}

/** `package.json` or `package-lock.json` with this version, and nothing else changed. */
export function withVersion(text: string, before: string, version: string): string {
  let left = text.includes('"lockfileVersion"') ? 2 : 1
  return text.replaceAll(`"version": "${before}"`, (found) =>
    left-- > 0 ? `"version": "${version}"` : found,
  )
}

const unreleased = /## Unreleased\n[\s\S]*?(?=\n## )/

/** The changelog with a section for this version; the section of unreleased changes is empty again. */
export function withRelease(
  changelog: string,
  changes: readonly ChangesFile[],
  version: string,
  date: string,
): string {
  if (!unreleased.test(changelog)) throw new Error('CHANGELOG.md has no section “Unreleased”.')
  const texts = changes.map(({ text }) => text.trim().replaceAll(/^## /gm, '### '))
  const section = [`## ${version}, ${monthOf(date)}`, ...texts].join('\n\n')
  return changelog.replace(
    unreleased,
    () => `## Unreleased\n\nSee [docs/changes](docs/changes/).\n\n${section}\n`,
  )
}
