/**
 * What Windows shows of the program, and the hash of the archive in it: Electron reads the resource and refuses a changed
 * archive. https://www.electronjs.org/docs/latest/tutorial/asar-integrity
 */
import { readFile, writeFile } from 'node:fs/promises'
import { NtExecutable, NtExecutableResource, Resource } from 'resedit'

const english = { lang: 1033, codepage: 1200 }

export async function stampWindowsProgram(program: string, version: string, header: string): Promise<void> {
  const executable = NtExecutable.from(await readFile(program), { ignoreCert: true })
  const resources = NtExecutableResource.from(executable)
  const [info] = Resource.VersionInfo.fromEntries(resources.entries)
  if (!info) throw new Error(`${program} has no version to replace: is it Electron’s program?`)
  info.setFileVersion(version)
  info.setProductVersion(version)
  info.setStringValues(english, {
    FileDescription: 'Fieldshelf',
    ProductName: 'Fieldshelf',
    InternalName: 'Fieldshelf',
    OriginalFilename: 'Fieldshelf.exe',
    LegalCopyright: 'MIT licence',
  })
  info.outputToResourceEntries(resources.entries)
  const integrity = JSON.stringify([{ file: 'resources\\app.asar', alg: 'SHA256', value: header }])
  resources.entries.push({
    type: 'INTEGRITY',
    id: 'ELECTRONASAR',
    lang: english.lang,
    codepage: english.codepage,
    bin: new Uint8Array(Buffer.from(integrity, 'utf8')).buffer,
  })
  resources.outputResource(executable)
  await writeFile(program, new Uint8Array(executable.generate()))
}
