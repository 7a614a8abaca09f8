/** `shelf pack`: a compiled pack -> one signed file that travels on a stick. */
import { resolve } from 'node:path'
import { packFileExtension } from '../../src-library/format/packfile.ts'
import { highestSequence } from '../../src-library/format/packhead.ts'
import { isPartialDate } from '../../src-library/format/scalars.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import { publicKeyOf } from '../../src-packs/ed25519.ts'
import { makePackFile, type Edition } from '../../src-packs/make.ts'
import { verify } from '../verify.ts'
import { command, wrongUsage, type Options } from './command.ts'
import { openFolder } from './folders.ts'
import { openKey } from './keys.ts'
import { isPackFileName, writeWhole } from './packfiles.ts'
import { describeStatements, readStatements, statementNames } from './statements.ts'

const help = `Usage: shelf pack <compiled pack> --key <key file> --sequence <number> --out <file${packFileExtension}>

Makes one signed file of a compiled pack. The same pack, key and options give the same bytes.

  --key <key file>           the publisher’s key, made by shelf key new
  --sequence <number>        higher with each edition; a lower one is shown to readers as older
  --out <file>               where the file is written; its name ends in ${packFileExtension}
  --made <date>              the day it is made, such as 2026-11-30; shown to readers
  --place <place>            the publisher’s place; shown to readers
  --minimum <version>        the lowest version of Fieldshelf that can show it
  --vouches <file>           other publishers that you know, and the ids of their packs, as JSON
  --succeeds <file>          the key that takes the place of yours, as shelf key succeed writes it
  --withdraws <file>         keys that must not be trusted any more, as JSON
  --passphrase-file <file>   the passphrase is the file’s first line; without it you are asked
  -h, --help                 print this

Exit code: 0 made, 1 refused, 2 wrong usage.
`

export const run = command(
  {
    help,
    options: Object.fromEntries(
      ['key', 'sequence', 'out', 'made', 'place', 'minimum', ...statementNames, 'passphrase-file'].map(
        (name) => [name, { type: 'string' }],
      ),
    ),
    needs: ['compiled pack'],
  },
  async ([folder = ''], options) => {
    const { key: keyPath, out } = options
    if (typeof keyPath !== 'string') return wrongUsage('Say which key: --key <key file>.')
    if (typeof out !== 'string' || !isPackFileName(out))
      return wrongUsage(`Say where the file is written: --out <file${packFileExtension}>.`)
    const stated = editionOf(options)
    if (typeof stated === 'string') return wrongUsage(stated)

    const files = await openFolder(folder)
    if (!files.ok) return files
    const { findings, manifest } = verify(files.value)
    const bytes = [...files.value].flatMap(([path, file]) =>
      file instanceof Uint8Array ? [[path, file] as const] : [],
    )
    if (!manifest || findings.length > 0)
      return failure(
        `${folder} is no sound compiled pack. shelf verify says what is wrong; shelf build makes one.\n`,
      )
    const key = await openKey(keyPath, options['passphrase-file'])
    if (!key.ok) return key

    const statements = await readStatements(options)
    if (!statements.ok) return statements

    const publisher = { name: key.value.name, place: stated.place }
    const edition: Edition = { ...stated.edition, publisher, ...statements.value }
    const packed = makePackFile(manifest, new Map(bytes), edition, [key.value.seed])
    const written = await writeWhole(resolve(out), packed)
    if (!written.ok) return written
    return success(
      `Made ${out}: ${manifest.title}, edition ${manifest.edition}, ${Math.ceil(packed.length / 1000)} KB.\n` +
        `Signed by ${publisher.name}, check number ${checkNumber(publicKeyOf(key.value.seed))}.\n` +
        describeStatements(edition),
    )
  },
)

type Stated = {
  readonly edition: Pick<Edition, 'sequence' | 'made' | 'minimum'>
  readonly place: string | null
}

/** The options about the edition, or a sentence on their fault. */
function editionOf(options: Options): Stated | string {
  const sequence = Number(options['sequence'])
  if (!Number.isInteger(sequence) || sequence < 1 || sequence > highestSequence)
    return `Say the edition’s place in the row: --sequence <1 to ${highestSequence}>.`
  const text = (name: string): string | null => {
    const value = options[name]
    return typeof value === 'string' ? value : null
  }
  const [made, minimum, place] = [text('made'), text('minimum'), text('place')]
  if (made !== null && !isPartialDate(made)) return `\`${made}\` is no date such as 2026-11-30.`
  if (minimum !== null && !/^\d{1,4}(\.\d{1,4}){0,2}$/.test(minimum))
    return `\`${minimum}\` is no version such as 0.4.`
  return { edition: { sequence, made, minimum }, place }
}
