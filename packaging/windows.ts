/** Packages for Windows: a setup for one user without administrator's rights, and a portable `.zip`. */
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signForWindows } from './codesigning.ts'
import { dateAll, pathsIn } from './paths.ts'
import { setupScript } from './setupscript.ts'
import { runTool } from './tools.ts'

/** Beside the program it asks the app to keep the reader's data there too: `src-main/userdata/folder.ts`. */
const portableMarker = 'portable.txt'
const portableText = `While this file is here, Fieldshelf keeps settings and bookmarks in the folder “profile” beside it.\r
Bu fayl burada olduqca Fieldshelf ayarları və əlfəcinləri yanındakı “profile” qovluğunda saxlayır.\r
Пока этот файл здесь, Fieldshelf хранит настройки и закладки в папке «profile» рядом с ним.\r
`

type Job = {
  readonly folder: string
  readonly version: string
  readonly date: number
  readonly out: string
  readonly work: string
}

export async function makeSetup({ folder, version, date, out, work }: Job): Promise<string> {
  const made = join(out, `Fieldshelf-${version}-setup.exe`)
  const script = join(work, 'setup.nsi')
  // With a mark of its encoding: the words are Azerbaijani and Russian.
  await writeFile(
    script,
    `\uFEFF${setupScript({ folder, version, out: made, paths: await pathsIn(folder) })}`,
  )
  runTool('makensis', ['-V2', '-INPUTCHARSET', 'UTF8', script], { date })
  await signForWindows(made, date)
  return made
}

export async function makeZip({ folder, version, date, out, work }: Job): Promise<string> {
  const name = `Fieldshelf-${version}-portable`
  const tree = join(work, name)
  await rm(tree, { recursive: true, force: true })
  await cp(folder, tree, { recursive: true })
  await writeFile(join(tree, portableMarker), portableText)
  await dateAll(tree, date)
  const made = join(out, `${name}.zip`)
  await rm(made, { force: true })
  const files = (await pathsIn(tree)).map((path) => `${name}/${path}`)
  // In our own order, and without the times and owners of this computer.
  await writeFile(join(work, 'files.txt'), `${files.join('\n')}\n`)
  runTool('sh', ['-c', 'zip -X -D -9 -q "$1" -@ < files.txt', 'sh', made], { cwd: work, date })
  return made
}
