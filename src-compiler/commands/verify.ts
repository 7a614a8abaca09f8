/** `shelf verify`: whether a compiled pack is what its manifest lists. */
import { verify } from '../verify.ts'
import { openFolder } from './folders.ts'
import { complain, exit, print, readCommandLine } from './usage.ts'

const help = `Usage: shelf verify <pack folder>

Compares every file of a compiled pack with its manifest and reads the texts.

  -h, --help   print this

Exit code: 0 the pack is sound, 1 it is not, 2 wrong usage.
`

export async function run(args: readonly string[]): Promise<number> {
  const line = readCommandLine(args, {})
  if (!line.ok) {
    complain(`${line.failure}\n\n${help}`)
    return exit.usage
  }
  if (line.value === null) {
    print(help)
    return exit.ok
  }
  const files = await openFolder(line.value.folder)
  if (!files.ok) {
    complain(files.failure)
    return exit.refused
  }
  const { findings, manifest } = verify(files.value)
  if (findings.length > 0 || !manifest) {
    for (const { path, message } of findings) complain(`${path}: ${message}\n`)
    complain('\nThe pack is damaged. Build it or copy it again.\n')
    return exit.refused
  }
  print(`${manifest.title}, edition ${manifest.edition}, is sound: ${manifest.files.size} files.\n`)
  return exit.ok
}
