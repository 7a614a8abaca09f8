/**
 * `npm run prose`: checks comments, test titles and docs. With files or folders after it, only those:
 * `npm run prose -- src-main docs/design.md`. Part of `npm run check`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { reporter } from 'vfile-reporter'
import { checkProse } from './check.ts'
import { isCovered } from './scope.ts'

const root = resolve(import.meta.dirname, '../..')

/** Files that git knows or would add: nothing that is built or installed. */
function filesIn(paths: readonly string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z', '--', ...paths], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  return listed.split('\0').filter((name) => name !== '' && existsSync(join(root, name)))
}

const checked = filesIn(process.argv.slice(2))
  .filter(isCovered)
  .flatMap((name) => checkProse(name, readFileSync(join(root, name), 'utf8')) ?? [])
const wrong = checked.filter(({ messages }) => messages.length > 0)
if (wrong.length > 0) console.error(reporter(wrong))
const found = wrong.reduce((sum, { messages }) => sum + messages.length, 0)
console.log(`Prose: ${checked.length} files, ${found} findings.`)
process.exitCode = found === 0 ? 0 : 1
