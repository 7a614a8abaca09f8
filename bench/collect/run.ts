/** `npm run bench:collect`: writes a retrieval collection from texts that a distribution ships; see docs/benchmarks.md. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDescriptions } from './descriptions.ts'
import { readHelpPages } from './helppages.ts'
import { judge, type KnownItem } from './knownitems.ts'

const help = `Usage: npm run bench:collect -- packages|help <language> <from> <folder>

  packages   <from> is Debian's file Translation-<language>, unpacked; writes <folder>/packages-<language>
  help       <from> is a folder with LibreOffice's help; writes <folder>/help-<language>
  language   ru or tr
`

const [kind, language, from, folder, ...more] = process.argv.slice(2)
if ((kind !== 'packages' && kind !== 'help') || !language || !from || !folder || more.length > 0) {
  process.stderr.write(help)
  process.exit(2)
}
const items: KnownItem[] =
  kind === 'packages' ? readDescriptions(readFileSync(from, 'utf8'), language) : readHelpPages(from, language)
const { documents, queries } = judge(items, language)
const to = join(folder, `${kind}-${language}`)
mkdirSync(to, { recursive: true })
write(
  'corpus.jsonl',
  documents.map((document) => JSON.stringify(document)),
)
write(
  'queries.jsonl',
  queries.map(({ id, text }) => JSON.stringify({ id, text })),
)
write(
  'qrels.tsv',
  queries.flatMap(({ id, wanted }) => wanted.map((document) => `${id}\t${document}\t1`)),
)
process.stdout.write(`${to}: ${documents.length} documents, ${queries.length} queries\n`)

function write(name: string, lines: readonly string[]): void {
  writeFileSync(join(to, name), `${lines.join('\n')}\n`)
}
