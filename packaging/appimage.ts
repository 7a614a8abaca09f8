/**
 * One file that runs without being unpacked: a runtime of the AppImage project, and behind it the app as a squashfs image.
 * The runtime is a program of others, and so is named and not fetched. https://docs.appimage.org/reference/architecture.html
 */
import { appendFile, chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { desktopEntry, type LinuxJob } from './linux.ts'
import { launcherScript } from './launcher.ts'
import { dateAll } from './paths.ts'
import { runTool } from './tools.ts'

/** `runtime`: the file `runtime-x86_64` of github.com/AppImage/type2-runtime. */
export async function makeAppImage(
  { folder, root, version, date, out, work }: LinuxJob,
  runtime: string,
): Promise<string> {
  const tree = join(work, 'appdir')
  await rm(tree, { recursive: true, force: true })
  await mkdir(tree)
  await cp(folder, join(tree, 'app'), { recursive: true, verbatimSymlinks: true })
  await writeFile(join(tree, 'app/fieldshelf'), launcherScript('mounted'))
  await writeFile(
    join(tree, 'AppRun'),
    '#!/bin/sh\nexec "$(dirname "$(readlink -f "$0")")/app/fieldshelf" "$@"\n',
  )
  await chmod(join(tree, 'AppRun'), 0o755)
  await writeFile(join(tree, 'fieldshelf.desktop'), desktopEntry('fieldshelf %f'))
  for (const name of ['fieldshelf.svg', '.DirIcon'])
    await cp(join(root, 'src-renderer/icon.svg'), join(tree, name))
  await dateAll(tree, date)
  const image = join(work, 'app.squashfs')
  await rm(image, { force: true })
  runTool(
    'mksquashfs',
    [tree, image, '-root-owned', '-noappend', '-no-xattrs', '-comp', 'gzip', '-no-progress', '-quiet'],
    { date },
  )
  const made = join(out, `Fieldshelf-${version}-x86_64.AppImage`)
  await writeFile(made, await readFile(runtime))
  await appendFile(made, await readFile(image))
  await chmod(made, 0o755)
  return made
}
