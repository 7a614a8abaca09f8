/** All packages of one system, and the list of their check sums. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { assemble, programs, versionOf, type System } from './assemble.ts'
import { makeDeb, makeTar } from './linux.ts'
import { Missing } from './tools.ts'
import { makeSetup, makeZip } from './windows.ts'

export { Missing } from './tools.ts'

type Order = {
  readonly root: string
  readonly system: System
  /** Electron's files; null: those that npm fetched, which are for this computer's own system. */
  readonly dist: string | null
  readonly out: string
  /** Seconds since 1970; that of the commit if not given. */
  readonly date?: number
}

/** Gives a line for each file made. */
export async function makePackages({
  root,
  system,
  dist,
  out,
  date = commitDate(root),
}: Order): Promise<string[]> {
  const from = dist ?? join(root, 'node_modules/electron/dist')
  if (!existsSync(join(from, programs[system].given)))
    throw new Missing(await electronMissing(root, system, from))
  if (!['main/index.js', 'bundled'].every((path) => existsSync(join(root, 'out', path))))
    throw new Missing('The app is not built yet. Run `npm run build`, then try again.')
  const version = await versionOf(root)
  const work = await mkdtemp(join(tmpdir(), 'fieldshelf-package-'))
  try {
    await mkdir(out, { recursive: true })
    const folder = await assemble({ root, dist: from, system, version, date, work })
    const job = { folder, root, version, date, out, work }
    const made =
      system === 'linux'
        ? [await makeDeb(job), await makeTar(job)]
        : [await makeSetup(job), await makeZip(job)]
    const sums = await Promise.all(
      made.map(async (path) => `${sumOf(await readFile(path))}  ${basename(path)}`),
    )
    await writeFile(join(out, `SHA256SUMS-${system}`), `${sums.join('\n')}\n`)
    return made.map((path) => `Made ${path}`)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The date of the sources, whenever they are built. */
function commitDate(root: string): number {
  const given = Number(process.env['SOURCE_DATE_EPOCH'])
  if (given > 0) return given
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }))
}

async function electronMissing(root: string, system: System, looked: string): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Readonly<Record<string, string>>
  }
  const file = `electron-v${devDependencies['electron'] ?? ''}-${system === 'win' ? 'win32' : 'linux'}-x64.zip`
  return `Electron’s program is not in ${looked}. Fetch ${file} from Electron’s releases where there is a network, unpack it, and say --dist <its folder>.`
}
