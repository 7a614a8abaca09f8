/**
 * `npm run release -- <version> <date>`: sets the version and writes the changelog. A person reads what it changed,
 * commits it and sets the tag; the workflow *Release* then makes the packages.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { faultIn, withRelease, withVersion } from './release.ts'

const root = resolve(import.meta.dirname, '../..')
const at = (path: string): string => join(root, path)
const read = (path: string): string => readFileSync(at(path), 'utf8')

const [version = '', date = ''] = process.argv.slice(2)
const { version: before } = JSON.parse(read('package.json')) as { version: string }
const fault = faultIn(version, before, date)
if (fault !== null) {
  console.error(`${fault}\n\nUsage: npm run release -- <version> <date>, as 0.2.0 2026-12-01`)
  process.exitCode = 1
} else {
  const names = readdirSync(at('docs/changes')).filter((name) => name.endsWith('.md') && name !== 'README.md')
  const changes = names.sort().map((name) => ({ name, text: read(`docs/changes/${name}`) }))
  writeFileSync(at('CHANGELOG.md'), withRelease(read('CHANGELOG.md'), changes, version, date))
  for (const path of ['package.json', 'package-lock.json'])
    writeFileSync(at(path), withVersion(read(path), before, version))
  for (const name of names) rmSync(at(`docs/changes/${name}`))
  console.log(`Version ${version} of ${date}. Read CHANGELOG.md, then:
  git commit --all --message "Release ${version}"
  git tag v${version}`)
}
