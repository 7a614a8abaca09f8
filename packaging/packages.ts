/** All packages of one system, and the list of their check sums. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { makeAppImage } from './appimage.ts'
import { assemble, programs, versionOf } from './assemble.ts'
import { signForWindows, unsignedWindows, windowsIsSigned } from './codesigning.ts'
import { makeDeb, makeTar, type LinuxJob } from './linux.ts'
import { macProgram, makeMac } from './mac.ts'
import { writeSums } from './sums.ts'
import { Missing } from './tools.ts'
import { makeSetup, makeZip } from './windows.ts'

export { Missing } from './tools.ts'

export type PackagedSystem = 'linux' | 'win' | 'mac'

type Order = {
  readonly root: string
  readonly system: PackagedSystem
  /** Folders with Electron's files; none: those that npm fetched, which are for this computer's own system. Two: for macOS. */
  readonly dists: readonly string[]
  readonly out: string
  /** The runtime of an AppImage; null: none is made. */
  readonly runtime?: string | null
  /** Seconds since 1970; that of the commit if not given. */
  readonly date?: number
}

/** `says`: sentences on what was left out. */
type Packages = { readonly made: readonly string[]; readonly says: readonly string[] }

/** Gives a line for each file made, and one for each thing that was left out. */
export async function makePackages(order: Order): Promise<string[]> {
  const { root, system, out, date = commitDate(root), runtime = null } = order
  const dists = order.dists.length > 0 ? order.dists : [join(root, 'node_modules/electron/dist')]
  const given = system === 'mac' ? macProgram : programs[system].given
  for (const dist of dists)
    if (!existsSync(join(dist, given))) throw new Missing(await electronMissing(root, system, dist))
  if (!['main/index.js', 'bundled', 'guide'].every((path) => existsSync(join(root, 'out', path))))
    throw new Missing('The app is not built yet. Run `npm run build`, then try again.')
  const version = await versionOf(root)
  const work = await mkdtemp(join(tmpdir(), 'fieldshelf-package-'))
  try {
    await mkdir(out, { recursive: true })
    const job = { root, dists, version, date, out, work }
    const { made, says } = await packagesOf(system, job, runtime)
    const files = made.map((path) => basename(path))
    const sums = await writeSums({ out, name: `SHA256SUMS-${system}`, files, date })
    return [...made.map((path) => `Made ${path}`), ...says, sums]
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

type Job = Omit<LinuxJob, 'folder'> & { readonly dists: readonly string[] }

async function packagesOf(system: PackagedSystem, job: Job, runtime: string | null): Promise<Packages> {
  const [dist = ''] = job.dists
  switch (system) {
    case 'linux': {
      const linux = { ...job, folder: await assemble({ ...job, dist, system }) }
      const made = [await makeDeb(linux), await makeTar(linux)]
      const image = await appImageOf(linux, runtime)
      return 'made' in image ? { made: [...made, image.made], says: [] } : { made, says: [image.says] }
    }
    case 'win': {
      const folder = await assemble({ ...job, dist, system })
      // The program in the setup and in the folder is signed, and then the setup.
      await signForWindows(join(folder, programs.win.ours), job.date)
      const windows = { ...job, folder }
      return {
        made: [await makeSetup(windows), await makeZip(windows)],
        says: windowsIsSigned() ? [] : [unsignedWindows],
      }
    }
    case 'mac':
      return makeMac(job)
  }
}

async function appImageOf(
  job: LinuxJob,
  runtime: string | null,
): Promise<{ readonly made: string } | { readonly says: string }> {
  if (runtime === null)
    return {
      says: 'There is no AppImage: fetch runtime-x86_64 from github.com/AppImage/type2-runtime where there is a network, and say --appimage-runtime <file>.',
    }
  try {
    return { made: await makeAppImage(job, runtime) }
  } catch (error) {
    if (error instanceof Missing) return { says: `There is no AppImage. ${error.message}` }
    throw error
  }
}

/** The date of the sources, whenever they are built. */
export function commitDate(root: string): number {
  const given = Number(process.env['SOURCE_DATE_EPOCH'])
  if (given > 0) return given
  return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' }))
}

const electronsNames: Readonly<Record<PackagedSystem, string>> = {
  linux: 'linux-x64',
  win: 'win32-x64',
  mac: 'darwin-arm64',
}

async function electronMissing(root: string, system: PackagedSystem, looked: string): Promise<string> {
  const { devDependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Readonly<Record<string, string>>
  }
  const file = `electron-v${devDependencies['electron'] ?? ''}-${electronsNames[system]}.zip`
  const both =
    system === 'mac'
      ? ' For both processors fetch the one that ends in darwin-x64 too, and say --dist twice.'
      : ''
  return `Electron’s program is not in ${looked}. Fetch ${file} from Electron’s releases where there is a network, unpack it, and say --dist <its folder>.${both}`
}
