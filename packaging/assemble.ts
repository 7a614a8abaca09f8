/** Electron's files and the built app -> a folder that runs where it lies. */
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeArchive } from './archive.ts'
import { setFuses } from './fuses.ts'
import { stampWindowsProgram } from './integrity.ts'
import { launcherScript, realProgram } from './launcher.ts'
import { dateAll } from './paths.ts'

/** Systems whose package is a folder with the program in it. For macOS see `mac.ts`. */
export type System = 'linux' | 'win'

type Names = { readonly given: string; readonly ours: string }
export const programs: Readonly<Record<System, Names>> = {
  linux: { given: 'electron', ours: realProgram },
  win: { given: 'electron.exe', ours: 'Fieldshelf.exe' },
}

export type Assembly = {
  /** The repository, built. */
  readonly root: string
  /** Electron's files for the system, unpacked. */
  readonly dist: string
  readonly system: System
  readonly version: string
  /** Seconds since 1970: the date of every file, so that two builds are equal. */
  readonly date: number
  readonly work: string
}

/** Gives the folder. */
export async function assemble({ root, dist, system, version, date, work }: Assembly): Promise<string> {
  const folder = join(work, 'Fieldshelf')
  await rm(folder, { recursive: true, force: true })
  await cp(dist, folder, { recursive: true, verbatimSymlinks: true })
  const program = join(folder, programs[system].ours)
  await rename(join(folder, programs[system].given), program)
  const resources = join(folder, 'resources')
  // Else Electron's own first page would be in the package, unsigned and loadable.
  await rm(join(resources, 'default_app.asar'), { force: true })
  await mkdir(resources, { recursive: true })
  const header = await makeArchive(root, work, join(resources, 'app.asar'))
  await cp(join(root, 'out/bundled'), join(resources, 'library'), { recursive: true })
  if (existsSync(join(folder, 'LICENSE')))
    await rename(join(folder, 'LICENSE'), join(folder, 'LICENSE.electron.txt'))
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  await cp(join(root, 'out/renderer/notices.json'), join(folder, 'NOTICES.json'))
  if (system === 'win') await stampWindowsProgram(program, version, header)
  await setFuses(program)
  if (system === 'linux') {
    await chmod(program, 0o755)
    await writeFile(join(folder, 'fieldshelf'), launcherScript('folder'), { mode: 0o755 })
    await chmod(join(folder, 'fieldshelf'), 0o755)
  }
  await dateAll(folder, date)
  return folder
}

export const versionOf = async (root: string): Promise<string> =>
  (JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }).version
