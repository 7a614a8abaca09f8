/** The app for macOS: a bundle of Electron's own files under our name, as a `.zip`, and as a `.dmg` on a Mac. */
import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeArchive } from './archive.ts'
import { notarize, signForMac } from './codesigning.ts'
import { setFuses } from './fuses.ts'
import { bundleId, finderWords, infoPlist } from './infoplist.ts'
import { dateAll, pathsIn } from './paths.ts'
import { Missing, runTool } from './tools.ts'
import { joinApps } from './universal.ts'

type Job = {
  readonly root: string
  /** Folders with `Electron.app`: one that runs on both processors, or one for each. */
  readonly dists: readonly string[]
  readonly version: string
  readonly date: number
  readonly out: string
  readonly work: string
}

export type MacPackage = { readonly made: readonly string[]; readonly says: readonly string[] }

export const macProgram = 'Electron.app/Contents/MacOS/Electron'

export async function makeMac(job: Job): Promise<MacPackage> {
  const { version, date, out, work } = job
  const folder = await assembleMac(job)
  const said = signForMac(join(folder, 'Fieldshelf.app'), date)
  await dateAll(folder, date)
  const zip = join(out, `Fieldshelf-${version}-mac.zip`)
  await rm(zip, { force: true })
  await writeFile(join(work, 'files.txt'), `${(await pathsIn(folder)).join('\n')}\n`)
  // With the links of frameworks as links.
  runTool('sh', ['-c', 'zip -X -D -y -9 -q "$1" -@ < ../files.txt', 'sh', zip], { cwd: folder, date })
  notarize(zip, date)
  if (process.platform !== 'darwin')
    return { made: [zip], says: [said, 'There is no .dmg: hdiutil, which makes it, is on macOS alone.'] }
  const dmg = join(out, `Fieldshelf-${version}.dmg`)
  await rm(dmg, { force: true })
  runTool(
    'hdiutil',
    ['create', '-quiet', '-fs', 'HFS+', '-volname', 'Fieldshelf', '-srcfolder', folder, dmg],
    {
      date,
    },
  )
  return { made: [zip, dmg], says: [said] }
}

/** Gives the folder that holds `Fieldshelf.app` and the licences. */
export async function assembleMac({ root, dists, version, date, work }: Job): Promise<string> {
  const folder = join(work, 'mac')
  const bundle = join(folder, 'Fieldshelf.app')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const [one = '', other] = dists
  if (other === undefined)
    await cp(join(one, 'Electron.app'), bundle, { recursive: true, verbatimSymlinks: true })
  else await joinApps(join(one, 'Electron.app'), join(other, 'Electron.app'), bundle)
  const contents = join(bundle, 'Contents')
  const resources = join(contents, 'Resources')
  await rename(join(contents, 'MacOS/Electron'), join(contents, 'MacOS/Fieldshelf'))
  await chmod(join(contents, 'MacOS/Fieldshelf'), 0o755)
  await rm(join(resources, 'default_app.asar'), { force: true })
  const header = await makeArchive(root, work, join(resources, 'app.asar'))
  await cp(join(root, 'out/bundled'), join(resources, 'library'), { recursive: true })
  const given = await readFile(join(contents, 'Info.plist'), 'utf8')
  const oldest = /<key>LSMinimumSystemVersion<\/key>\s*<string>([\d.]+)<\/string>/.exec(given)?.[1]
  if (oldest === undefined)
    throw new Missing(`${one} is not Electron for macOS: its Info.plist names no oldest system.`)
  await writeFile(join(contents, 'Info.plist'), infoPlist({ version, header, oldest }))
  for (const [language, words] of Object.entries(finderWords)) {
    await mkdir(join(resources, `${language}.lproj`), { recursive: true })
    await writeFile(join(resources, `${language}.lproj/InfoPlist.strings`), words)
  }
  await renameHelpers(join(contents, 'Frameworks'))
  await setFuses(bundle)
  await layLicences(root, one, folder)
  await dateAll(folder, date)
  return folder
}

/** `Electron Helper (GPU).app` and its like carry our name in the list of processes. */
async function renameHelpers(frameworks: string): Promise<void> {
  const helpers = (await readdir(frameworks)).filter((name) => /^Electron Helper.*\.app$/.test(name))
  const ours = (name: string): string => name.replace('Electron Helper', 'Fieldshelf Helper')
  for (const name of helpers) {
    const bundle = join(frameworks, ours(name))
    await rename(join(frameworks, name), bundle)
    const program = name.replace(/\.app$/, '')
    await rename(join(bundle, 'Contents/MacOS', program), join(bundle, 'Contents/MacOS', ours(program)))
    const file = join(bundle, 'Contents/Info.plist')
    const info = await readFile(file, 'utf8')
    await writeFile(
      file,
      info
        .replaceAll('Electron Helper', 'Fieldshelf Helper')
        .replaceAll(/com\.github\.(?:Electron|electron)/g, bundleId),
    )
  }
}

async function layLicences(root: string, dist: string, folder: string): Promise<void> {
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  await cp(join(root, 'out/renderer/notices.json'), join(folder, 'NOTICES.json'))
  for (const [name, ours] of [
    ['LICENSE', 'LICENSE.electron.txt'],
    ['LICENSES.chromium.html', 'LICENSES.chromium.html'],
  ] as const)
    if (existsSync(join(dist, name))) await cp(join(dist, name), join(folder, ours))
}
