/** `shelf check`: what `build` would say, with nothing written. */
import { compileApart } from '../compile.ts'
import { renderDiagnostics } from '../render.ts'
import { openFolder } from './folders.ts'
import { complain, exit, print, readCommandLine } from './usage.ts'

const help = `Usage: shelf check <folder>

Reads a folder of documents as build does and says what is wrong with it. Writes nothing.

  -h, --help   print this

Exit code: 0 it can be built, 1 it can't, 2 wrong usage.
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
  const { diagnostics, compiled } = await compileApart(files.value)
  complain(renderDiagnostics(diagnostics))
  if (!compiled) return exit.refused
  print(`${line.value.folder} can be built.\n`)
  return exit.ok
}
