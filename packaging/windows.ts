/** Packages for Windows: a setup for one user without administrator's rights, and a portable `.zip`. */
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dateAll, pathsIn } from './paths.ts'
import { setupScript } from './setupscript.ts'
import { runTool } from './tools.ts'

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
  return made
}

export async function makeZip({ folder, version, date, out, work }: Job): Promise<string> {
  const name = `Fieldshelf-${version}-portable`
  const tree = join(work, name)
  await rm(tree, { recursive: true, force: true })
  await cp(folder, tree, { recursive: true })
  await dateAll(tree, date)
  const made = join(out, `${name}.zip`)
  await rm(made, { force: true })
  const files = (await pathsIn(tree)).map((path) => `${name}/${path}`)
  // In our own order, and without the times and owners of this computer.
  await writeFile(join(work, 'files.txt'), `${files.join('\n')}\n`)
  runTool('sh', ['-c', 'zip -X -D -9 -q "$1" -@ < files.txt', 'sh', made], { cwd: work, date })
  return made
}
