/** `shelf verify`: whether a compiled pack is what its manifest lists. */
import { verify } from '../verify.ts'
import { openCompiled, signersOf } from './packfiles.ts'
import { complain, exit, print, readCommandLine } from './usage.ts'

const help = `Usage: shelf verify <compiled pack or pack file>

Compares every file of a compiled pack with its manifest and reads the texts.
Of a pack file it checks the signatures too, and says who signed.

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
  const files = await openCompiled(line.value.folder)
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
  print(await signersOf(line.value.folder))
  return exit.ok
}
