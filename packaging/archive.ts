/** The app as one archive, `resources/app.asar`: what the build made, and nothing else. */
import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPackageFromFiles, getRawHeader } from '@electron/asar'
import { pathsIn } from './paths.ts'

/** Folders of `out/` that the app reads from inside the archive. The library lies beside it. */
const parts = ['main', 'preload', 'renderer', 'guide']

/** `work`: a folder that may be written to. Gives the SHA-256 of the archive's header, as Electron checks it. */
export async function makeArchive(root: string, work: string, archive: string): Promise<string> {
  const app = join(work, 'app')
  await rm(app, { recursive: true, force: true })
  await mkdir(app, { recursive: true })
  for (const part of parts)
    await cp(join(root, 'out', part), join(app, 'out', part), {
      recursive: true,
      filter: (path) => !path.endsWith('.map'),
    })
  const { name, productName, version, type, main, license } = JSON.parse(
    await readFile(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>
  const about = { name, productName, version, type, main, license }
  await writeFile(join(app, 'package.json'), `${JSON.stringify(about, null, 2)}\n`)
  // Sorted: the order in which a disk lists files must not change the archive.
  const files = (await pathsIn(app)).map((path) => join(app, path))
  await createPackageFromFiles(app, archive, files)
  return createHash('sha256').update(getRawHeader(archive).headerString).digest('hex')
}
