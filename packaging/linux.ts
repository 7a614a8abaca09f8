/** Packages for Linux: a `.deb` that sets up Chromium's sandbox, and a `.tar.gz` that runs where it is unpacked. */
import { chmod, cp, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { realProgram } from './launcher.ts'
import { dateAll } from './paths.ts'
import { runTool } from './tools.ts'

export type LinuxJob = {
  /** The assembled folder. */
  readonly folder: string
  readonly root: string
  readonly version: string
  readonly date: number
  readonly out: string
  readonly work: string
}

const home = '/opt/Fieldshelf'

const control = (version: string): string => `Package: fieldshelf
Version: ${version}
Architecture: amd64
Maintainer: Fieldshelf <https://github.com/fieldshelf/fieldshelf>
Depends: libgtk-3-0t64 | libgtk-3-0, libnss3, libasound2t64 | libasound2, libgbm1, libxss1, xdg-utils
Section: education
Priority: optional
Description: offline reference shelf
 Reads, searches and prints encyclopedia sections and news summaries without a network.
`

/** `runs`: the command line. */
export const desktopEntry = (runs: string): string => `[Desktop Entry]
Type=Application
Name=Fieldshelf
Comment=Offline reference shelf
Comment[az]=Oflayn məlumat rəfi
Comment[ru]=Справочная полка без интернета
Exec=${runs}
Icon=fieldshelf
Categories=Education;Office;
MimeType=application/vnd.fieldshelf.pack;
StartupWMClass=fieldshelf
`

const mime = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="application/vnd.fieldshelf.pack">
    <comment>Fieldshelf pack</comment>
    <glob pattern="*.shelf"/>
  </mime-type>
</mime-info>
`

/** Ubuntu 24.04 keeps programs from making user namespaces, which Chromium's sandbox needs, unless a profile allows it. */
const profile = `abi <abi/4.0>,
include <tunables/global>

profile fieldshelf ${home}/${realProgram} flags=(unconfined) {
  userns,

  include if exists <local/fieldshelf>
}
`

const profilePath = '/etc/apparmor.d/fieldshelf'

/** Only where this system's AppArmor knows the profile's language. */
const afterInstall = `#!/bin/sh
set -e
if [ "$1" = configure ] && [ -e /etc/apparmor.d/abi/4.0 ] && command -v apparmor_parser >/dev/null; then
  apparmor_parser --replace --write-cache --skip-kernel-load ${profilePath} || true
  if [ -d /sys/kernel/security/apparmor ]; then apparmor_parser --replace ${profilePath} || true; fi
fi
`

export async function makeDeb({ folder, root, version, date, out, work }: LinuxJob): Promise<string> {
  const tree = join(work, 'deb')
  await rm(tree, { recursive: true, force: true })
  const write = async (path: string, text: string, mode = 0o644): Promise<void> => {
    await mkdir(dirname(join(tree, path)), { recursive: true })
    await writeFile(join(tree, path), text)
    await chmod(join(tree, path), mode)
  }
  await write('DEBIAN/control', control(version))
  await write('DEBIAN/conffiles', `${profilePath}\n`)
  await write('DEBIAN/postinst', afterInstall, 0o755)
  await write('usr/share/applications/fieldshelf.desktop', desktopEntry(`${home}/fieldshelf %f`))
  await write('usr/share/mime/packages/fieldshelf.xml', mime)
  await write(profilePath.slice(1), profile)
  await mkdir(join(tree, 'usr/share/icons/hicolor/scalable/apps'), { recursive: true })
  await cp(
    join(root, 'src-renderer/icon.svg'),
    join(tree, 'usr/share/icons/hicolor/scalable/apps/fieldshelf.svg'),
  )
  await cp(folder, join(tree, home.slice(1)), { recursive: true, verbatimSymlinks: true })
  // Where user namespaces are off, Chromium's sandbox is this helper, which has to belong to root and run as root.
  await chmod(join(tree, home.slice(1), 'chrome-sandbox'), 0o4755)
  await dateAll(tree, date)
  const made = join(out, `fieldshelf_${version}_amd64.deb`)
  runTool('dpkg-deb', ['--root-owner-group', '-Zxz', '--build', tree, made], { date })
  return made
}

export async function makeTar({ folder, version, date, out, work }: LinuxJob): Promise<string> {
  const name = `Fieldshelf-${version}-linux-x64`
  const tree = join(work, name)
  await rm(tree, { recursive: true, force: true })
  await cp(folder, tree, { recursive: true, verbatimSymlinks: true })
  await dateAll(tree, date)
  const plain = join(work, `${name}.tar`)
  const owner = [
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--sort=name',
    `--mtime=@${date}`,
    '--format=ustar',
  ]
  runTool('tar', [...owner, '-cf', plain, name], { cwd: work, date })
  runTool('gzip', ['--no-name', '--force', '-9', plain], { date })
  const made = join(out, `${name}.tar.gz`)
  await rename(`${plain}.gz`, made)
  return made
}
