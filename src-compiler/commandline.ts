/** `shelf`, the author's tool: from arguments to a command. Each command is a file in `commands/` with its own help. */
import { run as build } from './commands/build.ts'
import { run as changes } from './commands/changes.ts'
import { run as check } from './commands/check.ts'
import { run as exportPack } from './commands/export.ts'
import { run as importDocuments } from './commands/import.ts'
import { run as key } from './commands/key.ts'
import { run as open } from './commands/open.ts'
import { run as pack } from './commands/pack.ts'
import { run as printSections } from './commands/print.ts'
import { run as search } from './commands/search.ts'
import { run as sign } from './commands/sign.ts'
import { run as stick } from './commands/stick.ts'
import { run as terms } from './commands/terms.ts'
import { complain, exit, print } from './commands/usage.ts'
import { run as verify } from './commands/verify.ts'
import { didYouMean } from './suggest.ts'

export const commands = new Map<string, (args: string[]) => Promise<number>>([
  ['build', build],
  ['check', check],
  ['verify', verify],
  ['search', search],
  ['print', printSections],
  ['import', importDocuments],
  ['key', key],
  ['pack', pack],
  ['open', open],
  ['sign', sign],
  ['stick', stick],
  ['export', exportPack],
  ['changes', changes],
  ['terms', terms],
])

const help = `Usage: npm run shelf -- <command> …

  build    compile a folder of documents into a pack
  check    say what is wrong with a folder of documents
  verify   compare a compiled pack or a pack file with its manifest
  search   ask a compiled pack
  print    print sections of a compiled pack into a PDF
  import   read documents that people have
  key      make a publisher's key, or show one
  pack     make one signed file of a compiled pack
  open     unpack a pack file into a folder
  sign     add a second signature to a pack file
  export   make a site, an EPUB book or a file for Kiwix of a pack
  stick    make the USB edition, which opens by double click
  changes  say what a new edition changes
  terms    turn the synonyms.yaml of an earlier pack into terms.yaml

  npm run shelf -- <command> --help says more.
`

/** Runs the command of the arguments and returns its exit code. Prints to the process's own streams. */
export async function commandLine([name, ...args]: string[]): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    print(help)
    return exit.ok
  }
  const command = commands.get(name ?? '')
  if (command) return command(args)
  const nearest = didYouMean(name ?? '', commands.keys())
  complain(`${name === undefined ? '' : `There is no command \`${name}\`. ${nearest ?? ''}\n\n`}${help}`)
  return exit.usage
}
