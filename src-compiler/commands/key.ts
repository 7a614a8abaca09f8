/** `shelf key`: a publisher's key, new or shown. */
import { stat } from 'node:fs/promises'
import { isName } from '../../src-library/format/scalars.ts'
import { encodeJson } from '../../src-library/format/json.ts'
import { toHex } from '../../src-library/format/publickey.ts'
import { hasUnwanted } from '../../src-library/model/controlcharacters.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import { newSeed, sign } from '../../src-packs/ed25519.ts'
import { successionMessage } from '../../src-packs/trust.ts'
import { encodeKeyFile, isLongEnough, keyFileExtension, lockKey } from '../../src-packs/keyfile.ts'
import { command, wrongUsage, type Action } from './command.ts'
import { openKey, readKeyFile, readPassphrase } from './keys.ts'
import { writeWhole } from './packfiles.ts'

const help = `Usage: shelf key new <key file> --name <publisher> [--passphrase-file <file>]
       shelf key show <key file>
       shelf key succeed <old key file> --by <new key file> --out <file> [--passphrase-file <file>]

Makes the key that signs a publisher’s packs, or shows its name and check number.
Readers compare the check number by telephone before they accept a publisher.
With succeed the old key says that the new one takes its place: give the file to
shelf pack --succeeds, and readers’ computers take the new key without asking.

  --by <new key file>        the key that takes the place of the old one
  --out <file>               where that is written
  --name <publisher>         the name that readers see
  --passphrase-file <file>   the passphrase is the file’s first line; without it you are asked
  -h, --help                 print this

The passphrase has five words or 16 signs. A lost passphrase is a lost key: keep a copy
of both in a safe, apart from each other. docs/publishing.md says how.

Exit code: 0 done, 1 refused, 2 wrong usage.
`

const make: Action = async ([, path = ''], options) => {
  const name = options['name']
  if (typeof name !== 'string' || !isName(name) || hasUnwanted(name))
    return wrongUsage('Say the publisher’s name: --name <publisher>.')
  if (!path.endsWith(keyFileExtension)) return wrongUsage(`A key file’s name ends in ${keyFileExtension}.`)
  if (await exists(path)) return failure(`${path} exists. A key is never replaced: choose another name.\n`)
  const passphrase = await readPassphrase(options['passphrase-file'], 'New passphrase: ')
  if (!passphrase.ok) return passphrase
  if (!isLongEnough(passphrase.value))
    return failure('The passphrase is too short. Take five words or 16 signs.\n')
  if (typeof options['passphrase-file'] !== 'string') {
    const again = await readPassphrase(undefined, 'The same again: ')
    if (!again.ok || again.value !== passphrase.value)
      return failure('The two passphrases differ. Nothing was written.\n')
  }
  const key = await lockKey(name, newSeed(), passphrase.value)
  const written = await writeWhole(path, new TextEncoder().encode(encodeKeyFile(key)), 0o600)
  if (!written.ok) return written
  return success(`Made ${path}.\n${describe(name, key.publicKey)}`)
}

const show: Action = async ([, path = '']) => {
  const key = await readKeyFile(path)
  return key.ok ? success(describe(key.value.name, key.value.publicKey)) : key
}

const succeed: Action = async ([, path = ''], options) => {
  const { by, out } = options
  if (typeof by !== 'string' || typeof out !== 'string')
    return wrongUsage('Say which key comes next and where that is written: --by <key file> --out <file>.')
  const next = await readKeyFile(by)
  if (!next.ok) return next
  const old = await openKey(path, options['passphrase-file'])
  if (!old.ok) return old
  const key = toHex(next.value.publicKey)
  const proof = toHex(sign(old.value.seed, successionMessage(key)))
  const written = await writeWhole(out, new TextEncoder().encode(encodeJson({ key, proof })))
  if (!written.ok) return written
  return success(
    `Made ${out}: the key of ${next.value.name}, check number ${checkNumber(next.value.publicKey)}, takes the place of ${path}.\n`,
  )
}

export const run = command(
  {
    help,
    options: Object.fromEntries(
      ['name', 'by', 'out', 'passphrase-file'].map((name) => [name, { type: 'string' }]),
    ),
    needs: ['action: new, show or succeed', 'key file'],
  },
  (args, options) => {
    switch (args[0]) {
      case 'new':
        return make(args, options)
      case 'show':
        return show(args, options)
      case 'succeed':
        return succeed(args, options)
      default:
        return Promise.resolve(wrongUsage(`\`${args[0] ?? ''}\` is neither new, show nor succeed.`))
    }
  },
)

const describe = (name: string, key: Uint8Array): string =>
  `Publisher     ${name}\nPublic key    ${toHex(key)}\nCheck number  ${checkNumber(key)}\n`

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
